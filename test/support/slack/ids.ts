import { createHash } from 'node:crypto';

/** Makes ids of Slack's form: a letter and ten signs. The same server gives the same ids in the same order. */
export const createIds = (): ((prefix: string) => string) => {
  let count = 0;
  return (prefix) => {
    count += 1;
    const digest = createHash('sha256').update(`${prefix} ${count}`).digest('hex').toUpperCase();
    return `${prefix}0${digest.slice(0, 9)}`;
  };
};

/** Makes timestamps as Slack's messages have them: seconds and microseconds, each later than the one before. */
export const createTimestamps = (now: () => number): (() => string) => {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now() * 1000);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
};
