import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from './clock.ts';
import type { Attempt, Result } from './outbox.ts';

const WITHIN_MS = 3000;
const MOST = 10;
const PING_MS = 10_000;
const TICKET_MS = 30_000;

export type Reason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';
export type SocketView = {
  readonly id: number;
  readonly envelopes: number;
  readonly silent: boolean;
  readonly leaving: boolean;
};

type Line = { readonly id: number; readonly socket: WebSocket; envelopes: number; silent: boolean; leaving: boolean };

export type Sockets = {
  /** Makes an address that opens one socket. */
  readonly ticket: () => string;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly send: (attempt: Attempt) => Promise<Result>;
  readonly all: () => SocketView[];
  /** Tells a socket, or all, that it goes; all but a `warning` also close it. No more events go there. */
  readonly disconnect: (reason: Reason, id?: number) => void;
  /** Lets a socket, or all, seem alive while nothing goes through any more: no envelopes, no pings, no pongs. */
  readonly silence: (id?: number) => void;
  /** Ends the connections without a word. */
  readonly cut: () => void;
  /** The next acknowledgements are lost on their way. */
  readonly loseAcks: (count: number) => void;
  /** Sends something that is no envelope down every socket. */
  readonly babble: (data: string) => void;
  readonly close: () => void;
};

/** The sockets of Socket Mode: each envelope goes to one of them and must come back acknowledged within three seconds. */
export const createSockets = (clock: Clock, appId: string): Sockets => {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Map<string, number>();
  const underway = new Map<string, (payload: unknown) => void>();
  let lines: Line[] = [];
  let opened = 0;
  let turn = 0;
  let lost = 0;

  const tell = ({ socket, silent }: Line, what: unknown): void => {
    if (!silent) socket.send(typeof what === 'string' ? what : JSON.stringify(what));
  };
  const open = (): Line[] => lines.filter(({ socket }) => socket.readyState === socket.OPEN);
  const chosen = (id: number | undefined): Line[] => open().filter((line) => id === undefined || line.id === id);
  const leave = (line: Line, reason: Reason): void => {
    line.leaving = true;
    tell(line, { type: 'disconnect', reason, debug_info: { host: 'applink-test' } });
    if (reason !== 'warning') line.socket.close();
  };

  const heard = (line: Line, data: string): void => {
    if (line.silent) return;
    let message: { envelope_id?: unknown; payload?: unknown };
    try {
      message = JSON.parse(data) as typeof message;
    } catch {
      return;
    }
    if (typeof message.envelope_id !== 'string') return;
    if (lost > 0) lost -= 1;
    else underway.get(message.envelope_id)?.(message.payload);
  };

  const welcome = (socket: WebSocket): void => {
    opened += 1;
    const line: Line = { id: opened, socket, envelopes: 0, silent: false, leaving: false };
    const pings = setInterval(() => !line.silent && socket.ping('Ping from applink-test'), PING_MS);
    socket.on('ping', (data) => !line.silent && socket.pong(data));
    socket.on('message', (data) => heard(line, String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      lines = lines.filter((one) => one !== line);
    });
    if (open().filter(({ leaving }) => !leaving).length >= MOST) {
      leave(line, 'too_many_websockets');
      return;
    }
    lines.push(line);
    tell(line, {
      type: 'hello',
      num_connections: lines.length,
      debug_info: { host: 'applink-test', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: appId },
    });
  };

  return {
    ticket: () => {
      const ticket = randomUUID();
      tickets.set(ticket, clock.now());
      return ticket;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://x').searchParams.get('ticket') ?? '';
      const given = tickets.get(ticket);
      tickets.delete(ticket);
      if (given === undefined || clock.now() - given > TICKET_MS) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    send: ({ kind, payload, number, reason }) => {
      const ready = open().filter(({ leaving }) => !leaving);
      const line = ready[turn % Math.max(1, ready.length)];
      turn += 1;
      if (!line) return Promise.resolve({ ok: false, reason: 'no_connection' });
      line.envelopes += 1;
      const id = randomUUID();
      return new Promise((resolve) => {
        const end = (result: Result): void => {
          callOff();
          underway.delete(id);
          resolve(result);
        };
        const callOff = clock.after(WITHIN_MS, () => end({ ok: false, reason: 'timeout' }));
        underway.set(id, (response) => {
          const empty = response === undefined || JSON.stringify(response) === '{}';
          end({ ok: true, ...(!empty && { response }) });
        });
        tell(line, {
          envelope_id: id,
          type: kind,
          payload,
          accepts_response_payload: kind !== 'events_api',
          ...(kind === 'events_api' && { retry_attempt: number, retry_reason: reason }),
        });
      });
    },
    all: () => open().map(({ id, envelopes, silent, leaving }) => ({ id, envelopes, silent, leaving })),
    disconnect: (reason, id) => {
      for (const line of chosen(id)) leave(line, reason);
    },
    silence: (id) => {
      for (const line of chosen(id)) line.silent = true;
    },
    cut: () => {
      for (const { socket } of lines) socket.terminate();
    },
    loseAcks: (count) => {
      lost += count;
    },
    babble: (data) => {
      for (const line of lines) tell(line, data);
    },
    close: () => {
      for (const { socket } of lines) socket.terminate();
      server.close();
    },
  };
};
