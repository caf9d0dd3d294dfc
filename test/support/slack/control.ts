import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Actions, Remote } from './actions/actions.ts';
import { createDriver, type Driver, type Identity } from './driver.ts';

const textOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
};

const MANY = '/control/many';

/**
 * The actions over HTTP, at a port of their own so that they work while Slack itself is down: `POST /control/<action>` with its
 * input as JSON gives `{"result"}` or `{"error"}`; `POST /control/many` takes `[["say",{…}],…]`; `GET /control` tells the tokens.
 */
export const createControl = (actions: Actions, identity: () => Identity): Server => {
  const known = actions as unknown as Readonly<Record<string, (input: unknown) => unknown>>;
  const act = async (name: string, input: unknown): Promise<unknown> => {
    const action = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!action) throw new Error(`There is no action "${name}"`);
    return (await action(input)) ?? null;
  };
  const work = async (path: string, request: IncomingMessage): Promise<unknown> => {
    if (path === '/control') return identity();
    const input: unknown = JSON.parse((await textOf(request)) || '{}');
    if (path !== MANY) return act(path.slice('/control/'.length), input);
    return Promise.all((input as [string, unknown][]).map(([name, given]) => act(name, given)));
  };

  const server = createServer((request, response) => {
    const reply = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    work(request.url ?? '', request).then(
      (result) => reply(200, { result }),
      (error: unknown) => reply(400, { error: error instanceof Error ? error.message : String(error) }),
    );
  });
  // A caller that was held up for a moment finds its connection still open.
  server.keepAliveTimeout = 600_000;
  return server;
};

const ask = async (url: string, input?: unknown): Promise<unknown> => {
  const response = await fetch(url, input === undefined ? {} : { method: 'POST', body: JSON.stringify(input) });
  const { result, error } = (await response.json()) as { result?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return result;
};

/** The driver of a server that runs in another process, by the address of its control. */
export const connectSlack = async (control: string): Promise<Driver> => {
  const identity = (await ask(`${control}/control`)) as Identity;
  const remote = new Proxy({} as Remote, {
    get: (_, name) =>
      typeof name === 'string' && name !== 'then'
        ? (input: unknown) => ask(`${control}/control/${name}`, input ?? {})
        : undefined,
  });
  return createDriver(remote, identity);
};
