import type { App } from '../../src/app.ts';
import { addressOf, createTerminalChannel, type Shown } from '../../src/channels/terminal/channel.ts';
import { threadAddress } from '../../src/domain/desk.ts';
import type { Event } from '../../src/domain/message.ts';
import { markdownTable } from './markdown.ts';

const MESSAGES = 1000;
const DESK = addressOf('desk');
const CITIZEN = addressOf('lucia');

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;

/** How long words take between the two sides of a request: from what came in, kept for good, to the first send at the other side. */
export const benchRelay = async (app: App): Promise<string> => {
  let shown: Shown[] = [];
  let onShown = (_: Shown): void => {};
  const channel = createTerminalChannel((one) => {
    shown.push(one);
    onShown(one);
  });
  const { pipeline, close } = await app.serve([channel], { desk: DESK });
  await pipeline.start();
  let comings = 0;
  const comes = async (address: string, name: string, event: Event, place: 'private' | 'group'): Promise<void> => {
    comings += 1;
    const from = { id: name, name, home: addressOf(name), language: 'it', admin: true } as const;
    const incoming = { address, place, title: null, from, at: Date.now(), event };
    await pipeline.take([{ channel: 'terminal', id: `relay ${comings}`, incoming }]);
  };
  const settled = async (coming: Promise<void>): Promise<void> => {
    await coming;
    await pipeline.settled();
  };
  await settled(comes(CITIZEN, 'lucia', { kind: 'text', text: 'Quanto costa il notaio?' }, 'private'));
  await settled(comes(CITIZEN, 'lucia', { kind: 'text', text: 'vorrei parlare con una persona' }, 'private'));
  await settled(comes(CITIZEN, 'lucia', { kind: 'text', text: 'sì' }, 'private'));
  const thread = threadAddress(DESK, shown.findLast((one) => one.thread !== null)?.thread ?? '');

  const timed = async (send: (text: string) => Promise<void>, isThere: (one: Shown, text: string) => boolean) => {
    const times: number[] = [];
    for (let at = 0; at < MESSAGES; at++) {
      const text = `parola ${at}`;
      shown = [];
      const began = performance.now();
      onShown = (one) => {
        if (isThere(one, text)) times.push(performance.now() - began);
      };
      await settled(send(text));
    }
    onShown = () => {};
    return times;
  };
  const toCitizen = await timed(
    (text) => comes(thread, 'anna', { kind: 'form', choice: 'reply', fields: { text }, source: null }, 'group'),
    (one, text) => one.chat === 'lucia' && one.message.text === text,
  );
  const toDesk = await timed(
    (text) => comes(CITIZEN, 'lucia', { kind: 'text', text }, 'private'),
    (one, text) => one.chat === 'desk' && one.message.text === text,
  );
  await pipeline.stop(1000);
  await close();
  const row = (name: string, times: readonly number[]): string[] => [
    name,
    `${percentile(times, 0.5).toFixed(1)} ms`,
    `${percentile(times, 0.99).toFixed(1)} ms`,
    String(times.length),
  ];
  return markdownTable(
    [`${MESSAGES} words each way, within one request`, 'p50', 'p99', 'arrived'],
    [row('from the desk to the citizen', toCitizen), row('from the citizen to the desk', toDesk)],
  );
};
