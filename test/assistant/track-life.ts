import fc from 'fast-check';
import type { Channel } from '../../src/channel.ts';
import type { Event, Incoming, Message } from '../../src/domain/message.ts';

/** What a group has seen: each message under its key as it stands now, and everything that was ever shown, in order. */
type Seen = { readonly now: Map<string, Message>; readonly ever: Message[] };

const seen = new Map<string, Seen>();
/** What the group at this address has seen so far. */
export const seenIn = (address: string): Seen => {
  const known = seen.get(address) ?? { now: new Map(), ever: [] };
  seen.set(address, known);
  return known;
};

/** A channel that shows everything at once, and remembers it. */
export const channel: Channel = {
  name: 'test',
  start: async () => {},
  stop: async () => {},
  send: async (delivery) => {
    if (delivery.kind !== 'post' && delivery.kind !== 'update') return { kind: 'shown', as: null };
    const { now, ever } = seenIn(delivery.address);
    now.set(delivery.key, delivery.message);
    ever.push(delivery.message);
    return { kind: 'shown', as: delivery.key };
  },
};

let groups = 0;
let updates = 0;
/** A group that nobody has written to yet. */
export const newAddress = (): string => `test:g${++groups}`;

/** Two people who are in every group; in each they are called otherwise. */
const PEOPLE = ['ada', 'ugo'] as const;
type Who = (typeof PEOPLE)[number];

/** Something that comes in, each time as an update of its own; `canary` is in every name of its group. */
export const comes = (address: string, who: Who, event: Event, { canary = '', admin = false } = {}) => ({
  channel: 'test',
  id: `u${++updates}`,
  incoming: {
    address,
    place: 'group',
    title: `Gruppo ${canary}`,
    from: { id: who, name: `${who} ${canary}`, home: null, language: 'it', admin },
    at: updates,
    event,
  } satisfies Incoming,
});

export type Came = ReturnType<typeof comes>;

export const says = (text: string): Event => ({ kind: 'text', text });
export const presses = (choice: string): Event => ({ kind: 'press', choice, ticket: '' });

const WORDS = [
  ...['siamo la Pro Loco', 'we are the parish council, the project is written', 'nous sommes un groupe d’habitants'],
  ...['/fase 1', '/phase 3', '/piano 9', '/plan mairie', 'actually the council leads, not the association'],
  ...['abbiamo fatto l’1 e il 3', 'on a fini les deux premiers', 'number 2 is done', 'no, il 2 ancora no', '/fatto 4'],
  ...['è tutto a posto, avanti', 'tutto fatto', 'avanti', 'on avance', 'next phase', 'facciamo un passo indietro'],
  ...['sì', 'oui', 'yes', 'no', 'annulla', 'undo 2', 'la BCC è con noi', 'la mairie n’est plus avec nous'],
  ...['lista', 'what’s next?', 'pourquoi le point 1 ?', 'chi mette i soldi?', 'diario', 'quale piano fa per noi?'],
];

/** Says one of these words, or presses one of the buttons shown here: as often one of the newest as any, however old. */
export type Act = { readonly group: 0 | 1; readonly who: Who; readonly admin: boolean; readonly does: string | number };

const act: fc.Arbitrary<Act> = fc.record({
  group: fc.constantFrom(0 as const, 1 as const),
  who: fc.constantFrom(...PEOPLE),
  admin: fc.boolean(),
  does: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 1, arbitrary: fc.constantFrom('sì', 'yes') },
    { weight: 4, arbitrary: fc.nat({ max: 10_000 }) },
  ),
});
/** The few words that move a group on and back, close together: questions that grow old, steps that open again. */
export const onAndBack: fc.Arbitrary<Act> = fc.record({
  group: fc.constant(0 as const),
  who: fc.constantFrom(...PEOPLE),
  admin: fc.boolean(),
  does: fc.oneof(
    { weight: 3, arbitrary: fc.constant('sì') },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'avanti',
        'facciamo un passo indietro',
        'è tutto a posto, avanti',
        '/fase 4',
        'annulla',
      ),
    },
    { weight: 3, arbitrary: fc.constantFrom('/fatto 1', '/fatto 2 3', '/riapri 1', '/riapri 2', 'no, il 3 ancora no') },
  ),
});

export const way = fc.array(act, { minLength: 10, maxLength: 50, size: 'max' });

const NEWEST = 13;

export const eventOf = (address: string, does: Act['does']): Event => {
  if (typeof does === 'string') return says(does);
  const buttons = seenIn(address).ever.flatMap(({ choices }) => choices.flat());
  const inReach = does % 2 === 0 ? buttons.slice(-NEWEST) : buttons;
  return presses(inReach[does % inReach.length]?.id ?? 'list');
};
