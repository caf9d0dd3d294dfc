import { openTerminal } from '../channels/terminal.ts';
import { newConversation } from '../domain/conversation.ts';
import { CampanileError } from '../domain/errors.ts';
import type { Call, Command } from './command.ts';

const HELP = `campanile chat: talk with the assistant in this terminal, in Italian, French or English

  campanile chat            a private conversation; follow-ups such as "and then?", "why?", "more" work
  printf '…' | campanile chat   the same over a pipe, one message a line

What is said is kept in memory until the chat ends. Ctrl-D ends it.`;

/** Talks until the input ends; false when nobody can speak here: no terminal, and an input that holds nothing. */
const talk = async ({ openApp, config, input, output }: Call): Promise<boolean> => {
  const { assistant, prepare } = await openApp();
  await prepare();
  const terminal = openTerminal(input, output, '> ');
  let conversation = newConversation(config.machineLanguage);
  let greeted = false;
  const greet = () => {
    if (!greeted) terminal.say(assistant.greeting(config.machineLanguage));
    greeted = true;
  };
  if (terminal.interactive) greet();
  for await (const line of terminal.lines()) {
    greet();
    if (line.trim() === '') continue;
    const reply = await assistant.reply(line, conversation);
    conversation = reply.conversation;
    terminal.say(reply.answer.text);
  }
  return greeted;
};

export const chat: Command = {
  help: HELP,
  options: {},
  run: async (call) => {
    if (await talk(call)) return 0;
    throw new CampanileError(
      'usage',
      'there is no terminal and nothing came in',
      'Start it in a terminal, or send messages over a pipe: echo "where do we begin?" | npm start',
    );
  },
};
