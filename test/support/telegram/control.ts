import type { IncomingMessage } from 'node:http';
import type { Actions, Remote } from './actions/actions.ts';
import { createDriver, type Driver, type Identity } from './driver.ts';
import type { Aside } from './http.ts';
import type { World } from './world.ts';

const textOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
};

const MANY = '/control/many';

/**
 * The actions over HTTP: `POST /control/<action>` with its input as JSON gives `{"result"}` or `{"error"}`; `POST /control/many`
 * takes `[["say",{…}],…]` and gives all results; `GET /control` tells the bot's name and token.
 */
export const createControl = (actions: Actions, world: World): Aside => {
  const known = actions as unknown as Readonly<Record<string, (input: unknown) => unknown>>;
  const act = async (name: string, input: unknown): Promise<unknown> => {
    const action = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!action) throw new Error(`There is no action "${name}"`);
    return (await action(input)) ?? null;
  };
  const many = (list: [string, unknown][]): Promise<unknown[]> =>
    Promise.all(list.map(([name, input]) => act(name, input)));

  return (request, response, path) => {
    if (path !== '/control' && !path.startsWith('/control/')) return false;
    const reply = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const work = async (): Promise<unknown> => {
      if (path === '/control') return { token: world.token, bot: world.bot };
      const input: unknown = JSON.parse((await textOf(request)) || '{}');
      return path === MANY ? many(input as [string, unknown][]) : act(path.slice('/control/'.length), input);
    };
    work().then(
      (result) => reply(200, { result }),
      (error: unknown) => reply(400, { error: error instanceof Error ? error.message : String(error) }),
    );
    return true;
  };
};

const ask = async (url: string, input?: unknown): Promise<unknown> => {
  const response = await fetch(url, input === undefined ? {} : { method: 'POST', body: JSON.stringify(input) });
  const { result, error } = (await response.json()) as { result?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return result;
};

/** The driver of a server that runs in another process. */
export const connectBotApi = async (root: string): Promise<Driver> => {
  const { token, bot } = (await ask(`${root}/control`)) as Omit<Identity, 'root'>;
  const remote = new Proxy({} as Remote, {
    get: (_, name) =>
      typeof name === 'string' && name !== 'then'
        ? (input: unknown) => ask(`${root}/control/${name}`, input ?? {})
        : undefined,
  });
  return createDriver(remote, { root, token, bot });
};
