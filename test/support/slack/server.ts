import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Actions, createActions, type Remote } from './actions/actions.ts';
import type { Machine } from './actions/levers.ts';
import { newAccount } from './actions/places.ts';
import { createCallLog } from './call-log.ts';
import { createClock } from './clock.ts';
import { createControl } from './control.ts';
import { createDriver, type Driver, type Identity } from './driver.ts';
import { createFaults } from './faults.ts';
import { createHttp } from './http.ts';
import { sendOverHttp } from './http-transport.ts';
import { createIds, createTimestamps } from './ids.ts';
import { createLimits } from './limits.ts';
import { createOutbox } from './outbox.ts';
import { createSockets } from './sockets.ts';
import type { Enterprise, Team, World } from './world.ts';

export type Options = {
  /** 0, any free port, unless told. */
  readonly port?: number;
  readonly controlPort?: number;
  readonly team?: Partial<Team>;
  /** The organisation of the workspace; with `orgWide` the app is installed for all of it at once. */
  readonly enterprise?: Enterprise;
  /** What the token may do; everything but `chat:write.public` unless told. */
  readonly scopes?: readonly string[];
  /** Which events the app asked for, such as `message.im`; all unless told. */
  readonly events?: readonly string[];
  /** Whether calling too often is answered 429: off unless told. */
  readonly limits?: boolean;
  /** Whether a repeated `client_msg_id` posts nothing: off unless told, as Slack does not promise it. */
  readonly clientIds?: boolean;
  /** Whether people have the agent's page, where each message to the app that answers no other begins a thread: off unless told. */
  readonly agentPage?: boolean;
  /** How many calls and deliveries are remembered: all unless told. */
  readonly keep?: number;
};

/** The server in this process: the driver, and the same actions without waiting. */
export type Slack = Driver & { readonly actions: Actions; readonly close: () => Promise<void> };

const createWorld = (options: Options, machine: Machine, clock: World['clock']): World => {
  const home: Team = { id: 'T0CASA0001', name: 'Cooperative', domain: 'cooperative', ...options.team };
  const bot = newAccount({ id: 'U0BOT00001', team: home.id, name: 'Campanile', handle: 'campanile', isBot: true });
  const keep = options.keep ?? Number.POSITIVE_INFINITY;
  const secret = 'strict-server-for-tests-only';
  const world: World = {
    token: 'xoxb-strict-server-for-tests-only',
    appToken: 'xapp-strict-server-for-tests-only',
    signingSecret: secret,
    appId: 'A0CAMPA001',
    botId: 'B0CAMPA001',
    bot,
    home,
    enterprise: options.enterprise,
    teams: new Map([[home.id, home]]),
    accounts: new Map([[bot.id, bot]]),
    conversations: new Map(),
    files: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    clientMessages: new Map(),
    scopes: options.scopes,
    subscriptions: options.events,
    revoked: undefined,
    clientIds: options.clientIds ?? false,
    agentPage: options.agentPage ?? false,
    clock,
    newId: createIds(),
    newTs: createTimestamps(clock.now),
    outbox: createOutbox(clock, keep, (attempt) =>
      machine.requestUrl === undefined
        ? machine.sockets.send(attempt)
        : sendOverHttp(clock, machine.requestUrl, secret, attempt),
    ),
    calls: createCallLog(keep),
    faults: createFaults(),
    limits: createLimits(clock, options.limits ?? false),
    newsCount: 0,
    busy: 0,
    root: '',
  };
  return world;
};

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};
const stop = (server: Server): Promise<void> =>
  new Promise((stopped) => {
    server.close(() => stopped());
    server.closeAllConnections();
  });

/** The actions as another process would call them: each gives a promise, and a failure rejects it. */
const asRemote = (actions: Actions): Remote =>
  Object.fromEntries(
    Object.entries(actions).map(([name, act]) => [
      name,
      async (...given: unknown[]) => (act as (...all: unknown[]) => unknown)(...given),
    ]),
  ) as unknown as Remote;

/** Starts Slack for one app on this machine: its Web API, Socket Mode and events. It is as strict as Slack, and all in memory. */
export const startSlack = async (options: Options = {}): Promise<Slack> => {
  const clock = createClock();
  const sockets = createSockets(clock, 'A0CAMPA001');
  let port = options.port ?? 0;
  const machine: Machine = {
    sockets,
    requestUrl: undefined,
    down: async () => {
      sockets.cut();
      await stop(server);
    },
    up: async () => {
      await listen(server, port);
    },
  };
  const world = createWorld(options, machine, clock);
  const actions = createActions(world, machine);
  const server = createHttp(world, sockets);
  port = await listen(server, port);
  world.root = `http://127.0.0.1:${port}`;
  const { bot, home, token, appToken, signingSecret, appId, botId } = world;
  let control = '';
  const identity = (): Identity => ({
    root: world.root,
    apiUrl: `${world.root}/api/`,
    control,
    token,
    appToken,
    signingSecret,
    appId,
    botId,
    bot: { id: bot.id, name: bot.name, handle: bot.handle },
    team: home,
  });
  const controls = createControl(actions, identity);
  control = `http://127.0.0.1:${await listen(controls, options.controlPort ?? 0)}`;
  return {
    ...createDriver(asRemote(actions), identity()),
    actions,
    close: async () => {
      clock.stop();
      sockets.close();
      await Promise.all([stop(server), stop(controls)]);
    },
  };
};
