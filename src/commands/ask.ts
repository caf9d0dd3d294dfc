import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { App } from '../app.ts';
import type { Answer } from '../domain/answer.ts';
import { newConversation } from '../domain/conversation.ts';
import { CampanileError } from '../domain/errors.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import { type Call, type Command, languageOption } from './command.ts';

const HELP = `campanile ask: answer a question from the guide, with its source

  campanile ask "question" [--language it|fr|en] [--json]
  campanile ask --jsonl        reads {"id","text","language"?} lines from standard input and prints one JSON object for each

  --language   the asker's usual language; the question's own wins
  --json       the answer as one JSON object: outcome, text, citations, ranked, milliseconds
  --jsonl      one object a line, in order, each printed at once; a bad line gives {"line","id","error"} and exit code 1 at the end`;

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  language: z.enum(LANGUAGES).optional(),
});

const shown = (id: string | number | undefined, answer: Answer, milliseconds: number): Record<string, unknown> => {
  const { language, outcome, text, citations, ranked, choices } = answer;
  return {
    ...(id === undefined ? {} : { id }),
    language,
    outcome,
    text,
    citations,
    ranked,
    ...(choices.length > 0 ? { choices } : {}),
    milliseconds: Number(milliseconds.toFixed(2)),
  };
};

const timed = async (app: App, text: string, language: Language): Promise<{ answer: Answer; milliseconds: number }> => {
  const started = performance.now();
  const { answer } = await app.assistant.reply(text, newConversation(language));
  return { answer, milliseconds: performance.now() - started };
};

const idIn = (value: unknown): unknown => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
};

const readLine = (line: string): { value: z.infer<typeof lineSchema> } | { id: unknown; error: string } => {
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

/** Answers every line that comes in; true when all were good. */
const askLines = async (app: App, { input, print, config }: Call): Promise<boolean> => {
  let number = 0;
  let allGood = true;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readLine(line.replace(/^\ufeff/, ''));
    if ('error' in read) {
      allGood = false;
      print(JSON.stringify({ line: number, ...read }));
      continue;
    }
    const { id, text, language } = read.value;
    const { answer, milliseconds } = await timed(app, text, language ?? config.machineLanguage);
    print(JSON.stringify(shown(id, answer, milliseconds)));
  }
  return allGood;
};

/** The question of the command line; throws when there is none. */
const questionIn = (words: readonly string[]): string => {
  const question = words.join(' ').trim();
  if (question !== '') return question;
  throw new CampanileError(
    'usage',
    'there is no question',
    'Write it in quotation marks: campanile ask "where does the money come from?"',
  );
};

export const ask: Command = {
  help: HELP,
  options: { language: { type: 'string' }, json: { type: 'boolean' }, jsonl: { type: 'boolean' } },
  run: async (call) => {
    if (call.options.jsonl) return (await askLines(await call.openApp(), call)) ? 0 : 1;
    const question = questionIn(call.words);
    const language = languageOption(call) ?? call.config.machineLanguage;
    const { answer, milliseconds } = await timed(await call.openApp(), question, language);
    call.print(call.options.json ? JSON.stringify(shown(undefined, answer, milliseconds)) : answer.text);
    return 0;
  },
};
