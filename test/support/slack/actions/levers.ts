import { randomUUID } from 'node:crypto';
import { theConversation } from '../conversations.ts';
import { type EventBody, tell, wrapped } from '../events.ts';
import type { ScriptedFault } from '../faults.ts';
import { bodyOf, postSigned } from '../http-transport.ts';
import type { Kind, Payload } from '../outbox.ts';
import type { Reason, Sockets, SocketView } from '../sockets.ts';
import type { World } from '../world.ts';

/** The parts of the server that a lever moves beside its world. */
export type Machine = {
  readonly sockets: Sockets;
  /** Where events go over HTTP; nowhere in Socket Mode. */
  requestUrl: string | undefined;
  /** Refuses all connections, and ends those that are open. */
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
};
/** A request to the app as anybody might send it. */
export type Forged = {
  readonly kind?: Kind | undefined;
  readonly payload: Payload;
  /** The body as it is, instead of the payload. */
  readonly body?: string | undefined;
  readonly secret?: string | undefined;
  /** Seconds since 1970, in the signature. */
  readonly second?: number | undefined;
  readonly signature?: string | undefined;
  readonly url?: string | undefined;
};

/** How a test moves the server and makes it fail. */
export const createLevers = (world: World, machine: Machine) => ({
  /** Moves the server's clock on; retries that are due then are sent. */
  advance: ({ milliseconds }: { milliseconds: number }): void => world.clock.advance(milliseconds),
  fault: (scripted: ScriptedFault): void => world.faults.script(scripted),
  clearFaults: (): void => world.faults.clear(),
  setLimits: ({ on }: { on: boolean }): void => {
    world.limits.on = on;
  },
  /** What the token may do from now on; everything without a list. */
  setScopes: ({ scopes }: { scopes?: readonly string[] | undefined }): void => {
    world.scopes = scopes;
  },

  /** Sends events to this address from now on, which must answer the challenge; without one, back to Socket Mode. */
  setRequestUrl: async ({ url }: { url?: string | undefined }): Promise<void> => {
    if (url !== undefined) {
      const challenge = randomUUID();
      const body = JSON.stringify({ token: 'verification-token-of-old', challenge, type: 'url_verification' });
      const response = await postSigned({ url, body, type: 'application/json', secret: world.signingSecret });
      const text = await response.text();
      const right = response.ok && (text === challenge || text === JSON.stringify({ challenge }));
      if (!right) throw new Error(`${url} did not answer the challenge: ${response.status} ${text.slice(0, 100)}`);
    }
    machine.requestUrl = url;
  },
  /** Posts a request of anybody's making to the app; signed well unless told otherwise. */
  post: async ({
    kind = 'events_api',
    payload,
    body,
    secret,
    second,
    signature,
    url,
  }: Forged): Promise<{ status: number; body: string }> => {
    const target = url ?? machine.requestUrl;
    if (!target) throw new Error('There is no request URL');
    const made = bodyOf({ kind, payload });
    const response = await postSigned({
      url: target,
      type: made.type,
      body: body ?? made.body,
      secret: secret ?? world.signingSecret,
      ...(second !== undefined && { second }),
      ...(signature !== undefined && { signature }),
    });
    return { status: response.status, body: await response.text() };
  },

  sockets: (): SocketView[] => machine.sockets.all(),
  /** Tells a socket, or all, that it goes; all reasons but `warning` also close it. */
  disconnect: ({ reason, socket }: { reason: Reason; socket?: number | undefined }): void =>
    machine.sockets.disconnect(reason, socket),
  /** Lets a socket, or all, seem alive while nothing goes through. */
  silence: ({ socket }: { socket?: number | undefined }): void => machine.sockets.silence(socket),
  /** Ends all sockets without a word. */
  cutSockets: (): void => machine.sockets.cut(),
  /** The next acknowledgements over sockets are lost on their way. */
  loseAcks: ({ count = 1 }: { count?: number | undefined }): void => machine.sockets.loseAcks(count),
  /** Sends something that is no envelope down every socket. */
  babble: ({ data }: { data: string }): void => machine.sockets.babble(data),
  down: (): Promise<void> => machine.down(),
  up: (): Promise<void> => machine.up(),

  /** Keeps back what the app would be told, until `release`. */
  hold: (): void => world.outbox.hold(),
  release: ({ order = 'first' }: { order?: 'first' | 'last' | undefined }): void => world.outbox.release(order),
  /** Tries at once what waits for its next attempt. */
  retryNow: (): void => world.outbox.retryNow(),
  /** Sends once more what was already acknowledged. */
  again: ({ delivery }: { delivery: number }): void => world.outbox.again(delivery),
  /** Tells the app of any event, also one that Slack would never send; gives the delivery's number. */
  event: ({ event, channel }: { event: EventBody; channel?: string | undefined }): number => {
    const place = channel === undefined ? undefined : theConversation(world, channel);
    return world.outbox.push('events_api', wrapped(world, event, place)).id;
  },
  /** Tells the app anything. */
  raw: ({ kind, payload }: { kind: Kind; payload: Payload }): number => world.outbox.push(kind, payload).id,

  /** Takes the bot's token back, and tells the app. */
  revoke: (): void => {
    tell(world, { type: 'tokens_revoked', tokens: { oauth: [], bot: [world.bot.id] }, event_ts: world.newTs() });
    world.revoked = 'token_revoked';
  },
  /** Takes the app out of the workspace, and tells it. */
  uninstall: (): void => {
    tell(world, { type: 'app_uninstalled', event_ts: world.newTs() });
    tell(world, { type: 'tokens_revoked', tokens: { oauth: [], bot: [world.bot.id] }, event_ts: world.newTs() });
    world.revoked = 'account_inactive';
  },
  /** Gives the token its life back. */
  reinstall: (): void => {
    world.revoked = undefined;
  },

  status: () => ({
    pending: world.outbox.pending(),
    givenUp: world.outbox.all().filter(({ state }) => state === 'given up').length,
    calls: world.calls.count(),
    busy: world.busy,
    sockets: machine.sockets.all().length,
    now: world.clock.now(),
  }),
});
