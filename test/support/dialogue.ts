import type { App, Service } from '../../src/app.ts';
import { addressOf, createTerminalChannel, type Shown } from '../../src/channels/terminal/channel.ts';
import { isLanguage, type Language } from '../../src/domain/language.ts';
import type { Event } from '../../src/domain/message.ts';

/** One line of a dialogue: what somebody says or presses, what must be heard, or where the conversation must stand. */
export type Line =
  | {
      readonly kind: 'chat';
      readonly chat: string;
      readonly place: 'private' | 'group';
      readonly language: Language;
      readonly title: string | null;
    }
  | { readonly kind: 'says'; readonly who: string; readonly admin: boolean; readonly event: Event }
  | { readonly kind: 'hears'; readonly words: string; readonly never: boolean }
  | { readonly kind: 'stands'; readonly state: Readonly<Record<string, string>> }
  | { readonly kind: 'restart' };

const CHAT = /^# (private|group) (\S+) (it|fr|en)(?: "(.+)")?$/;
const SAYS = /^(\p{Lu}\p{L}*)(\*)?(?:: (.*)| presses (\S+)| (joins|leaves|sends a voice note))$/u;

/**
 * Reads a dialogue. `# group g1 it "Title"` changes the chat; `Maria: …` speaks (`Maria*` is an admin), `Maria presses tick=…`; `> …` must stand in
 * what came since the last who spoke, `>! …` must not; `{word}` is the one-time word that was told last; `= plan 5 phase 2 open 6 ticked 0`;
 * `--- restart` stops the program and starts it again.
 */
export const readDialogue = (text: string): Line[] =>
  text.split('\n').flatMap((raw): Line[] => {
    const line = raw.trim();
    if (line === '' || line.startsWith('//')) return [];
    if (line === '--- restart') return [{ kind: 'restart' }];
    const [, place, chat, language, title] = CHAT.exec(line) ?? [];
    if (place && chat && isLanguage(language))
      return [{ kind: 'chat', chat, place: place as 'group', language, title: title ?? null }];
    if (line.startsWith('>')) {
      const never = line.startsWith('>!');
      return [{ kind: 'hears', words: line.slice(never ? 2 : 1).trim(), never }];
    }
    if (line.startsWith('= ')) {
      const words = line.slice(2).split(' ');
      const pairs = words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ''] as const] : []));
      return [{ kind: 'stands', state: Object.fromEntries(pairs) }];
    }
    const [, who, star, said, choice, does] = SAYS.exec(line) ?? [];
    if (!who) throw new Error(`no line of a dialogue: ${line}`);
    const event: Event =
      choice !== undefined
        ? { kind: 'press', choice, ticket: '' }
        : does === 'joins'
          ? { kind: 'joined' }
          : does === 'leaves'
            ? { kind: 'left' }
            : does
              ? { kind: 'unreadable', what: 'voice' }
              : { kind: 'text', text: said ?? '' };
    return [{ kind: 'says', who, admin: star === '*', event }];
  });

/** Plays dialogues through the whole app: conversation, store, pipeline. */
export type Player = {
  /** Says or presses it; gives every message that it caused, in whichever chat, and remembers the chat's. */
  say(line: Extract<Line, { kind: 'says' }>): Promise<readonly Shown[]>;
  into(line: Extract<Line, { kind: 'chat' }>): void;
  state(): Promise<Awaited<ReturnType<Service['stateOf']>>>;
  restart(): Promise<void>;
  close(): Promise<void>;
};

export const createPlayer = async (openApp: () => Promise<App>): Promise<Player> => {
  let shown: Shown[] = [];
  const channel = createTerminalChannel((one) => shown.push(one));
  let chat: Extract<Line, { kind: 'chat' }> = {
    kind: 'chat',
    chat: 'home',
    place: 'private',
    language: 'en',
    title: null,
  };
  let app = await openApp();
  let service = await app.serve([channel]);
  await service.pipeline.start();
  const close = async () => {
    await service.pipeline.stop(5000);
    await service.close();
  };
  return {
    close,
    into: (line) => {
      chat = line;
    },
    say: async ({ who, admin, event }) => {
      shown = [];
      const from = {
        id: who.toLowerCase(),
        name: who,
        home: addressOf(who.toLowerCase()),
        language: chat.language,
        admin: chat.place === 'private' || admin,
      };
      const incoming = {
        address: addressOf(chat.chat),
        place: chat.place,
        title: chat.title,
        from,
        at: Date.now(),
        event,
      };
      await service.pipeline.take([{ channel: 'terminal', id: app.newWord(), incoming }]);
      await service.pipeline.settled();
      return shown;
    },
    state: () => service.stateOf(addressOf(chat.chat)),
    restart: async () => {
      await close();
      app = await openApp();
      service = await app.serve([channel]);
      await service.pipeline.start();
    },
  };
};

/** What a person in a chat reads of a message: heading, text, buttons' labels and ids, the file that goes with it. */
export const readOut = ({ message }: Shown): string =>
  [
    message.heading ?? '',
    message.text,
    ...message.choices.flat().map(({ id, label }) => `[${label}] [${id}]`),
    ...(message.attachment ? [message.attachment.name, message.attachment.text] : []),
  ].join('\n');
