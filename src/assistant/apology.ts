import type { Conversation } from '../domain/conversation.ts';
import type { Language } from '../domain/language.ts';
import { type Incoming, type Message, plainMessage } from '../domain/message.ts';
import { wayWords } from './track/words/words.ts';

/** What is said where a turn failed for good: what was kept, and what to do. */
export const apologise = (conversation: Conversation | null, { place, from }: Incoming, usual: Language): Message => {
  const member = from ? conversation?.members[from.id] : undefined;
  const language = member ?? conversation?.language ?? from?.language ?? usual;
  return plainMessage(wayWords[language]('apology', { place }));
};
