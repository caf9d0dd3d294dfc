import type { Readable, Writable } from 'node:stream';
import type { App } from '../app.ts';
import { openTerminal } from '../channels/terminal.ts';
import type { Config } from '../config.ts';
import { newConversation } from '../domain/conversation.ts';

export const CHAT_HELP = `campanile chat: talk with the assistant in this terminal, in Italian, French or English

  campanile chat            a private conversation; follow-ups such as "and then?", "why?", "more" work
  printf '…' | campanile chat   the same over a pipe, one message a line

What is said is kept in memory until the chat ends. Ctrl-D ends it.`;

/** Talks until the input ends. Every message is answered on its own: one that fails does not end the chat. */
export const chat = async (
  app: App,
  config: Config,
  input: Readable & { isTTY?: boolean },
  output: Writable,
): Promise<void> => {
  const terminal = openTerminal(input, output, '> ');
  let conversation = newConversation(config.machineLanguage);
  terminal.say(app.assistant.greeting(config.machineLanguage));
  for await (const line of terminal.lines()) {
    if (line.trim() === '') continue;
    const reply = await app.assistant.reply(line, conversation);
    conversation = reply.conversation;
    terminal.say(reply.answer.text);
  }
};
