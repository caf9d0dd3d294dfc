import { addressOf, createTerminalChannel } from '../channels/terminal/channel.ts';
import { pressedBy, withLetters } from '../channels/terminal/letters.ts';
import { openTerminal, type Terminal } from '../channels/terminal/terminal.ts';
import { CampanileError } from '../domain/errors.ts';
import type { Event, Incoming, Message } from '../domain/message.ts';
import { chatLines } from './chat-lines.ts';
import type { Call, Command } from './command.ts';

const HELP = `campanile chat: talk with the assistant in this terminal, in Italian, French or English

  campanile chat            a private conversation, kept from one time to the next; a letter presses the button that stands beside it
  printf '…' | campanile chat   the same over a pipe, one message a line
  campanile chat --jsonl    many conversations, private and groups, as JSON lines:
                            {"chat","kind":"private"|"group","user","name"?,"admin"?,"language"?,"text"} or {"chat","user","press":"<choice id>"}
                            the chat "desk" is a centre's desk: a leading "> " sends to the citizen; "thread" names another request than
                            the one shown last. "at" sets the clock ("2026-11-26T09:00:00+01:00")

Ctrl-D ends it. "erase" (also: cancella tutto, tout effacer) erases what is kept of it.`;

const HOME = 'home';
const CLOSING = 5000;

/** Talks until the input ends. */
const talk = async (terminal: Terminal, { openApp, config }: Call): Promise<void> => {
  const lines = terminal.lines();
  // Over a pipe nothing is opened or made before something came in.
  const first = terminal.interactive ? null : await lines.next();
  if (first?.done) {
    throw new CampanileError(
      'usage',
      'there is no terminal and nothing came in',
      'Start it in a terminal, or send messages over a pipe: echo "where do we begin?" | npm start',
    );
  }
  const app = await openApp();
  let last: Message | null = null;
  const shown = createTerminalChannel(({ message, edits }) => {
    // A list that is brought up to date stands further up: in a terminal only what is new is shown.
    if (edits) return;
    last = message;
    terminal.say(withLetters(message));
  });
  // What stands for a moment beside a button elsewhere is a line here.
  const answerPress = (_: string, note: string | null): void => {
    if (note !== null) terminal.say(note);
  };
  const channel = { ...shown, answerPress };
  const { pipeline, close } = await app.serve([channel]);
  const address = addressOf(HOME);
  const person = { id: HOME, name: config.userName, home: address, language: config.machineLanguage, admin: true };
  const come = async (event: Event): Promise<void> => {
    const incoming: Incoming = { address, place: 'private', title: null, from: person, at: Date.now(), event };
    await pipeline.take([{ channel: channel.name, id: app.newWord(), incoming }]);
    await pipeline.settled();
  };
  const hear = async (line: string): Promise<void> => {
    if (line.trim() === '') return;
    const choice = pressedBy(line, last);
    await come(choice === undefined ? { kind: 'text', text: line } : { kind: 'press', choice, ticket: '' });
  };
  try {
    await pipeline.start();
    await come({ kind: 'text', text: '/start' });
    if (first) await hear(first.value);
    for await (const line of lines) await hear(line);
  } finally {
    await pipeline.stop(CLOSING);
    await close();
  }
};

export const chat: Command = {
  help: HELP,
  options: { jsonl: { type: 'boolean' } },
  run: async (call) => {
    if (call.options.jsonl) return chatLines(call);
    const terminal = openTerminal(call.input, call.output, '> ');
    try {
      await talk(terminal, call);
    } finally {
      terminal.close();
    }
    return 0;
  },
};
