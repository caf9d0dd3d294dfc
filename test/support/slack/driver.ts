import type { Remote } from './actions/actions.ts';
import type { Forged } from './actions/levers.ts';
import type { NewTeam } from './actions/places.ts';
import type { Told } from './actions/reads.ts';
import type { Call, CallQuery } from './call-log.ts';
import type { Channel, ChannelOf, NewPerson, Person } from './driver-types.ts';
import type { EventBody } from './events.ts';
import type { Fault, ScriptedFault } from './faults.ts';
import type { Kind, Payload } from './outbox.ts';
import type { Reason } from './sockets.ts';
import { createChannel, createPerson } from './talk.ts';
import type { Team } from './world.ts';

/** What a bot is configured with, and who it is. */
export type Identity = {
  /** Where the server listens. */
  readonly root: string;
  /** For `slackApiUrl`. */
  readonly apiUrl: string;
  /** Where `connectSlack` finds the driver. */
  readonly control: string;
  readonly token: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly appId: string;
  readonly botId: string;
  readonly bot: { readonly id: string; readonly name: string; readonly handle: string };
  readonly team: Team;
};

/** The friendly side of the server, the same in its own process and from another. */
export const createDriver = (remote: Remote, identity: Identity) => ({
  ...identity,
  /** All actions by their plain names. */
  remote,
  workspace: (team: NewTeam): Promise<Team> => remote.team(team),
  user: async (person: NewPerson): Promise<Person> => {
    const known = await remote.person(person);
    const { id } = await remote.direct({ person: known.id });
    return createPerson(remote, known, createChannel(remote, { id, name: known.name, kind: 'im' }));
  },
  channel: async ({ members, ...channel }: ChannelOf): Promise<Channel> =>
    createChannel(remote, await remote.channel({ ...channel, members: members.map(({ id }) => id) })),

  fault: (fault: Fault, where: Omit<ScriptedFault, 'fault'> = {}): Promise<void> => remote.fault({ fault, ...where }),
  clearFaults: (): Promise<void> => remote.clearFaults(),
  setLimits: (on: boolean): Promise<void> => remote.setLimits({ on }),
  setScopes: (scopes?: readonly string[]): Promise<void> => remote.setScopes({ scopes }),
  advance: (milliseconds: number): Promise<void> => remote.advance({ milliseconds }),
  down: (): Promise<void> => remote.down(),
  up: (): Promise<void> => remote.up(),

  /** Events go there from now on; it must answer the challenge. Without an address: Socket Mode. */
  setRequestUrl: (url?: string): Promise<void> => remote.setRequestUrl({ url }),
  /** A request of anybody's making to the app. */
  post: (forged: Forged): Promise<{ status: number; body: string }> => remote.post(forged),
  sockets: () => remote.sockets(),
  disconnect: (reason: Reason, socket?: number): Promise<void> => remote.disconnect({ reason, socket }),
  silence: (socket?: number): Promise<void> => remote.silence({ socket }),
  cutSockets: (): Promise<void> => remote.cutSockets(),
  loseAcks: (count?: number): Promise<void> => remote.loseAcks({ count }),
  babble: (data: string): Promise<void> => remote.babble({ data }),

  hold: (): Promise<void> => remote.hold(),
  release: (order?: 'first' | 'last'): Promise<void> => remote.release({ order }),
  retryNow: (): Promise<void> => remote.retryNow(),
  again: (delivery: number): Promise<void> => remote.again({ delivery }),
  /** Any event, in the wrapping of the Events API. */
  event: (event: EventBody, channel?: Channel): Promise<number> => remote.event({ event, channel: channel?.id }),
  raw: (kind: Kind, payload: Payload): Promise<number> => remote.raw({ kind, payload }),
  revoke: (): Promise<void> => remote.revoke(),
  uninstall: (): Promise<void> => remote.uninstall(),
  reinstall: (): Promise<void> => remote.reinstall(),

  calls: (query: CallQuery = {}): Promise<Call[]> => remote.calls(query),
  /** What the app was told: all, or of one kind or type. */
  deliveries: (type?: string): Promise<Told[]> => remote.deliveries({ type }),
  file: (id: string) => remote.file({ id }),
  status: () => remote.status(),
  /** Waits until all is acknowledged or given up and the bot has been quiet for a while. */
  settled: (how: { quiet?: number; within?: number } = {}): Promise<void> => remote.settled(how),
});

export type Driver = ReturnType<typeof createDriver>;
