import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { CampanileError } from '../domain/errors.ts';
import { LANGUAGES } from '../domain/language.ts';

const places = z.array(z.int());
const base = { id: z.string(), lang: z.enum(LANGUAGES), text: z.string() };
const tags = z.array(z.string()).default([]);
const questionSchema = z.object({
  ...base,
  scope: z.enum(['answerable', 'partly', 'out']),
  plans: places,
  phases: places,
  tags,
});
const phase = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const situationSchema = z.object({ ...base, plans: places, phase: phase.nullable(), tags });
/** A line of an examination that asks for something else, such as what a group's message does to its steps. */
const otherSchema = z.looseObject({ ...base, scope: z.undefined().optional(), plans: z.undefined().optional() });

/** A question of an examination: what answers it, and whether anything does. */
export type ExamQuestion = z.infer<typeof questionSchema>;

/** A situation of an examination: the plans that fit, best first (none where one must ask first), and the phase where it can be told. */
export type ExamSituation = z.infer<typeof situationSchema>;

/** A file of an examination; `other` counts the lines that are for another examination. */
export type Examination = {
  readonly name: string;
  readonly questions: readonly ExamQuestion[];
  readonly situations: readonly ExamSituation[];
  readonly other: number;
};

/** The half of an examination that may be read while working, and the one that is kept for the figure. */
export const HALVES = ['read', 'kept'] as const;

const halfOf = (id: string): (typeof HALVES)[number] =>
  createHash('sha256').update(id).digest()[31]! % 2 === 0 ? 'read' : 'kept';

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CampanileError(
      'usage',
      `${file} cannot be read`,
      'Name files of questions or situations, such as test/eval/questions.jsonl.',
    );
  }
};

/** Reads a file of an examination, or one half of it; throws a CampanileError that names the line which is none of it. */
export const readExamination = (file: string, half?: string): Examination => {
  const questions: ExamQuestion[] = [];
  const situations: ExamSituation[] = [];
  let other = 0;
  const isWanted = ({ id }: { id: string }) => half === undefined || halfOf(id) === half;
  for (const [at, line] of textOf(file).split('\n').entries()) {
    if (line.trim() === '') continue;
    const value = parseJson(line);
    const question = questionSchema.safeParse(value);
    const situation = situationSchema.safeParse(value);
    if (question.success) questions.push(question.data);
    else if (situation.success) situations.push(situation.data);
    else if (otherSchema.safeParse(value).success) other += 1;
    else
      throw new CampanileError(
        'usage',
        `${file}, line ${at + 1}: no question and no situation`,
        'campanile eval --help tells the form of a line.',
      );
  }
  return {
    name: basename(file),
    questions: questions.filter(isWanted),
    situations: situations.filter(isWanted),
    other,
  };
};
