import { channel } from 'node:diagnostics_channel';
import type { Point } from '../../src/pipeline/points.ts';

/**
 * Where a process may be killed: the points of the pipeline, and those of polling. `confirm` is the question for updates that follows
 * what was taken: it tells the server that they are kept.
 */
export type KillPoint = Point | (typeof POLLING)[number];

const POLLING = ['fetch', 'fetched', 'confirm', 'confirmed'] as const;

export const POINTS: { readonly polling: readonly KillPoint[]; readonly pipeline: readonly KillPoint[] } = {
  polling: POLLING,
  pipeline: [
    ...(['take', 'taken', 'load', 'loaded', 'turn', 'commit', 'committed'] as const),
    ...(['send', 'sent', 'mark', 'marked'] as const),
  ],
};

/** Where updates are polled, these are passed once for a batch of them, the others once for each. */
export const BATCH_POINTS: readonly KillPoint[] = [...POLLING, 'take', 'taken'];

/** Kills this process, as a power cut would, when it passes a point for the nth time. */
export const dieAt = (point: string | undefined, nth: number): ((passed: KillPoint) => void) => {
  let left = nth;
  return (passed) => {
    if (passed !== point) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
};

type Exchange = { readonly request: { readonly path: string } };

/** Tells when updates are asked for and come. */
export const watchPolling = (observe: (point: KillPoint) => void): ((point: KillPoint) => void) => {
  let confirms = false;
  const isPoll = (exchange: unknown): boolean => (exchange as Exchange).request.path.endsWith('/getUpdates');
  channel('http.client.request.start').subscribe((exchange) => {
    if (isPoll(exchange)) observe(confirms ? 'confirm' : 'fetch');
  });
  channel('http.client.response.finish').subscribe((exchange) => {
    if (!isPoll(exchange)) return;
    observe(confirms ? 'confirmed' : 'fetched');
    confirms = false;
  });
  return (point) => {
    if (point === 'taken') confirms = true;
    observe(point);
  };
};
