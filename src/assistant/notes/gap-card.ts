import { type Message, plainMessage } from '../../domain/message.ts';
import type { KeptGap } from '../../store.ts';
import { type AtDesk, buttonAt, tellAt } from './at-desk.ts';
import { clusterGaps, type GapCluster } from './gap-clusters.ts';

/** The key of the card: the newest one is the one that is kept current. */
export const GAP_CARD = 'gaps';

const MOST_CLUSTERS = 10;
const MOST_EXAMPLES = 2;
const MOST_CHARACTERS = 100;

const quoted = (here: AtDesk, { text }: KeptGap): string => {
  const line = text.replace(/\s+/g, ' ');
  return tellAt(here, 'quoted', { text: line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line });
};

/** What could not be answered in the languages of a centre, the newest first. */
export const gapsOf = async ({ around, centre }: AtDesk): Promise<KeptGap[]> =>
  (await around.gaps()).filter(({ language }) => centre.languages.includes(language));

/** What a cluster is called: the known thing that is asked for, else its newest question. */
const labelOf = (here: AtDesk, { meaning, gaps }: GapCluster): string => {
  const title = meaning === null ? undefined : here.parts.library[here.language].unknowns.get(meaning)?.title;
  return title ?? quoted(here, gaps[0]);
};

/** A cluster's line, and below it its newest questions where the line tells none. */
const linesOf = (here: AtDesk, cluster: GapCluster, number: number): string[] => {
  const label = labelOf(here, cluster);
  const texts = [...new Set(cluster.gaps.map((gap) => quoted(here, gap)))].filter((text) => text !== label);
  const examples = texts.slice(0, MOST_EXAMPLES).map((text) => `   ${text}`);
  return [tellAt(here, 'gaps_line', { number, label, count: cluster.gaps.length }), ...examples];
};

/** The card of the questions without an answer, most often asked first, each with its buttons; null where there are none. */
export const gapCard = (here: AtDesk, gaps: readonly KeptGap[]): Message | null => {
  if (gaps.length === 0) return null;
  const clusters = clusterGaps(gaps);
  const listed = clusters.slice(0, MOST_CLUSTERS);
  const more = clusters.length - listed.length;
  const lines = [
    tellAt(here, 'gaps_intro', { count: gaps.length }),
    ...listed.flatMap((cluster, at) => linesOf(here, cluster, at + 1)),
    ...(more > 0 ? [tellAt(here, 'gaps_more', { count: more })] : []),
  ];
  const buttons = listed.map(({ gaps: [{ number: newest }] }, at) => [
    buttonAt(here, `gap-note=${newest}`, 'button_gap_note', { opens: 'form', number: at + 1 }),
    buttonAt(here, `gap-dismiss=${newest}`, 'button_gap_dismiss', { number: at + 1 }),
  ]);
  return plainMessage(lines.join('\n'), { heading: tellAt(here, 'gaps_heading'), choices: buttons });
};

/** The card as it is once nothing is left on it. */
export const emptyGapCard = (here: AtDesk): Message =>
  plainMessage(tellAt(here, 'gaps_none'), { heading: tellAt(here, 'gaps_heading') });
