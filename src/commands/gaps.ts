import type { App } from '../app.ts';
import { passagesBehind } from '../domain/behind.ts';
import type { Edition } from '../domain/library.ts';
import type { Command } from './command.ts';
import { withStore } from './keep.ts';

const HELP = `campanile gaps: what people asked that the guide does not say

  campanile gaps [--json]

What is asked for, how often, when last, the passages that come nearest to it, and the newest questions, most often asked first. Questions
in which nothing known is asked for stand together where their words are alike. Names, numbers and addresses are masked, and nobody is told
who asked. --json prints a line for each: {"meaning":"unknown.notary"|null,"count":3,
"last":"2026-11-26T…","nearest":["9.1.who", …],"questions":[{"language","text"}]}. Kept for a year.`;

const MOST_SHOWN = 3;
const MOST_PRINTED = 20;

type Cluster = ReturnType<App['clusterGaps']>[number];

/** The passages that are told where this is asked for. */
const nearestTo = (edition: Edition, { meaning }: Cluster): string[] => {
  const unknown = meaning === null ? undefined : edition.unknowns.get(meaning);
  return [...new Set(unknown?.near.flatMap((statement) => passagesBehind(edition, statement)))].map(({ id }) => id);
};

const dayOf = (at: number): string => new Date(at).toISOString();

const told = (edition: Edition, cluster: Cluster): string => {
  const { meaning, gaps } = cluster;
  const texts = [...new Set(gaps.map(({ language, text }) => `  ${language}  ${text.replace(/\s+/g, ' ')}`))];
  const head = `${gaps.length} × ${meaning ?? 'nothing that is known'}, last on ${dayOf(gaps[0].at).slice(0, 10)}`;
  const nearest = nearestTo(edition, cluster);
  const near = nearest.length > 0 ? [`  nearest in the guide: ${nearest.join(', ')}`] : [];
  return [head, ...near, ...texts.slice(0, MOST_SHOWN)].join('\n');
};

export const gaps: Command = {
  help: HELP,
  options: { json: { type: 'boolean' } },
  run: (call) =>
    withStore(call, async (store, { library, clusterGaps }) => {
      const edition = library[call.config.machineLanguage];
      const clusters = clusterGaps(await store.gaps());
      for (const cluster of call.options.json ? clusters : []) {
        const { meaning, gaps } = cluster;
        const questions = gaps.slice(0, MOST_PRINTED).map(({ language, text }) => ({ language, text }));
        const nearest = nearestTo(edition, cluster);
        call.print(JSON.stringify({ meaning, count: gaps.length, last: dayOf(gaps[0].at), nearest, questions }));
      }
      if (!call.options.json)
        call.print(
          clusters.map((one) => told(edition, one)).join('\n\n') ||
            'Nothing was asked yet that the guide does not say.',
        );
      return 0;
    }),
};
