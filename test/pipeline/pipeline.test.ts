import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TakeTurn } from '../../src/assistant/take-turn.ts';
import { beginning } from '../../src/assistant/track/here.ts';
import type { Channel, Sent } from '../../src/channel.ts';
import { newConversation } from '../../src/domain/conversation.ts';
import { type Delivery, type Incoming, plainMessage } from '../../src/domain/message.ts';
import { createLog } from '../../src/log.ts';
import { createPipeline, type Pipeline } from '../../src/pipeline/pipeline.ts';
import type { NewIntake, Store } from '../../src/store.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';

let folder: string;
let store: Store;
let pipeline: Pipeline;
/** What people saw, in order: the chat and the text. */
let seen: string[];
let answers: (delivery: Delivery) => Sent;
let warnings: string[];

const textOf = (delivery: Delivery) => ('message' in delivery ? delivery.message.text : delivery.kind);

const channel: Channel = {
  name: 'test',
  start: async () => {},
  stop: async () => {},
  send: async (delivery) => {
    const sent = answers(delivery);
    if (sent.kind === 'shown') seen.push(`${delivery.address} ${textOf(delivery)}`);
    return sent;
  },
};

/** Counts what was said in a conversation, and echoes it: what was taken twice would show. */
const echo: TakeTurn = async (incoming, known) => {
  const conversation = known ?? newConversation('en');
  // What meets a message on its way is told to the conversation; this one has nothing to do about it.
  if (['unreachable', 'delayed', 'arrived'].includes(incoming.event.kind))
    return { ...beginning(conversation), conversation: known };
  const count = conversation.count + 1;
  const text = incoming.event.kind === 'text' ? incoming.event.text : incoming.event.kind;
  if (text === 'poison') throw new Error('it cannot be swallowed');
  const message = plainMessage(`${count} ${text}`);
  const deliveries: Delivery[] = [
    {
      kind: text === 'list' ? 'update' : 'post',
      address: incoming.address,
      key: text === 'list' ? 'list' : `m${count}`,
      message,
    },
  ];
  return { ...beginning({ ...conversation, count }), deliveries };
};

const open = async (takeTurn = echo): Promise<void> => {
  store = await openSqliteStore({ dataFolder: folder, keyFile: join(folder, 'key'), isWorker: true });
  pipeline = createPipeline({
    store,
    channels: [channel],
    takeTurn,
    apology: () => plainMessage('sorry'),
    formFor: async () => null,
    atStart: () => [],
    newWord: () => 'word',
    now: Date.now,
    chance: () => 0,
    log: createLog('warn', (line) => warnings.push(line)),
  });
  await pipeline.start();
};

const close = async (): Promise<void> => {
  await pipeline.stop(200);
  await store.close();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'campanile-pipeline-'));
  seen = [];
  warnings = [];
  answers = () => ({ kind: 'shown', as: String(seen.length + 1) });
  await open();
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

let ids = 0;
const says = (address: string, text: string, id = String(ids++)): NewIntake => ({
  channel: 'test',
  id,
  incoming: {
    address: `test:${address}`,
    place: 'group',
    title: null,
    from: null,
    at: 0,
    event: { kind: 'text', text },
  },
});
const moves = (from: string, to: string): NewIntake => {
  const { incoming, ...rest } = says(from, '');
  const moved: Incoming = { ...incoming, event: { kind: 'moved', to: `test:${to}` } };
  return { ...rest, incoming: moved };
};

