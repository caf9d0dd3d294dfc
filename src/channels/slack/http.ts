import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CampanileError } from '../../domain/errors.ts';
import { within } from './in-order.ts';
import type { Ack, Arrived, Receive } from './intake.ts';

export type HttpSettings = { readonly signingSecret: string; readonly port: number };

/** Where Slack sends all that it tells, as the manifest for HTTP names it. */
export const PATH = '/slack/events';

const MOST_BYTES = 1024 * 1024;
/** How far the clocks may be apart, in seconds, either way. */
const MOST_APART = 300;
/** Slack gives up after three seconds and sends it again. */
const ANSWERS_WITHIN = 2500;
const LATE = Symbol('late');

/** A request as it is answered: with a status, and perhaps words. */
type Answer = { readonly status: number; readonly body?: Ack };

const digest = (secret: string, second: string, body: Buffer): Buffer =>
  createHmac('sha256', secret).update(`v0:${second}:`).update(body).digest();

/** Whether Slack itself signed a body with this secret, no more than five minutes before or after now (in milliseconds). */
export const isSigned = (
  { headers }: Pick<IncomingMessage, 'headers'>,
  body: Buffer,
  secret: string,
  now: number,
): boolean => {
  const second = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (typeof second !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(second)) return false;
  if (Math.abs(now / 1000 - Number(second)) > MOST_APART) return false;
  const [, hex = ''] = /^v0=([0-9a-f]{64})$/.exec(signature) ?? [];
  const given = Buffer.from(hex, 'hex');
  return given.length === 32 && timingSafeEqual(given, digest(secret, second, body));
};

/** The body of a request; null where it is larger than Slack would ever send. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer | null> => {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return null;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST_BYTES) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a signed body tells; null where it is nothing that Slack sends. */
const arrivedIn = (body: string, type: string): Arrived | null => {
  if (type.startsWith('application/json')) {
    const told = jsonOf(body);
    return typeof told === 'object' && told !== null ? { kind: 'events_api', body: told } : null;
  }
  if (!type.startsWith('application/x-www-form-urlencoded')) return null;
  const form = Object.fromEntries(new URLSearchParams(body));
  if (form.payload === undefined) return { kind: form.ssl_check ? 'ssl_check' : 'slash_commands', body: form };
  const payload = jsonOf(form.payload);
  return typeof payload === 'object' && payload !== null ? { kind: 'interactive', body: payload } : null;
};

const challengeIn = ({ body }: Arrived): string | null => {
  const { type, challenge } = body as { type?: unknown; challenge?: unknown };
  return type === 'url_verification' && typeof challenge === 'string' ? challenge : null;
};

export type HttpParts = HttpSettings & {
  readonly receive: Receive;
  readonly now: () => number;
  readonly onKept: () => void;
  readonly onKeepFailure: (error: unknown) => void;
};

/** Answers one request: only what Slack signed is read, and only what is kept is acknowledged. */
const answerTo = async (request: IncomingMessage, parts: HttpParts): Promise<Answer> => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname !== PATH || request.method !== 'POST') return { status: 404 };
  const body = await bodyOf(request);
  if (!body) return { status: 413 };
  if (!isSigned(request, body, parts.signingSecret, parts.now())) return { status: 401 };
  const arrived = arrivedIn(body.toString(), request.headers['content-type'] ?? '');
  if (!arrived) return { status: 400 };
  const challenge = challengeIn(arrived);
  if (challenge !== null) return { status: 200, body: { challenge } };
  try {
    const ack = await within(parts.receive(arrived), ANSWERS_WITHIN, LATE);
    if (ack === LATE) return { status: 503 };
    parts.onKept();
    return { status: 200, body: ack };
  } catch (error) {
    parts.onKeepFailure(error);
    return { status: 503 };
  }
};

const write = (response: ServerResponse, { status, body = null }: Answer): void => {
  const close = status === 413 ? { connection: 'close' } : {};
  if (body === null) response.writeHead(status, close).end();
  else response.writeHead(status, { 'content-type': 'application/json', ...close }).end(JSON.stringify(body));
};

/** The server that Slack tells over HTTP; listens on the port until it is closed. */
export const listen = async (parts: HttpParts): Promise<Server> => {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5000 }, (request, response) => {
    answerTo(request, parts).then(
      (answer) => write(response, answer),
      () => response.destroy(),
    );
  });
  server.listen(parts.port);
  await once(server, 'listening').catch((error: { code?: unknown }) => {
    throw new CampanileError(
      'configuration',
      `PORT: ${parts.port} cannot be listened on (${error.code})`,
      'Set PORT to one that is free and that this user may open, or end the program that holds it.',
    );
  });
  return server;
};
