import type { TelegramUser } from '@gramio/types';
import type { Remote } from './actions/actions.ts';
import type { NewChat, NewPerson } from './actions/places.ts';
import type { Call, CallQuery } from './call-log.ts';
import type { Person, Talk, Who } from './driver-types.ts';
import type { Fault, ScriptedFault } from './faults.ts';
import { createPerson, createTalk } from './talk.ts';

export type Identity = { readonly root: string; readonly token: string; readonly bot: TelegramUser };

/** The friendly side of the server, the same in its own process and from another. */
export const createDriver = (remote: Remote, { root, token, bot }: Identity) => ({
  /** For `client.apiRoot`. */
  root,
  token,
  bot,
  /** All actions by their plain names. */
  remote,
  user: async (person: NewPerson): Promise<Person> => createPerson(remote, await remote.person(person), bot),
  group: async ({ members, ...chat }: Omit<NewChat, 'members'> & { members: readonly Who[] }): Promise<Talk> =>
    createTalk(remote, await remote.chat({ ...chat, members: members.map(({ id }) => id) }), bot),
  fault: (fault: Fault, where: Omit<ScriptedFault, 'fault'> = {}): Promise<void> => remote.fault({ fault, ...where }),
  clearFaults: (): Promise<void> => remote.clearFaults(),
  hold: (seconds: number, talk?: Talk): Promise<void> => remote.hold({ seconds, chat: talk?.id }),
  setLimits: (on: boolean): Promise<void> => remote.setLimits({ on }),
  setPrivacy: (on: boolean): Promise<void> => remote.setPrivacy({ on }),
  advance: (milliseconds: number): Promise<void> => remote.advance({ milliseconds }),
  raw: (kind: string, content: unknown): Promise<number | null> => remote.raw({ kind, content }),
  rewind: (update: number): Promise<void> => remote.rewind({ update }),
  setNextUpdateId: (id: number): Promise<void> => remote.setNextUpdateId({ id }),
  calls: (query: CallQuery = {}): Promise<Call[]> => remote.calls(query),
  file: (id: string): Promise<{ name: string; type: string; text: string } | null> => remote.file({ id }),
  profile: (): Promise<Record<string, unknown>> => remote.profile(),
  status: () => remote.status(),
  /** Waits until all updates are confirmed and the bot has been quiet for a while. */
  settled: (how: { quiet?: number; within?: number } = {}): Promise<void> => remote.settled(how),
});

export type Driver = ReturnType<typeof createDriver>;
