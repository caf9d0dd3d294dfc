import { CampanileError } from '../domain/errors.ts';
import { type Call, type Command, languageOption } from './command.ts';
import { ASKED_LINE, answerLines, askedLineSchema } from './json-lines.ts';

const HELP = `campanile recommend: which plan and phase fit what a group tells of itself

  campanile recommend "we are five, the bakery closed, we have met twice" [--language it|fr|en] [--json]
  campanile recommend --jsonl   reads {"id","text","language"?} lines and prints {"id","language","outcome","plans","phase","text"} for each

  outcome is "recommended", or "ask" where one more question is needed`;

const recommendOne = async (
  { openApp, config }: Call,
  text: string,
  language: Call['config']['machineLanguage'] | undefined,
) => {
  const { assistant } = await openApp();
  return assistant.recommend(text, language ?? config.machineLanguage);
};

export const recommend: Command = {
  help: HELP,
  options: { language: { type: 'string' }, json: { type: 'boolean' }, jsonl: { type: 'boolean' } },
  run: async (call) => {
    if (call.options.jsonl) {
      const app = await call.openApp();
      const allGood = await answerLines(call, askedLineSchema, ASKED_LINE, async ({ id, text, language }) => ({
        id,
        ...(await app.assistant.recommend(text, language ?? call.config.machineLanguage)),
      }));
      return allGood ? 0 : 1;
    }
    const text = call.words.join(' ').trim();
    if (text === '')
      throw new CampanileError(
        'usage',
        'there is nothing told',
        'Write in quotation marks who you are and how far: campanile recommend "we are the council …"',
      );
    const told = await recommendOne(call, text, languageOption(call));
    call.print(call.options.json ? JSON.stringify(told) : told.text);
    return 0;
  },
};
