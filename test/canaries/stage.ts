import type { App, Service } from '../../src/app.ts';
import type { Channel, Look } from '../../src/channel.ts';
import { deskOf, isThread } from '../../src/domain/desk.ts';
import type { Address, Incoming, Message } from '../../src/domain/message.ts';
import type { Store } from '../../src/store.ts';
import type { Village } from './village.ts';

/** Something that was shown: a message, a note beside a pressed button, a form that was opened. */
export type Seen = {
  readonly at: Address;
  readonly key: string;
  /** The platform's name of it; null for what stays nowhere. */
  readonly as: string | null;
  readonly message: Message | null;
  /** All that can be read in it. */
  readonly text: string;
};

/** The whole app over two channels that show everything to whoever judges it. */
export type Stage = {
  /** Milliseconds since 1970; set by who plays. */
  now: number;
  /** What was shown since it was asked last. */
  seen(): Seen[];
  /** Takes these in at once, and resolves when all that follows is done. */
  take(incomings: readonly Incoming[]): Promise<void>;
  /** Lets what is due happen. */
  ring(): Promise<void>;
  /** Ends it and starts it again, on the same data. */
  restart(): Promise<void>;
  readonly look: Look;
  /** The platform's thread of a thread's address. */
  threadOf(address: Address): string;
  store(): Store;
  /** A desk that nobody reaches for a while. */
  readonly lost: Set<Address>;
  close(): Promise<void>;
};

const nameOf = (address: Address): string => address.slice(0, address.indexOf(':'));

export const openStage = async (openApp: () => Promise<App>, village: Village, begins: number): Promise<Stage> => {
  let shown: Seen[] = [];
  let names = 0;
  let look: Look | undefined;
  const threads = new Map<Address, string>();
  const lost = new Set<Address>();

  const membersOf = (address: Address): ReadonlySet<string> => {
    const group = village.groups.find(({ addresses }) => addresses.includes(address));
    const desk = village.desks.find(({ at }) => at === deskOf(address));
    return group?.members ?? new Set(desk?.staff.map(({ id }) => id) ?? []);
  };

  const channelNamed = (name: string): Channel => ({
    name,
    mostBytes: 20_000_000,
    start: async (_, given) => {
      look = given;
    },
    stop: async () => {},
    send: async (delivery, shownAs, sending) => {
      const { address, key } = delivery;
      if (lost.has(deskOf(address))) return { kind: 'gone', because: 'is_archived' };
      const opensTopic = name === 'telegram' && isThread(address) && sending?.thread === null;
      names += 1;
      const as = `${shownAs ?? names}`;
      if (opensTopic) {
        threads.set(address, `topic${names}`);
        return { kind: 'opened', thread: `topic${names}` };
      }
      if (!('message' in delivery)) return { kind: 'shown', as: delivery.kind === 'remove' ? null : shownAs };
      const { message } = delivery;
      if (message.file && message.file.channel !== name) await sending?.fetch(message.file);
      shown.push({ at: address, key, as, message, text: JSON.stringify(message) });
      if (!isThread(address) || sending?.thread !== null) return { kind: 'shown', as };
      threads.set(address, as);
      return { kind: 'shown', as, thread: as };
    },
    fetchFile: async ({ name: file }) => Buffer.from(file),
    answerPress: (ticket, note) => void shown.push({ at: ticket, key: '', as: null, message: null, text: note ?? '' }),
    isMember: async (address, person) => membersOf(address).has(person),
    isAdmin: async (address, person) =>
      village.groups.find(({ addresses }) => addresses.includes(address))?.admins.has(person) ?? false,
    readersOf: async (address) => membersOf(address).size,
    handle: () => '@campanile_bot',
    ...(name === 'telegram' ? { groupLink: (word: string) => `https://t.me/campanile_bot?startgroup=${word}` } : {}),
  });

  let service: Service;
  let beside: Store;
  const open = async (): Promise<void> => {
    const app = await openApp();
    service = await app.serve([channelNamed('telegram'), channelNamed('slack')], { now: () => stage.now });
    beside = await app.openStore(false);
    await service.pipeline.start();
    await service.pipeline.settled();
  };
  const close = async (): Promise<void> => {
    await service.pipeline.stop(5000);
    await beside.close();
    await service.close();
  };
  let comings = 0;
  const stage: Stage = {
    now: begins,
    lost,
    close,
    seen: () => {
      const seen = shown;
      shown = [];
      return seen;
    },
    take: async (incomings) => {
      const items = incomings.map((incoming) => {
        comings += 1;
        return { channel: nameOf(incoming.address), id: `canaries ${comings}`, incoming };
      });
      await service.pipeline.take(items);
      await service.pipeline.settled();
    },
    ring: async () => {
      await service.pipeline.ring();
      await service.pipeline.settled();
    },
    restart: async () => {
      await close();
      await open();
    },
    get look() {
      return look!;
    },
    threadOf: (address) => threads.get(address) ?? '',
    store: () => beside,
  };
  await open();
  return stage;
};
