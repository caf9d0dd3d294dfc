import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { beginning } from '../../src/assistant/track/here.ts';
import type { Sent } from '../../src/channel.ts';
import { newConversation } from '../../src/domain/conversation.ts';
import { type Event, plainMessage } from '../../src/domain/message.ts';
import { createLog } from '../../src/log.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { newFolder } from '../support/folder.ts';
import { createHeldClock } from '../support/held-clock.ts';
import { createStillness } from '../support/stillness.ts';

const MINUTE = 60_000;
const SHOWN: Sent = { kind: 'shown', as: '1' };
const FAILED: Sent = { kind: 'failed', because: 'network' };

/** A pipeline that echoes what is said, whose clock is held, and that may be begun anew. */
const openPipeline = async () => {
  const folder = newFolder();
  const clock = createHeldClock();
  const { observe, still } = createStillness();
  const seen: string[] = [];
  const met: string[] = [];
  let answer: Sent = SHOWN;
  const begin = async () => {
    const store = await openSqliteStore({ dataFolder: folder, keyFile: join(folder, 'key'), isWorker: true });
    const pipeline = createPipeline({
      store,
      channels: [
        {
          name: 'test',
          start: async () => {},
          stop: async () => {},
          send: async (delivery) => {
            if (answer.kind === 'shown' && 'message' in delivery) seen.push(delivery.message.text);
            return answer;
          },
        },
      ],
      takeTurn: async ({ address, event }, known) => {
        const going = beginning(known ?? newConversation('en'));
        if (event.kind !== 'text') {
          met.push(event.kind);
          return going;
        }
        return {
          ...going,
          deliveries: [{ kind: 'post', address, key: event.text, message: plainMessage(event.text) }],
        };
      },
      apology: () => plainMessage('sorry'),
      formFor: async () => null,
      atStart: () => [],
      newWord: () => 'word',
      now: Date.now,
      clock,
      observe,
      chance: () => 0.5,
      log: createLog('silent'),
    });
    await pipeline.start();
    return { store, pipeline };
  };
  let { store, pipeline } = await begin();
  const end = async () => {
    await pipeline.stop(20);
    await store.close();
  };
  onTestFinished(end);
  return {
    seen,
    met,
    answers: (sent: Sent) => {
      answer = sent;
    },
    says: (text: string) => {
      const event: Event = { kind: 'text', text };
      const incoming = { address: 'test:a', place: 'private', title: null, from: null, at: 0, event } as const;
      return pipeline.take([{ channel: 'test', id: text, incoming }]);
    },
    pass: (milliseconds: number) => clock.pass(milliseconds, still),
    restart: async () => {
      await end();
      ({ store, pipeline } = await begin());
    },
  };
};

test('an outage that is over soon is told to nobody', async () => {
  const { says, answers, pass, seen, met } = await openPipeline();
  answers(FAILED);
  await says('one');
  await pass(MINUTE / 2);
  answers(SHOWN);
  await pass(MINUTE);
  expect([seen, met]).toEqual([['one'], []]);
});

test('a conversation learns once that something is late, and once that all of it has arrived', async () => {
  const { says, answers, pass, seen, met } = await openPipeline();
  answers(FAILED);
  await says('one');
  await pass(2 * MINUTE);
  expect(met).toEqual(['delayed']);
  await says('two');
  await pass(8 * MINUTE);
  answers(SHOWN);
  await pass(2 * MINUTE);
  expect([seen, met]).toEqual([
    ['one', 'two'],
    ['delayed', 'arrived'],
  ]);
  await says('three');
  await pass(MINUTE);
  expect(met).toEqual(['delayed', 'arrived']);
});

test('a wait of hours is known to be long when it begins', async () => {
  const { says, answers, pass, met } = await openPipeline();
  answers({ kind: 'wait', milliseconds: 240 * MINUTE, everyone: false });
  await says('one');
  await pass(1000);
  expect(met).toEqual(['delayed']);
});

test('a restart in the middle tells nothing twice, and does not forget to tell the end', async () => {
  const { says, answers, pass, restart, seen, met } = await openPipeline();
  answers(FAILED);
  await says('one');
  await pass(5 * MINUTE);
  await restart();
  await pass(5 * MINUTE);
  expect(met).toEqual(['delayed']);
  answers(SHOWN);
  await restart();
  await pass(MINUTE);
  expect([seen, met]).toEqual([['one'], ['delayed', 'arrived']]);
});

test('where nobody is found when the outage is over, that is told too, and not that all has arrived', async () => {
  const { says, answers, pass, met } = await openPipeline();
  answers(FAILED);
  await says('one');
  await pass(5 * MINUTE);
  answers({ kind: 'gone', because: 'is_archived' });
  await pass(2 * MINUTE);
  answers(SHOWN);
  await says('two');
  await pass(MINUTE);
  expect(met).toEqual(['delayed', 'unreachable']);
});
