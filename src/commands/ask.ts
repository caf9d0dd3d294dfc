import type { App } from '../app.ts';
import type { Answer } from '../domain/answer.ts';
import { newConversation } from '../domain/conversation.ts';
import { CampanileError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import { type Command, languageOption } from './command.ts';
import { ASKED_LINE, answerLines, askedLineSchema } from './json-lines.ts';

const HELP = `campanile ask: answer a question from the guide, with its source

  campanile ask "question" [--language it|fr|en] [--json]
  campanile ask --jsonl        reads {"id","text","language"?} lines from standard input and prints one JSON object for each

  --language   the asker's usual language; the question's own wins
  --json       the answer as one JSON object: outcome, text, citations, ranked, milliseconds
  --jsonl      one object a line, in order, each printed at once; a bad line gives {"line","id","error"} and exit code 1 at the end`;

const shown = (answer: Answer, milliseconds: number): Record<string, unknown> => {
  const { language, outcome, text, citations, ranked, choices } = answer;
  return {
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
    if (call.options.jsonl) {
      const app = await call.openApp();
      const allGood = await answerLines(call, askedLineSchema, ASKED_LINE, async ({ id, text, language }) => {
        const { answer, milliseconds } = await timed(app, text, language ?? call.config.machineLanguage);
        return { id, ...shown(answer, milliseconds) };
      });
      return allGood ? 0 : 1;
    }
    const question = questionIn(call.words);
    const language = languageOption(call) ?? call.config.machineLanguage;
    const { answer, milliseconds } = await timed(await call.openApp(), question, language);
    call.print(call.options.json ? JSON.stringify(shown(answer, milliseconds)) : answer.text);
    return 0;
  },
};
