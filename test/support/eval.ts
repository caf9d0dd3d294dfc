import { readFileSync } from 'node:fs';

export type EvalQuestion = {
  readonly id: string;
  readonly lang: 'it' | 'fr' | 'en';
  readonly text: string;
  readonly scope: 'answerable' | 'partly' | 'out';
  readonly plans: readonly number[];
  readonly phases: readonly number[];
  readonly tags: readonly string[];
};

const read = <Row>(name: string): Row[] =>
  readFileSync(new URL(`../eval/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

/** Questions by hands that wrote nothing of what is searched. */
export const evalQuestions = (): EvalQuestion[] => read('questions.jsonl');
