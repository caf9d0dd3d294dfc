import { setTimeout as sleep } from 'node:timers/promises';
import type { Point } from '../../src/pipeline/points.ts';

const MOMENT = 60;
/** What a message waits at, from one point to another. */
const BEGINS: readonly Point[] = ['load', 'send', 'mark'];
const ENDS: readonly Point[] = ['turn', 'sent', 'marked'];

/** Tells, by the points that a pipeline passes, when nothing moves in it; what sleeps until later is still. */
export const createStillness = () => {
  let passed = 0;
  let underWay = 0;
  return {
    observe: (point: Point): void => {
      passed += 1;
      if (BEGINS.includes(point)) underWay += 1;
      if (ENDS.includes(point)) underWay -= 1;
    },
    still: async (): Promise<void> => {
      for (let before = -1; before !== passed || underWay > 0; ) {
        before = passed;
        await sleep(MOMENT);
      }
    },
  };
};
