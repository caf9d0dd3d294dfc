import { newConversation } from '../../domain/conversation.ts';
import type { Request } from '../../domain/request.ts';
import { cannedFor } from './canned.ts';
import type { DeskHere } from './desk-here.ts';

/** What the citizen asked last. */
export const lastAsked = ({ lines, question }: Request): string =>
  lines.findLast(({ from, text }) => from === 'citizen' && text !== '')?.text ?? question;

/** The assistant's own draft, with its sources, of an answer to what was said last; never sent as it is by itself. */
const draftOf = async ({ assistant }: DeskHere, request: Request): Promise<string> => {
  const { language, context } = request;
  const blank = newConversation(language);
  const group = { ...blank.group, plan: context?.plan ?? null, phase: context?.phase ?? null };
  const { answer } = await assistant.reply(lastAsked(request), { ...blank, group });
  return answer.text;
};

/** What stands in the field already when a button opens it: a draft, a ready reply, what was sent before; nothing for a new one. */
export const writtenFor = async (here: DeskHere, request: Request, choice: string): Promise<string | undefined> => {
  const [, name, value] = /^(reply|draft|canned|change)(?:=(.+))?$/.exec(choice) ?? [];
  switch (name) {
    case 'reply':
      return '';
    case 'draft':
      return draftOf(here, request);
    case 'canned':
      return cannedFor(here.centre, request).find((one) => one.name === value)?.text;
    case 'change':
      return request.lines.find(({ number, from }) => number === Number(value) && from === 'desk')?.text;
    default:
      return undefined;
  }
};
