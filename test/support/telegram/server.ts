import type { AddressInfo } from 'node:net';
import type { TelegramUser } from '@gramio/types';
import { type Actions, createActions, type Remote } from './actions/actions.ts';
import { ANONYMOUS_ADMIN, CHANNEL_BOT, TELEGRAM } from './actions/known-users.ts';
import { createCallLog } from './call-log.ts';
import { createClock } from './clock.ts';
import { createControl } from './control.ts';
import { createDriver, type Driver } from './driver.ts';
import { createFaults } from './faults.ts';
import { createFlood } from './flood.ts';
import { createHttp } from './http.ts';
import { createUpdateQueue } from './update-queue.ts';
import type { World } from './world.ts';

export type Options = {
  /** 0, any free port, unless told. */
  readonly port?: number;
  /** The bot's user name: `campanile_bot` unless told. */
  readonly username?: string;
  /** Privacy mode in groups: on unless told. */
  readonly privacy?: boolean;
  /** Whether writing too often is answered 429: off unless told. */
  readonly limits?: boolean;
  /** How many calls, and messages of a chat, are remembered: all unless told. */
  readonly keep?: number;
  readonly firstUpdateId?: number;
};

/** The server in this process: the driver, and the same actions without waiting. */
export type BotApi = Driver & { readonly actions: Actions; readonly close: () => Promise<void> };

const TOKEN = '7000000001:AAStrictServerForTestsOnly_not_a_token_';

const createWorld = (options: Options): World => {
  const clock = createClock();
  const bot: TelegramUser = {
    id: 7000000001,
    is_bot: true,
    first_name: 'Campanile',
    username: options.username ?? 'campanile_bot',
    can_join_groups: true,
    can_read_all_group_messages: options.privacy === false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  };
  const keep = options.keep ?? Number.POSITIVE_INFINITY;
  const known = [bot, ANONYMOUS_ADMIN, CHANNEL_BOT, TELEGRAM];
  return {
    token: TOKEN,
    bot,
    privacy: options.privacy ?? true,
    keep,
    clock,
    accounts: new Map(known.map((user) => [user.id, { user, deactivated: false }])),
    chats: new Map(),
    updates: createUpdateQueue(clock, options.firstUpdateId ?? 100_000_001),
    presses: new Map(),
    files: new Map(),
    paths: new Map(),
    calls: createCallLog(keep),
    faults: createFaults(),
    flood: createFlood(clock, options.limits ?? false),
    profile: new Map(),
    webhook: '',
    busy: 0,
  };
};

/** The actions as another process would call them: each gives a promise, and a failure rejects it. */
const asRemote = (actions: Actions): Remote =>
  Object.fromEntries(
    Object.entries(actions).map(([name, act]) => [
      name,
      async (...given: unknown[]) => (act as (...all: unknown[]) => unknown)(...given),
    ]),
  ) as unknown as Remote;

/** Starts a Bot API server for one bot on this machine. It is as strict as Telegram, and it is all in memory. */
export const startBotApi = async (options: Options = {}): Promise<BotApi> => {
  const world = createWorld(options);
  const actions = createActions(world);
  const server = createHttp(world, createControl(actions, world));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', listening);
  });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...createDriver(asRemote(actions), { root, token: world.token, bot: world.bot }),
    actions,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
