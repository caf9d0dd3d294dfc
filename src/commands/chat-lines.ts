import { z } from 'zod';
import { addressOf, chatOf, createTerminalChannel, type Shown } from '../channels/terminal/channel.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import type { Event, Incoming } from '../domain/message.ts';
import type { Call } from './command.ts';
import { createDeskMemory, DESK, SENDS } from './desk-lines.ts';
import { answerLines } from './json-lines.ts';

const base = {
  chat: z.string().min(1),
  user: z.string().min(1),
  kind: z.enum(['private', 'group']).optional(),
  name: z.string().optional(),
  admin: z.boolean().optional(),
  language: z.enum(LANGUAGES).optional(),
  title: z.string().optional(),
  at: z.iso.datetime({ offset: true }).optional(),
  thread: z.string().min(1).optional(),
};
const lineSchema = z.union([
  z.object({ ...base, text: z.string(), addressed: z.boolean().optional() }),
  z.object({ ...base, press: z.string().min(1) }),
]);

type Line = z.infer<typeof lineSchema>;

const FORM =
  'a line reads {"chat":"c1","kind":"group","user":"u1","text":"…"} or {"chat":"c1","user":"u1","press":"<choice id>"}';
const CLOSING = 5000;

/** What holds for a chat and a user until it is said otherwise. */
const createMemory = () => {
  const kinds = new Map<string, 'private' | 'group'>();
  const titles = new Map<string, string>();
  const users = new Map<string, { name?: string; language?: Language }>();
  const admins = new Map<string, boolean>();
  const homes = new Map<string, string>();
  let clock: number | null = null;
  return {
    now: () => clock ?? Date.now(),
    note: (line: Line): Omit<Incoming, 'event'> => {
      const { chat, user } = line;
      if (line.at) clock = Date.parse(line.at);
      const place = line.kind ?? kinds.get(chat) ?? 'private';
      kinds.set(chat, place);
      if (line.title) titles.set(chat, line.title);
      const person = {
        ...users.get(user),
        ...(line.name ? { name: line.name } : {}),
        ...(line.language ? { language: line.language } : {}),
      };
      users.set(user, person);
      const seat = JSON.stringify([chat, user]);
      if (line.admin !== undefined) admins.set(seat, line.admin);
      if (place === 'private') homes.set(user, chat);
      return {
        address: addressOf(chat),
        place,
        title: place === 'group' ? (titles.get(chat) ?? null) : null,
        from: {
          id: user,
          name: person.name ?? user,
          home: addressOf(homes.get(user) ?? user),
          language: person.language ?? null,
          admin: place === 'private' || (admins.get(seat) ?? false),
        },
        at: clock ?? Date.now(),
      };
    },
  };
};

const eventOf = (line: Line): Event | null => {
  if ('press' in line) return { kind: 'press', choice: line.press, ticket: '' };
  if (line.chat === DESK && line.text.startsWith(SENDS)) {
    const text = line.text.slice(SENDS.length);
    return { kind: 'form', choice: 'reply', fields: { text }, source: null };
  }
  return line.addressed === false ? null : { kind: 'text', text: line.text };
};

const printed = ({ chat, thread, message, edits }: Shown): Record<string, unknown> => ({
  chat,
  ...(thread === null ? {} : { thread }),
  text: message.heading === null ? message.text : `${message.heading}\n${message.text}`,
  choices: message.choices.flat(),
  citations: message.citations,
  ...(message.attachment ? { attachment: message.attachment } : {}),
  ...(message.file ? { file: message.file } : {}),
  ...(edits ? { edits: true } : {}),
});

/** Many conversations as JSON lines: for each line every delivery that it causes, then the state of its chat. */
export const chatLines = async (call: Call): Promise<number> => {
  const app = await call.openApp();
  const memory = createMemory();
  const desk = createDeskMemory();
  const channel = createTerminalChannel((shown) => {
    if (shown.chat === DESK) desk.note(shown);
    call.print(JSON.stringify(printed(shown)));
  });
  const { pipeline, stateOf, close } = await app.serve([channel], { now: memory.now, desk: addressOf(DESK) });
  try {
    await pipeline.start();
    const allGood = await answerLines(call, lineSchema, FORM, async (line) => {
      const event = eventOf(line);
      const about = memory.note(line);
      await pipeline.ring();
      await pipeline.settled();
      if (event) {
        const incoming = line.chat === DESK ? desk.place({ ...about, event }, line.thread) : { ...about, event };
        await pipeline.take([{ channel: channel.name, id: app.newWord(), incoming }]);
        await pipeline.settled();
      }
      return { done: true, chat: chatOf(about.address), state: await stateOf(about.address) };
    });
    return allGood ? 0 : 1;
  } finally {
    await pipeline.stop(CLOSING);
    await close();
  }
};
