import { createInterface } from 'node:readline';
import { z } from 'zod';
import { LANGUAGES } from '../domain/language.ts';
import type { Call } from './command.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  language: z.enum(LANGUAGES).optional(),
});

/** One line of input: `{"id","text","language"?}`. */
export type AskedLine = z.infer<typeof lineSchema>;

const idIn = (value: unknown): unknown => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
};

const readLine = (line: string): { value: AskedLine } | { id: unknown; error: string } => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'not JSON: a line reads {"id":"1","text":"…"}' };
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.');
  return {
    id: idIn(value),
    error: `${where ? `${where}: ` : ''}${issue?.message}; a line reads {"id":"1","text":"…","language":"it"}`,
  };
};

/** One line that fails does not end the others. */
const answerOr = async (
  answer: (line: AskedLine) => Promise<Record<string, unknown>>,
  line: AskedLine,
  number: number,
): Promise<Record<string, unknown>> => {
  try {
    return await answer(line);
  } catch (cause) {
    return { line: number, id: line.id, error: `not answered: ${cause instanceof Error ? cause.message : cause}` };
  }
};

/** Prints one object for each line that comes in, in order; a bad line is named and the rest goes on. True when all were good. */
export const answerLines = async (
  { input, print }: Pick<Call, 'input' | 'print'>,
  answer: (line: AskedLine) => Promise<Record<string, unknown>>,
): Promise<boolean> => {
  let number = 0;
  let allGood = true;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readLine(line.replace(/^\ufeff/, ''));
    const printed = 'error' in read ? { line: number, ...read } : await answerOr(answer, read.value, number);
    if ('error' in printed) allGood = false;
    print(JSON.stringify(printed));
  }
  return allGood;
};
