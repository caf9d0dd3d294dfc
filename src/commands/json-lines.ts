import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { z } from 'zod';
import { LANGUAGES } from '../domain/language.ts';
import type { Call } from './command.ts';

export const askedLineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  language: z.enum(LANGUAGES).optional(),
});

/** How a line of `ask` and `recommend` reads, for who wrote another. */
export const ASKED_LINE = 'a line reads {"id":"1","text":"…","language":"it"}';

/** The lines of a stream. Only a line feed ends one: JSON may hold every other separator. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const piece of input) {
    const lines = (rest + decoder.write(piece as Buffer)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}

const idIn = (value: unknown): unknown => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
};

const readLine = <Line>(
  text: string,
  schema: z.ZodType<Line>,
  form: string,
): { value: Line; id: unknown } | { id: unknown; error: string } => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { id: null, error: `not JSON: ${form}` };
  }
  const id = idIn(json);
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data, id };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.');
  return { id, error: `${where ? `${where}: ` : ''}${issue?.message}; ${form}` };
};

/**
 * Prints one object for each line that comes in, in order; a bad line is named, and one that fails does not end the others. True when
 * all were good.
 */
export const answerLines = async <Line>(
  { input, print }: Pick<Call, 'input' | 'print'>,
  schema: z.ZodType<Line>,
  form: string,
  answer: (line: Line) => Promise<Record<string, unknown>>,
): Promise<boolean> => {
  const answerOr = async (line: Line, id: unknown, number: number): Promise<Record<string, unknown>> => {
    try {
      return await answer(line);
    } catch (cause) {
      return { line: number, id, error: `not answered: ${cause instanceof Error ? cause.message : cause}` };
    }
  };
  let number = 0;
  let allGood = true;
  for await (const text of linesOf(input)) {
    number += 1;
    if (text.trim() === '') continue;
    const read = readLine(text.replace(/^\ufeff/, ''), schema, form);
    const printed = 'error' in read ? { line: number, ...read } : await answerOr(read.value, read.id, number);
    if ('error' in printed) allGood = false;
    print(JSON.stringify(printed));
  }
  return allGood;
};
