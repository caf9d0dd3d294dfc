// Apps without any library, for this server's own tests: one that hears over HTTP, one that hears over a socket.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { until } from './actions/until.ts';
import type { Identity } from './driver.ts';
import { rawCall } from './raw-call.ts';

export type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly at: number };
/** How a request is answered; `after` milliseconds, when it takes its time. */
export type Reply = {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: object;
  readonly after?: number;
};

/** An app that hears over HTTP; it answers the challenge by itself and everything else as told. */
export const startHttpApp = async (reply: (heard: Heard, count: number) => Reply = () => ({})) => {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const challenge = /"challenge":"([^"]+)"/.exec(body)?.[1];
    if (challenge) return void response.end(challenge);
    const one = { headers: request.headers, body, at: Date.now() };
    heard.push(one);
    const { status = 200, body: text = '', headers = {}, after = 0 } = reply(one, heard.length);
    setTimeout(() => response.writeHead(status, { ...headers }).end(text), after);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    heard,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export type Envelope = {
  readonly type: string;
  readonly envelope_id?: string;
  readonly payload?: {
    readonly type?: string;
    readonly event_id?: string;
    readonly event?: Readonly<Record<string, unknown>>;
  };
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
  readonly reason?: string;
  readonly [more: string]: unknown;
};

/** An app's socket; it acknowledges nothing by itself. */
export const openSocket = async (server: Identity) => {
  const { url } = await rawCall({ apiUrl: server.apiUrl, token: server.appToken }, 'apps.connections.open');
  const socket = new WebSocket(String(url));
  const heard: Envelope[] = [];
  const raw: string[] = [];
  socket.on('message', (data) => {
    raw.push(String(data));
    if (String(data).startsWith('{')) heard.push(JSON.parse(String(data)) as Envelope);
  });
  socket.on('error', () => {});
  await once(socket, 'message');
  const envelopes = () => heard.filter(({ envelope_id }) => envelope_id !== undefined);
  const find = (type: string) => envelopes().findLast(({ payload }) => payload?.type === type);
  return {
    socket,
    heard,
    raw,
    envelopes,
    /** The newest envelope whose payload is of this type, once it came. */
    newest: async (type: string) => {
      await until(`no ${type} had come`, 2000, () => find(type) !== undefined);
      return find(type)! as Envelope & { readonly payload: Readonly<Record<string, unknown>> };
    },
    ack: ({ envelope_id }: Envelope, payload?: unknown) => socket.send(JSON.stringify({ envelope_id, payload })),
  };
};
