import { onTestFinished } from 'vitest';
import { createApp, type Service } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { ownDataFolder } from '../support/run.ts';
import type { MessageRef, Person, Talk } from '../support/telegram/driver-types.ts';
import type { Message } from '../support/telegram/message.ts';
import { type BotApi, type Options, startBotApi } from '../support/telegram/server.ts';

/** The whole app, served over a strict Bot API, and two people who use it. */
export type Village = {
  readonly server: BotApi;
  readonly maria: Person;
  readonly luca: Person;
  /** A group that Maria made, with Luca in it; the bot is not. */
  readonly newGroup: (options?: { readonly bot?: 'member' | 'administrator' | 'left' }) => Promise<Talk>;
  /** Does it, and waits until the assistant is at rest. */
  readonly calm: <Result>(act: Promise<Result>) => Promise<Result>;
  readonly stateOf: (where: { readonly id: number }) => ReturnType<Service['stateOf']>;
  /** Resolves when every turn is taken and everything sent. */
  readonly worked: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** What was told to the operator. */
  readonly lines: string[];
};

/** @param prepare what is there before the program starts; gives settings that it is started with */
export const openVillage = async (
  options: Options = {},
  prepare: (server: BotApi) => Promise<NodeJS.ProcessEnv> = async () => ({}),
): Promise<Village> => {
  const server = await startBotApi(options);
  const settings = {
    ...ownDataFolder(),
    TELEGRAM_BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.root,
    LANG: 'it_IT.UTF-8',
    ...(await prepare(server)),
  };
  const lines: string[] = [];
  const serve = async (): Promise<Service> => {
    const log = createLog('info', (line) => void lines.push(line));
    const app = await createApp(readConfig(settings), log);
    const service = await app.serve(app.channels);
    await service.pipeline.start();
    return service;
  };
  let service = await serve();
  const end = async (): Promise<void> => {
    await service.pipeline.stop(1000);
    await service.close();
  };
  onTestFinished(async () => {
    await end();
    await server.close();
  });
  const maria = await server.user({ firstName: 'Maria', languageCode: 'it' });
  const luca = await server.user({ firstName: 'Luca', languageCode: 'it' });
  return {
    server,
    maria,
    luca,
    lines,
    newGroup: ({ bot = 'left' } = {}) => server.group({ title: 'Pro Loco di Sopra', members: [maria, luca], bot }),
    calm: async (act) => {
      const result = await act;
      await server.settled({ quiet: 150 });
      return result;
    },
    stateOf: ({ id }) => service.stateOf(`telegram:${id}`),
    worked: () => service.pipeline.settled(),
    restart: async () => {
      await end();
      service = await serve();
    },
  };
};

/** What the buttons of a message carry, row by row. */
export const buttonsOf = (message: Message | undefined): string[][] =>
  (message?.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ callback_data }) => callback_data ?? ''));

/** The message that shows the list of a group: the newest that can tick. */
export const listIn = async (where: Talk): Promise<Message> => {
  const isList = (message: Message) =>
    buttonsOf(message)
      .flat()
      .some((data) => /^(?:un)?tick=/.test(data));
  const found = (await where.botMessages()).findLast(isList);
  if (!found) throw new Error('no list is shown');
  return found;
};

/** What the button carries that sets a step of a list. */
export const tickOf = (list: Message, step: number): string => buttonsOf(list)[step - 1]?.[0] ?? '';

/** A group that the bot is in and that has its first list: the plan of the Pro Loco, phase 2. */
export const groupWithList = async (
  { newGroup, calm, maria }: Village,
  options: { readonly bot?: 'member' | 'administrator' } = {},
): Promise<{ group: Talk; list: Message & MessageRef }> => {
  const group = await newGroup({ bot: 'member', ...options });
  await calm(group.say(maria, '/piano@campanile_bot pro loco'));
  await calm(group.say(maria, '/fase@campanile_bot 2'));
  return { group, list: await listIn(group) };
};