describe('the way of one message', () => {
  test('each is worked once and in order in its chat, however they come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ chat: fc.constantFrom('a', 'b', 'c'), again: fc.boolean() }), { maxLength: 30 }),
        fc.uuid(),
        async (come, run) => {
          seen = [];
          const items = come.map(({ chat }, at) => says(`${chat}${run}`, `t${at}`, `${run}.${at}`));
          for (const [at, item] of items.entries()) {
            void pipeline.take([item]);
            if (come[at]!.again) await pipeline.take(items.slice(0, at + 1));
          }
          await pipeline.take(items);
          await pipeline.settled();
          for (const chat of ['a', 'b', 'c']) {
            const expected = come.flatMap((one, at) => (one.chat === chat ? [`t${at}`] : []));
            const told = seen.filter((line) => line.startsWith(`test:${chat}${run}`)).map((line) => line.split(' '));
            expect(told.map(([, , text]) => text)).toEqual(expected);
            expect(told.map(([, count]) => Number(count))).toEqual(expected.map((_, at) => at + 1));
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a turn that always fails is given up after five tries with an apology, and the next ones of the chat go on', async () => {
    await pipeline.take([says('a', 'poison'), says('a', 'hello')]);
    await pipeline.settled();
    expect(seen).toEqual(['test:a sorry', 'test:a 1 hello']);
  }, 20_000);

  test('a turn that fails again and again does not outlive the end: at the next start it comes before those behind it', async () => {
    await close();
    let tries = 0;
    await open((incoming, ...rest) => {
      if (incoming.event.kind === 'text' && incoming.event.text === 'later') return echo(incoming, ...rest);
      tries += 1;
      return Promise.reject(new Error('not today'));
    });
    await pipeline.take([says('a', 'hello'), says('a', 'later')]);
    await close();
    const triesAtEnd = tries;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect([tries, seen]).toEqual([triesAtEnd, []]);
    await open();
    await pipeline.settled();
    expect(seen).toEqual(['test:a 1 hello', 'test:a 2 later']);
  });

  test('nothing of what people wrote is told to the operator when a turn fails', async () => {
    await pipeline.take([says('a', 'poison')]);
    await pipeline.settled();
    expect(warnings.join(' ')).not.toContain('swallowed');
  }, 20_000);

  test('while hundreds of turns wait nothing more is taken in until they are done', async () => {
    let goOn = (): void => {};
    const slow = new Promise<void>((resolve) => (goOn = resolve));
    await close();
    await open(async (...given) => {
      await slow;
      return echo(...given);
    });
    let isTaken = false;
    const many = Array.from({ length: 300 }, (_, at) => says(`chat${at}`, 'hello'));
    const taken = pipeline.take(many).then(() => (isTaken = true));
    await sleep(100);
    expect(isTaken).toBe(false);
    goOn();
    await taken;
    await pipeline.settled();
    expect(seen).toHaveLength(300);
  });

  test('what was taken and not worked is worked at the next start', async () => {
    await close();
    await open(() => new Promise(() => {}));
    await pipeline.take([says('a', 'hello')]);
    await close();
    await open();
    await pipeline.settled();
    expect(seen).toEqual(['test:a 1 hello']);
  });
});

describe('sending', () => {
  test('a chat that must wait delays no other', async () => {
    const at = performance.now();
    let first = true;
    answers = ({ address }) => {
      if (address !== 'test:slow' || !first) return { kind: 'shown', as: '1' };
      first = false;
      return { kind: 'wait', milliseconds: 300, everyone: false };
    };
    await pipeline.take([says('slow', 'x'), says('quick', 'y')]);
    await pipeline.settled();
    expect(seen).toEqual(['test:quick 1 y', 'test:slow 1 x']);
    expect(performance.now() - at).toBeGreaterThan(290);
  });

  test('what is refused is left out, and the next one goes on', async () => {
    answers = (delivery) =>
      textOf(delivery).endsWith('bad') ? { kind: 'refused', because: 'test' } : { kind: 'shown', as: '1' };
    await pipeline.take([says('a', 'bad'), says('a', 'good')]);
    await pipeline.settled();
    expect(seen).toEqual(['test:a 2 good']);
  });

  test('where nobody is there any more nothing waits, and coming back works', async () => {
    answers = () => ({ kind: 'gone', because: 'blocked' });
    await pipeline.take([says('a', 'x'), says('a', 'y')]);
    await pipeline.settled();
    answers = () => ({ kind: 'shown', as: '1' });
    await pipeline.take([says('a', 'z')]);
    await pipeline.settled();
    expect(seen).toEqual(['test:a 3 z']);
  });

  test('what could not be sent goes out at the next start', async () => {
    answers = () => ({ kind: 'failed', because: 'network' });
    await pipeline.take([says('a', 'x')]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await close();
    answers = () => ({ kind: 'shown', as: '1' });
    await open();
    await pipeline.settled();
    expect(seen).toEqual(['test:a 1 x']);
  });

  test('what had to wait at the end still goes out before what stood behind it', async () => {
    answers = (delivery) =>
      textOf(delivery) === '1 x' ? { kind: 'wait', milliseconds: 60_000, everyone: false } : { kind: 'shown', as: '1' };
    await pipeline.take([says('a', 'x'), says('a', 'y')]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await close();
    expect(seen).toEqual([]);
    answers = () => ({ kind: 'shown', as: '1' });
    await open();
    await pipeline.settled();
    expect(seen).toEqual(['test:a 1 x', 'test:a 2 y']);
  });

  test('of many updates of one list only the newest is sent once the chat may be written to again', async () => {
    let first = true;
    answers = () => {
      const sent: Sent = first ? { kind: 'wait', milliseconds: 100, everyone: false } : { kind: 'shown', as: '1' };
      first = false;
      return sent;
    };
    await pipeline.take([says('a', 'hello'), ...Array.from({ length: 5 }, () => says('a', 'list'))]);
    await pipeline.settled();
    expect(seen).toEqual(['test:a 1 hello', 'test:a 6 list']);
  });

  test('a list that grew old while it waited its turn is not sent any more', async () => {
    let first = true;
    answers = () => {
      const sent: Sent = first ? { kind: 'wait', milliseconds: 200, everyone: false } : { kind: 'shown', as: '1' };
      first = false;
      return sent;
    };
    await pipeline.take([says('a', 'list')]);
    await vi.waitFor(() => expect(first).toBe(false));
    await pipeline.take([says('a', 'list')]);
    await pipeline.settled();
    expect(seen).toEqual(['test:a 2 list']);
  });
});

describe('a group that goes on at another address', () => {
  test('keeps its state, and what waits goes where it is now, in order', async () => {
    await pipeline.take([says('old', 'one')]);
    await pipeline.settled();
    await pipeline.take([says('old', 'two'), moves('old', 'new'), says('old', 'three'), says('new', 'four')]);
    await pipeline.settled();
    expect(seen.map((line) => line.split(' ').slice(1).join(' '))).toEqual(['1 one', '2 two', '3 three', '4 four']);
    expect(seen.at(-1)).toMatch(/^test:new/);
  });

  test('is followed when only the refusal of a message tells it', async () => {
    answers = ({ address }) =>
      address === 'test:old' ? { kind: 'moved', to: 'test:new' } : { kind: 'shown', as: '1' };
    await pipeline.take([says('old', 'one'), says('old', 'two')]);
    await pipeline.settled();
    await pipeline.take([says('new', 'three')]);
    await pipeline.settled();
    expect(seen).toEqual(['test:new 1 one', 'test:new 2 two', 'test:new 3 three']);
  });
});
