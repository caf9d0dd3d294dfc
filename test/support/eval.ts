import { fileURLToPath } from 'node:url';
import { type ExamQuestion, readExamination } from '../../src/commands/eval-rows.ts';

export type EvalQuestion = ExamQuestion;

const examination = (name: string, half?: 'read' | 'kept') =>
  readExamination(fileURLToPath(new URL(`../eval/${name}`, import.meta.url)), half);

/** Questions by hands that wrote nothing of what is searched; all, or the half that may be read or that is kept. */
export const evalQuestions = (half?: 'read' | 'kept'): readonly EvalQuestion[] =>
  examination('questions.jsonl', half).questions;

/** Questions by yet another hand. */
export const otherHandQuestions = (): readonly EvalQuestion[] => examination('other-hand.jsonl').questions;
