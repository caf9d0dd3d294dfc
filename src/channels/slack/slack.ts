import type { Server } from 'node:http';
import type { Channel, Look, Take } from '../../channel.ts';
import { CampanileError } from '../../domain/errors.ts';
import type { Address } from '../../domain/message.ts';
import { createFaults, type Log } from '../faults.ts';
import { persist } from '../persist.ts';
import { placeOf } from './address.ts';
import { connect } from './client.ts';
import { isTokenRefused, SlackError } from './errors.ts';
import { fetchFile, MOST_BYTES } from './files.ts';
import { createFollowed } from './followed.ts';
import { type HttpSettings, listen } from './http.ts';
import { type Identity, introduce } from './identity.ts';
import { within } from './in-order.ts';
import { createIntake, type Receive } from './intake.ts';
import { openLine } from './line.ts';
import { holdLines } from './lines.ts';
import { isAdmin, isMember, readersOf } from './members.ts';
import { tell } from './note.ts';
import { APP_TOKEN_REFUSED, BOT_TOKEN_REFUSED, connectionFaultLine, keepFaultLine, REVOKED } from './operator.ts';
import { createPeople } from './people.ts';
import { createRooms } from './rooms.ts';
import { sendWith } from './sending.ts';
import { split } from './split.ts';

export type SlackSettings = {
  readonly token: string;
  /** Where the Web API is: `https://slack.com/api/`. */
  readonly apiUrl: string;
  /** How Slack tells what happens: over a socket that we open, or by HTTP on a port of ours. */
  readonly way: { readonly kind: 'socket'; readonly appToken: string } | ({ readonly kind: 'http' } & HttpSettings);
  /** Whether an address is a centre's desk. */
  readonly isDesk: (address: Address) => boolean;
  /** Whether a text with a leading slash is one of the assistant's commands. */
  readonly isCommand: (text: string) => boolean;
  readonly log: Log;
};

/** How long what was begun may take to end, in milliseconds. */
const CLOSING = 4500;

const refusedAtStart = (refused: { readonly what: string; readonly remedy: string }): CampanileError =>
  new CampanileError('configuration', refused.what, refused.remedy);

/** The channel of one app in one workspace, or in one organisation. */
export const createSlack = ({ token, apiUrl, way, isDesk, isCommand, log }: SlackSettings): Channel => {
  const call = connect({ token, apiUrl });
  const connecting = createFaults(log, 'Slack answers again');
  const keeping = createFaults(log, 'what comes in from Slack is kept again');
  const ending = new AbortController();
  const { signal } = ending;
  let known: Identity | undefined;
  let receive: Receive | undefined;
  let isRevoked = false;
  let receiving: Promise<void> = Promise.resolve();
  let server: Server | undefined;

  const identity = (): Identity => {
    if (!known) throw new SlackError(null, 'Slack has not told yet who the bot is');
    return known;
  };
  const met = Promise.withResolvers<void>();
  /** What waited for the start is worked before Slack told who the bot is: until then nobody is judged, or an act that was kept would be refused. */
  const onceMet = <Told>(ask: () => Promise<Told>): Promise<Told> => met.promise.then(ask);
  const people = createPeople(call, identity, Date.now);
  const rooms = createRooms(call, Date.now);

  const onRevoked = (): void => {
    if (!isRevoked) log.warn(REVOKED);
    isRevoked = true;
  };
  const onFailureOf = (refused: typeof BOT_TOKEN_REFUSED | typeof APP_TOKEN_REFUSED) => (error: unknown) => {
    connecting.tell(connectionFaultLine(error, refused));
    return error instanceof SlackError ? error.retryAfter : null;
  };
  const onKept = (): void => keeping.over();
  const onKeepFailure = (error: unknown): void => {
    if (!signal.aborted) keeping.tell(keepFaultLine(error));
  };

  /** Until it is known who the bot is, nothing can be read: what comes in is not acknowledged, and comes again. */
  const receiveWhenKnown: Receive = async (arrived) => {
    if (!receive || signal.aborted) throw new SlackError(null, 'nothing is received now');
    return receive(arrived);
  };

  const meet = async (take: Take, look: Look): Promise<void> => {
    known = await introduce(call);
    const followed = createFollowed(known.botId);
    const reader = { ...known, isDesk, nameOf: people.nameOf, isFollowUp: followed.isFollowUp, now: Date.now };
    met.resolve();
    receive = createIntake({ reader, followed, people, rooms, call, take, look, isCommand, onRevoked, log });
  };

  const parts = { receive: receiveWhenKnown, onKept, onKeepFailure };
  const open = () => {
    if (way.kind !== 'socket') throw new Error('there are no sockets over HTTP');
    return openLine({ appToken: way.appToken, apiUrl, ...parts });
  };

  return {
    name: 'slack',
    start: async (take, look) => {
      if (way.kind === 'http') server = await listen({ ...way, ...parts, now: Date.now });
      const onFailure = onFailureOf(BOT_TOKEN_REFUSED);
      const begin = () => meet(take, look);
      const isMet = await begin().then(
        () => true,
        (error: unknown) => {
          if (isTokenRefused(error)) throw refusedAtStart(BOT_TOKEN_REFUSED);
          onFailure(error);
          return false;
        },
      );
      receiving = (async () => {
        if (!isMet) await persist(begin, { signal, onFailure });
        connecting.over();
        if (way.kind === 'socket' && !signal.aborted)
          await holdLines({
            open,
            signal,
            onOpen: () => connecting.over(),
            onFailure: onFailureOf(APP_TOKEN_REFUSED),
          });
      })();
    },
    stop: async () => {
      ending.abort();
      server?.close();
      server?.closeIdleConnections();
      // What Slack leaves open does not hold up the end.
      await within(receiving, CLOSING, undefined);
    },
    send: async (delivery, shownAs, sending) =>
      isRevoked
        ? { kind: 'gone', because: 'the app was taken out of the workspace' }
        : sendWith(call, delivery, shownAs, sending),
    fetchFile: (file) => fetchFile(call, token, file),
    mostBytes: MOST_BYTES,
    seesAll: true,
    split,
    answerPress: (ticket, note) => {
      if (note !== null && !isRevoked) tell(call, ticket, note);
    },
    readersOf: (address) => onceMet(() => readersOf(people, rooms, placeOf(address), () => identity().botId)),
    isAdmin: (address, person) => onceMet(() => isAdmin(people, rooms, placeOf(address), person)),
    isMember: (address, person) => onceMet(() => isMember(people, rooms, placeOf(address), person)),
    handle: () => (known ? `@${known.name}` : null),
  };
};
