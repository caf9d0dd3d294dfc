import { LACKS, type Lack } from '../domain/feedback.ts';
import type { Edition } from '../domain/library.ts';
import type { Note } from '../domain/note.ts';
import type { KeptFeedback } from '../store.ts';
import type { Command } from './command.ts';
import { withStore } from './keep.ts';

const HELP = `campanile feedback: what people thought of answers, by the passages that these rested on

  campanile feedback [--json]

How many found an answer useful and how many did not, what it lacked, and when it was told last; what was least useful first. Nobody is told
who said it. --json prints a line for each passage, null for answers that rested on none: {"passage":"5.2.who","title":"…","plan":5,"phase":2,
"useful":3,"notUseful":1,"lacks":{"other":0,"more":1,"unclear":0},"last":"2026-11-26T…"}. Kept for a year.`;

/** How what was missing is told to an operator. */
const LACK_WORDS: Readonly<Record<Lack, string>> = {
  other: 'something else was asked',
  more: 'something was missing',
  unclear: 'it was not clear',
};

/** All that was said of one passage, or of answers that rested on none; the newest first. */
type Cluster = { readonly passage: string | null; readonly said: readonly [KeptFeedback, ...KeptFeedback[]] };

const notUseful = ({ said }: Cluster): number => said.filter(({ useful }) => !useful).length;

const clustersOf = (feedback: readonly KeptFeedback[]): Cluster[] => {
  const each = feedback.flatMap((said) =>
    (said.passages.length === 0 ? [null] : said.passages).map((passage) => ({ passage, said })),
  );
  return [...Map.groupBy(each, ({ passage }) => passage)]
    .flatMap(([passage, [first, ...rest]]) =>
      first ? [{ passage, said: [first.said, ...rest.map(({ said }) => said)] as const }] : [],
    )
    .sort((a, b) => notUseful(b) - notUseful(a) || b.said[0].at - a.said[0].at);
};

/** What a passage is called, and where it stands; a note by the question that it answers. */
const nameOf = (edition: Edition, notes: readonly Note[], id: string | null) => {
  const passage = edition.passages.find((one) => one.id === id);
  const note = notes.find((one) => `note.${one.id}` === id);
  return {
    title: passage?.title ?? note?.questions[0]?.text ?? null,
    plan: passage?.place.plan ?? null,
    phase: passage?.place.phase ?? null,
  };
};

type Named = Cluster & ReturnType<typeof nameOf>;

const figuresOf = (cluster: Named) => ({
  passage: cluster.passage,
  title: cluster.title,
  plan: cluster.plan,
  phase: cluster.phase,
  useful: cluster.said.length - notUseful(cluster),
  notUseful: notUseful(cluster),
  lacks: Object.fromEntries(LACKS.map((lack) => [lack, cluster.said.filter((one) => one.lack === lack).length])),
  last: new Date(cluster.said[0].at).toISOString(),
});

const told = (edition: Edition, cluster: Named): string => {
  const { passage, title, plan, phase, useful, notUseful, lacks, last } = figuresOf(cluster);
  const place = plan === null ? [] : [edition.plans[plan].name, ...(phase === null ? [] : [`phase ${phase}`])];
  const name = passage === null ? 'no passage' : [passage, ...place, ...(title === null ? [] : [title])].join(', ');
  const why = LACKS.flatMap((lack) => (lacks[lack] ? [`  ${lacks[lack]} × ${LACK_WORDS[lack]}`] : []));
  return [`${notUseful} not useful, ${useful} useful: ${name}; last on ${last.slice(0, 10)}`, ...why].join('\n');
};

export const feedback: Command = {
  help: HELP,
  options: { json: { type: 'boolean' } },
  run: (call) =>
    withStore(call, async (store, { library }) => {
      const edition = library[call.config.machineLanguage];
      const notes = await store.notes();
      const clusters = clustersOf(await store.feedback()).map((one) => ({
        ...one,
        ...nameOf(edition, notes, one.passage),
      }));
      for (const cluster of call.options.json ? clusters : []) call.print(JSON.stringify(figuresOf(cluster)));
      if (!call.options.json)
        call.print(clusters.map((one) => told(edition, one)).join('\n') || 'Nobody has judged an answer yet.');
      return 0;
    }),
};
