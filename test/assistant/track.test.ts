import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../src/app.ts';
import type { Channel } from '../../src/channel.ts';
import { type Conversation, newConversation } from '../../src/domain/conversation.ts';
import type { Group, Tick } from '../../src/domain/group.ts';
import type { Event, Incoming, Message } from '../../src/domain/message.ts';
import { PHASES } from '../../src/domain/plan.ts';
import type { Store } from '../../src/store.ts';
import { openTestApp } from '../support/app.ts';
import { ownDataFolder } from '../support/run.ts';

/** What a group has seen: each message under its key as it stands now, and everything that was ever shown, in order. */
type Seen = { readonly now: Map<string, Message>; readonly ever: Message[] };

const seen = new Map<string, Seen>();
const seenIn = (address: string): Seen => {
  const known = seen.get(address) ?? { now: new Map(), ever: [] };
  seen.set(address, known);
  return known;
};

const channel: Channel = {
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

let service: Service;
let beside: Store;
let stop: () => Promise<void>;
beforeAll(async () => {
  const app = await openTestApp(ownDataFolder());
  service = await app.serve([channel]);
  beside = await app.openStore(false);
  await service.pipeline.start();
  stop = async () => {
    await service.pipeline.stop(1000);
    await beside.close();
    await service.close();
  };
});
afterAll(() => stop());

let groups = 0;
let updates = 0;
const newAddress = (): string => `test:g${++groups}`;

const keptOf = async (address: string): Promise<Conversation> =>
  (await beside.load(address))?.conversation ?? newConversation('it');

/** Two people who are in every group; in each they are called otherwise. */
const PEOPLE = ['ada', 'ugo'] as const;
type Who = (typeof PEOPLE)[number];

const comes = (address: string, who: Who, event: Event, { canary = '', admin = false } = {}) => ({
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

type Came = ReturnType<typeof comes>;
const take = async (...items: readonly Came[]): Promise<void> => {
  await service.pipeline.take(items);
  await service.pipeline.settled();
};
const says = (text: string): Event => ({ kind: 'text', text });
const presses = (choice: string): Event => ({ kind: 'press', choice, ticket: '' });

const stateOf = ({ journal: _, ...state }: Group) => state;
const readOut = ({ heading, text, choices }: Message): string => JSON.stringify([heading, text, choices]);

const WORDS = [
  ...['siamo la Pro Loco', 'we are the parish council, the project is written', 'nous sommes un groupe d’habitants'],
  ...['/fase 1', '/phase 3', '/piano 9', '/plan mairie', 'actually the council leads, not the association'],
  ...['abbiamo fatto l’1 e il 3', 'on a fini les deux premiers', 'number 2 is done', 'no, il 2 ancora no', '/fatto 4'],
  ...['è tutto a posto, avanti', 'tutto fatto', 'avanti', 'on avance', 'next phase', 'facciamo un passo indietro'],
  ...['sì', 'oui', 'yes', 'no', 'annulla', 'undo 2', 'la BCC è con noi', 'la mairie n’est plus avec nous'],
  ...['lista', 'what’s next?', 'pourquoi le point 1 ?', 'chi mette i soldi?', 'diario', 'quale piano fa per noi?'],
];

/** Says one of these words, or presses one of the buttons shown here: as often one of the newest as any, however old. */
type Act = { readonly group: 0 | 1; readonly who: Who; readonly admin: boolean; readonly does: string | number };

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
const onAndBack: fc.Arbitrary<Act> = fc.record({
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

const way = fc.array(act, { minLength: 10, maxLength: 50, size: 'max' });

const NEWEST = 13;

const eventOf = (address: string, does: Act['does']): Event => {
  if (typeof does === 'string') return says(does);
  const buttons = seenIn(address).ever.flatMap(({ choices }) => choices.flat());
  const inReach = does % 2 === 0 ? buttons.slice(-NEWEST) : buttons;
  return presses(inReach[does % inReach.length]?.id ?? 'list');
};

/** The question that a proposal asked, as the group read it. */
const questionOf = (address: string, number: number): string =>
  seenIn(address).ever.find(({ choices }) => choices.flat().some(({ id }) => id === `yes=${number}`))?.text ?? '';

/** What holds between what was kept before an act, and the list that was shown then, and what is kept after it. */
type Law = (before: Conversation, after: Conversation, came: Came, list: Message | undefined) => void;

const listIn = (address: string, { list }: Conversation): Message | undefined =>
  list === null ? undefined : seenIn(address).now.get(list);

/** The numbers of the steps that a list offers to tick. */
const openOn = (list: Message | undefined): number[] =>
  (list?.choices ?? []).flatMap((row, at) => (row.some(({ id }) => id.startsWith('tick=')) ? [at + 1] : []));

/** Going on past open steps or a phase, or to another plan, was asked before in words that named it, and somebody who may said yes. */
const nothingUnseen: Law = (before, after, { incoming }, list) => {
  const [from, to] = [before.group, after.group];
  const made = to.journal.at(from.journal.length)?.move.kind;
  if (from.plan === null || from.phase === null || to.phase === null || made === 'undo') return;
  const isAhead = to.plan === from.plan && to.phase > from.phase;
  if (to.plan === from.plan && !isAhead) return;
  const skipped = PHASES.filter((phase) => phase > from.phase! && phase < to.phase!);
  const open = isAhead && skipped.length === 0 ? openOn(list) : [];
  if (isAhead && skipped.length === 0 && open.length === 0) return;
  const { proposal } = before;
  expect(proposal, 'it was asked first').not.toBeNull();
  const question = questionOf(incoming.address, proposal!.number);
  for (const phase of isAhead ? skipped : []) expect(question).toContain(`${phase}`);
  // Step numbers stand before a title or in a row; that of the phase is none.
  const named = question.replace(/(?:fase|phase) \d/g, '');
  for (const number of open) expect(named).toMatch(new RegExp(`^${number}\\. |[(, ]${number}[,)]`, 'm'));
  if (proposal!.consent === 'admin-or-second')
    expect(incoming.from.admin || incoming.from.id !== proposal!.by.id, 'who asked does not confirm alone').toBe(true);
};

/** A tick keeps who set it first, until it is reopened or undone. */
const firstTickStays: Law = ({ group: from }, { group: to }) => {
  for (const [step, tick] of Object.entries(from.ticks)) {
    const now: Tick | undefined = to.ticks[step];
    if (now) expect(now).toEqual(tick);
  }
};

/** The button of a question that does not wait any more changes nothing. */
const oldQuestionIsMute: Law = (before, after, { incoming: { event } }) => {
  const number = event.kind === 'press' ? /^(?:yes|no)=(\d+)$/.exec(event.choice)?.[1] : undefined;
  if (number === undefined || Number(number) === before.proposal?.number) return;
  expect(after.group).toEqual(before.group);
  expect(after.proposal).toEqual(before.proposal);
};

/** The list that is shown says what is kept: the phase's steps, each done or to do. */
const listIsCurrent: Law = (_, after, { incoming: { address } }) => {
  const list = listIn(address, after);
  const { plan, phase, ticks } = after.group;
  if (!list || plan === null || phase === null) return;
  const buttons = list.choices.flat().map(({ id }) => id);
  const steps = buttons.flatMap((id) => /^why=(.+)$/.exec(id)?.[1] ?? []);
  expect(steps.every((step) => step.startsWith(`${plan}.${phase}.`))).toBe(true);
  for (const step of steps) expect(buttons).toContain(ticks[step] ? `untick=${step}` : `tick=${step}`);
};

const LAWS = { nothingUnseen, firstTickStays, oldQuestionIsMute, listIsCurrent };
const CANARIES = ['zafferano', 'bergamotto'] as const;

/** Lets two people live through a way in two groups at once; `after` is called with every act. */
const live = async (
  acts: readonly Act[],
  follow: (...happened: Parameters<Law>) => void | Promise<void>,
): Promise<readonly string[]> => {
  const addresses = [newAddress(), newAddress()];
  await take(
    comes(addresses[0]!, 'ada', says('/piano pro loco'), { canary: CANARIES[0] }),
    comes(addresses[0]!, 'ada', says('/fase 1'), { canary: CANARIES[0] }),
    comes(addresses[1]!, 'ada', { kind: 'joined' }, { canary: CANARIES[1] }),
  );
  for (const { group, who, admin, does } of acts) {
    const address = addresses[group]!;
    const came = comes(address, who, eventOf(address, does), { canary: CANARIES[group], admin });
    const before = await keptOf(address);
    const list = listIn(address, before);
    await take(came);
    await follow(before, await keptOf(address), came, list);
  }
  return addresses;
};

describe('whatever two members say and press, in two groups at once', () => {
  test('no phase is passed over unseen, a tick stays the first one’s, an old question is mute, the list is current', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(way, fc.array(onAndBack, { minLength: 10, maxLength: 50, size: 'max' })),
        async (acts) => {
          await live(acts, (...happened) => {
            for (const law of Object.values(LAWS)) law(...happened);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('to undo what was just done brings back what was before, in the state and on the list', async () => {
    await fc.assert(
      fc.asyncProperty(way, async (acts) => {
        await live(acts, async (before, after, { incoming }, list) => {
          const [entry, ...more] = after.group.journal.slice(before.group.journal.length);
          if (!entry || more.length > 0 || entry.move.kind === 'undo' || before.group.plan === null) return;
          await take(comes(incoming.address, 'ugo', presses(`undo=${entry.number}`)));
          const undone = await keptOf(incoming.address);
          expect(stateOf(undone.group)).toEqual(stateOf(before.group));
          if (list && before.group.phase !== null)
            expect(openOn(listIn(incoming.address, undone))).toEqual(openOn(list));
        });
      }),
      { numRuns: 15 },
    );
  });

  test('the same button pressed again by the other changes nothing more; the same update again does nothing at all', async () => {
    await fc.assert(
      fc.asyncProperty(way, async (acts) => {
        await live(acts, async (_, after, came) => {
          const { address, event, from } = came.incoming;
          const shown = seenIn(address).ever.length;
          await take(came);
          expect(seenIn(address).ever).toHaveLength(shown);
          expect(await keptOf(address)).toEqual(after);
          // What is not asked of the group's way but of the guide may be asked twice.
          if (event.kind !== 'press' || !/^(?:tick|untick|phase|plan|undo|yes|no|finish)\b/.test(event.choice)) return;
          const other = from.id === 'ada' ? 'ugo' : 'ada';
          await take(comes(address, other, event));
          const again = await keptOf(address);
          // A question that was asked of who may not answer it waits on: the other may.
          if (after.proposal !== null && /^yes/.test(event.choice)) return;
          expect(again.group).toEqual(after.group);
        });
      }),
      { numRuns: 15 },
    );
  });

  test('nothing of one group is ever shown or kept in the other', async () => {
    await fc.assert(
      fc.asyncProperty(way, async (acts) => {
        const addresses = await live(acts, () => {});
        for (const [group, address] of addresses.entries()) {
          const other = CANARIES[1 - group]!;
          const all = [...seenIn(address).ever.map(readOut), JSON.stringify(await keptOf(address))].join('\n');
          expect(all).not.toContain(other);
        }
      }),
      { numRuns: 15 },
    );
  });
});

test('two who tick the same step at the same moment leave one tick and one line in the journal', async () => {
  const address = newAddress();
  await take(comes(address, 'ada', says('/piano pro loco')), comes(address, 'ada', says('/fase 1')));
  const { group } = await keptOf(address);
  const step = /^tick=(.+)$/.exec(
    seenIn(address)
      .ever.flatMap(({ choices }) => choices.flat())
      .find(({ id }) => id.startsWith('tick='))?.id ?? '',
  )?.[1];
  await take(comes(address, 'ugo', presses(`tick=${step}`)), comes(address, 'ada', presses(`tick=${step}`)));
  const after = (await keptOf(address)).group;
  expect(after.ticks[step!]?.by.id).toBe('ugo');
  expect(after.journal).toHaveLength(group.journal.length + 1);
});
