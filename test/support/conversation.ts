import type { App } from '../../src/app.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { newConversation } from '../../src/domain/conversation.ts';
import type { Language } from '../../src/domain/language.ts';

/** A private conversation with the real assistant: says a line, gives the answer. */
export const converse = (app: App, language: Language): ((line: string) => Promise<Answer>) => {
  let conversation = newConversation(language);
  return async (line) => {
    const reply = await app.assistant.reply(line, conversation);
    conversation = reply.conversation;
    return reply.answer;
  };
};
