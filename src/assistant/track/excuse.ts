import { type Here, post, say, type Taken } from './here.ts';

const HOUR = 3_600_000;

/**
 * What was said while the program was away, or could not be reached, is answered late: with the first answer that is said, once for all that was written
 * until `now` (milliseconds since 1970).
 */
export const excuse = (here: Here, taken: Taken, now: number): Taken => {
  const { at, event } = here.incoming;
  const { conversation, deliveries } = taken;
  const isAnswered = event.kind === 'text' && deliveries.some(({ kind }) => kind === 'post');
  if (!conversation || !isAnswered || now - at < HOUR || at < conversation.excusedAt) return taken;
  return post(here, { ...taken, conversation: { ...conversation, excusedAt: now } }, say(here, 'late_answer'));
};
