import { connectBotApi } from '../support/telegram/control.ts';
import type { Driver } from '../support/telegram/driver.ts';
import { createLives, type Deed, type People, type Platform, type Post } from './platform.ts';
import { startLife } from './process.ts';

/** The strict Bot API server, and those who use it. */
export type Telegram = Platform & { readonly server: Driver; readonly people: People };

const addressOf = (chat: unknown): string => `telegram:${chat}`;
const chatIn = (address: string): number => Number(address.split(':')[1]);

const createPeople = ({ root, remote, bot }: Driver): People => {
  const personIn = new Map<string, number>();
  const doing = (deed: Deed): readonly [string, unknown] => {
    const here = { chat: chatIn(deed.chat), from: personIn.get(deed.chat) };
    if ('presses' in deed)
      return ['press', { ...here, message: Number(deed.message), button: deed.presses, stale: true }];
    const isPlain = here.chat > 0 || deed.says.startsWith('/');
    return ['say', { ...here, text: isPlain ? deed.says : `@${bot.username} ${deed.says}` }];
  };
  return {
    settle: async (count) => {
      for (let at = 0; at < count; at++) {
        const { id: person } = await remote.person({ firstName: `Persona ${at}`, languageCode: 'it' });
        const chat = at % 2 === 0 ? (await remote.chat({ title: `Paese ${at}`, members: [person] })).id : person;
        personIn.set(addressOf(chat), person);
      }
      return [...personIn.keys()];
    },
    act: async (deeds) => {
      const response = await fetch(`${root}/control/many`, { method: 'POST', body: JSON.stringify(deeds.map(doing)) });
      if (!response.ok) throw new Error(await response.text());
    },
    shown: async (address) =>
      (await remote.botMessages({ chat: chatIn(address) })).map(({ message_id, text = '', reply_markup }) => ({
        id: String(message_id),
        text,
        buttons: (reply_markup?.inline_keyboard ?? []).flat().flatMap(({ callback_data }) => callback_data ?? []),
      })),
  };
};

export const openTelegram = async (): Promise<Telegram> => {
  const life = startLife(new URL('../support/telegram/serve.ts', import.meta.url));
  const server = await connectBotApi((JSON.parse(await life.line) as { root: string }).root);
  const status = () => server.status();
  const lives = createLives(status);
  const posts: Post[] = [];
  let looked = 0;
  return {
    server,
    people: createPeople(server),
    settings: { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root },
    status,
    slow: (milliseconds) => server.fault({ kind: 'slow', milliseconds }, { times: 'always' }),
    meet: async () => {},
    bury: lives.ended,
    posts: async () => {
      for (const { number, payload, result } of await server.calls({ method: 'sendMessage', after: looked })) {
        looked = number;
        const { message_id: id, text } = (result ?? {}) as { message_id?: number; text?: string };
        if (id === undefined) continue;
        posts.push({ chat: addressOf(payload.chat_id), id: String(id), text: text ?? '', life: lives.before(number) });
      }
      return posts;
    },
    close: async () => {
      life.kill('SIGKILL');
      await life.over;
    },
  };
};
