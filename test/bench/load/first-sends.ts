import { channel } from 'node:diagnostics_channel';
import { percentile } from '../../../src/commands/eval-figures.ts';
import { memory } from '../in-child.ts';

/** How long people waited: from the moment an answer of `getUpdates` came until the first send for a chat was issued. */
export type FirstSends = {
  /** Of how many updates. */
  readonly count: number;
  /** Milliseconds. */
  readonly p50: number | null;
  readonly p99: number | null;
  /** How much of one core the process took. */
  readonly cores: number;
  /** Megabytes that it held at most. */
  readonly memory: number;
};

type Exchange = { readonly request: { readonly path: string } };

/** Watches a bot in this process: the bot tells which chats it heard and to which it sends. The other process asks for the figures. */
export const watchFirstSends = () => {
  let receivedAt = 0;
  channel('http.client.response.finish').subscribe((exchange) => {
    if ((exchange as Exchange).request.path.endsWith('/getUpdates')) receivedAt = performance.now();
  });
  const heard = new Map<number, number>();
  let times: number[] = [];
  let begun = performance.now();
  let before = process.cpuUsage();

  process.on('message', (asked) => {
    if (asked === 'begin') {
      times = [];
      begun = performance.now();
      before = process.cpuUsage();
      return;
    }
    const { user, system } = process.cpuUsage(before);
    const figures: FirstSends = {
      count: times.length,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      cores: (user + system) / 1000 / (performance.now() - begun),
      memory: memory().most,
    };
    process.send?.(figures);
  });

  return {
    hear: (chat: number): void => {
      if (!heard.has(chat)) heard.set(chat, receivedAt);
    },
    send: (chat: number): void => {
      const at = heard.get(chat);
      if (at === undefined) return;
      heard.delete(chat);
      times.push(performance.now() - at);
    },
  };
};
