import type { Choice } from '../../domain/answer.ts';
import { type Message, plainMessage } from '../../domain/message.ts';
import type { Request } from '../../domain/request.ts';
import { type Going, type Here, post } from '../track/here.ts';
import { type HandOverTextName, handOverWords } from './words/words.ts';

/** Says a text of the citizen's side in the turn's language. */
export const tell = (
  { language, incoming }: Here,
  name: HandOverTextName,
  values: Record<string, string | number> = {},
): string => handOverWords[language](name, { place: incoming.place, ...values });

/** A button of the citizen's side. */
export const button = (here: Here, id: string, label: HandOverTextName): Choice => ({ id, label: tell(here, label) });

/** A message to who asked; in a group under their name, so that everybody sees whom it is for. */
export const messageToAsker = (
  here: Here,
  { by }: Pick<Request, 'by'>,
  text: string,
  rest: Partial<Message> = {},
): Message => {
  const heading = here.incoming.place === 'group' && by.name !== '' ? by.name : null;
  return plainMessage(text, { heading, ...rest });
};

/** Posts something to who asked. */
export const postToAsker = (
  here: Here,
  going: Going,
  asker: Pick<Request, 'by'>,
  text: string,
  rest: Partial<Message> = {},
): Going => post(here, going, messageToAsker(here, asker, text, rest));
