import type { Form } from '../../domain/form.ts';
import { plainMessage } from '../../domain/message.ts';
import type { KeptGap } from '../../store.ts';
import { type AtDesk, type DeskDone, onlyNoted, tellAt } from './at-desk.ts';
import { emptyGapCard, GAP_CARD, gapCard, gapsOf } from './gap-card.ts';
import { clusterGaps, type GapCluster } from './gap-clusters.ts';
import { keepNote } from './keep-note.ts';
import { noteForm } from './note-form.ts';
import { fieldsFor, type NoteFields, readFields } from './note-from.ts';

/** The button of a cluster, by the number of the question that it was shown with. */
const BUTTON = /^gap-(note|dismiss)=(\d+)$/;

const clusterOf = (gaps: readonly KeptGap[], number: number): GapCluster | undefined =>
  clusterGaps(gaps).find((cluster) => cluster.gaps.some((gap) => gap.number === number));

const numbersOf = ({ gaps }: GapCluster): number[] => gaps.map(({ number }) => number);

/** The card without what was settled. */
const cardWithout = (here: AtDesk, gaps: readonly KeptGap[], settled: readonly number[]): DeskDone['shown'] => {
  const left = gaps.filter(({ number }) => !settled.includes(number));
  return [{ kind: 'update', key: GAP_CARD, message: gapCard(here, left) ?? emptyGapCard(here) }];
};

const fieldsOf = ({ centre, incoming }: AtDesk, { gaps: [newest] }: GapCluster): NoteFields =>
  fieldsFor(centre, newest.text, {}, incoming.at);

/** The form of the note that a button of the card opens; null for another button, or where its questions are settled. */
export const gapNoteForm = async (here: AtDesk, choice: string): Promise<Form | null> => {
  const [, act, number] = BUTTON.exec(choice) ?? [];
  const cluster = act === 'note' ? clusterOf(await gapsOf(here), Number(number)) : undefined;
  return cluster ? noteForm(here, choice, fieldsOf(here, cluster)) : null;
};

/**
 * A press of a button of the card; undefined for another button. One that dismisses settles all questions of its cluster; one that opens a
 * form, where none can be opened, asks for words in reply.
 */
export const pressGap = async (here: AtDesk, choice: string): Promise<DeskDone | undefined> => {
  const [, act, number] = BUTTON.exec(choice) ?? [];
  if (act === undefined) return undefined;
  const gaps = await gapsOf(here);
  const cluster = clusterOf(gaps, Number(number));
  if (!cluster) return onlyNoted(tellAt(here, 'gap_gone'));
  if (act === 'note') {
    const question = fieldsOf(here, cluster).question;
    const message = plainMessage(tellAt(here, 'ask_answer', { question }), { asksForWords: true });
    return { notes: [], settledGaps: [], note: null, shown: [{ kind: 'post', key: choice, message }] };
  }
  const settledGaps = numbersOf(cluster);
  const note = tellAt(here, 'gap_dismissed', { count: settledGaps.length });
  return { notes: [], settledGaps, note, shown: cardWithout(here, gaps, settledGaps) };
};

/** Keeps what was written for a cluster as a note; its questions are settled with it, also where others were asked meanwhile. */
const keepFor = async (here: AtDesk, choice: string, fields: NoteFields, cluster: GapCluster): Promise<DeskDone> => {
  const done = await keepNote(here, { fields, choice, isSeen: true, settles: numbersOf(cluster) });
  if (done.notes.length === 0) return done;
  return { ...done, shown: [...done.shown, ...cardWithout(here, await gapsOf(here), done.settledGaps)] };
};

/** Takes the form of a button of the card; undefined for the form of another. */
export const takeGapForm = async (
  here: AtDesk,
  choice: string,
  given: Readonly<Record<string, string>>,
): Promise<DeskDone | undefined> => {
  const [, act, number] = BUTTON.exec(choice) ?? [];
  if (act !== 'note') return undefined;
  const cluster = clusterOf(await gapsOf(here), Number(number));
  if (!cluster) return keepNote(here, { fields: readFields(given), choice, isSeen: true, settles: [] });
  return keepFor(here, choice, readFields(given), cluster);
};

/** Takes words in reply to the message that asked for them (`key`); undefined where it asked for none. */
export const takeGapWords = async (here: AtDesk, key: string, text: string): Promise<DeskDone | undefined> => {
  const [, act, number] = BUTTON.exec(key) ?? [];
  if (act !== 'note') return undefined;
  const cluster = clusterOf(await gapsOf(here), Number(number));
  if (!cluster) return onlyNoted(tellAt(here, 'gap_gone'));
  const { language } = here.parts.identify(text, here.centre.languages[0]);
  const fields = { ...fieldsOf(here, cluster), [`text_${language}`]: text.trim() };
  return keepFor(here, key, fields, cluster);
};
