import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../src/app.ts';
import { type Conversation, newConversation } from '../../src/domain/conversation.ts';
import type { Group } from '../../src/domain/group.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Store } from '../../src/store.ts';
import { openTestApp } from '../support/app.ts';
import { ownDataFolder } from '../support/run.ts';
import { LAWS, type Law, listIn, openOn } from './track-laws.ts';
import {
  type Act,
  type Came,
  channel,
  comes,
  eventOf,
  newAddress,
  onAndBack,
  presses,
  says,
  seenIn,
  way,
} from './track-life.ts';

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

const keptOf = async (address: string): Promise<Conversation> =>
  (await beside.load(address))?.conversation ?? newConversation('it');

const take = async (...items: readonly Came[]): Promise<void> => {
  await service.pipeline.take(items);
  await service.pipeline.settled();
};
const stateOf = ({ journal: _, ...state }: Group) => state;
const readOut = ({ heading, text, choices }: Message): string => JSON.stringify([heading, text, choices]);

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
