import { createHash } from 'node:crypto';
import { z } from 'zod';
import { requestIn } from '../../domain/desk.ts';
import type { Delivery } from '../../domain/message.ts';
import type { Place, Spot } from './address.ts';
import type { Call } from './client.ts';
import { isIdRefused } from './errors.ts';
import { blocksOf, fallbackOf } from './outgoing.ts';

export type Shown = Extract<Delivery, { kind: 'post' | 'update' }>;

/** What a message shows. Nothing in it is markup, calls anybody or unfolds. */
export const contentOf = ({ address, message }: Shown) => ({
  text: fallbackOf(message),
  blocks: blocksOf(message, requestIn(address)),
  parse: 'none',
  link_names: false,
});

export const threadArgs = (thread: string | null) => (thread === null ? {} : { thread_ts: thread });

/** So many ids a post may have, one after the other. */
const MOST_IDS = 2;

/**
 * The same delivery has the same ids, however often it is tried. What is certain: Slack's list of errors knows such ids, its answers carry them, and other
 * programs rely on them against doubles; its list of arguments does not name them, and one of its people advised in 2021 not to lean on them. So nothing
 * does: where Slack heeds an id, a post whose answer was lost gives the first message again; where it does not, nothing else changes.
 */
const clientIdOf = ({ address, key, message }: Shown, number: number): string => {
  const hash = createHash('sha256')
    .update(JSON.stringify([address, key, message, number]))
    .digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
};

/** Posts under the first id that Slack takes. It says of an id that its message is gone: then there is none, and the next id is as good. */
const postOnce = async (call: Call, delivery: Shown, args: Readonly<Record<string, unknown>>) => {
  for (let number = 0; number < MOST_IDS; number++) {
    try {
      return await call('chat.postMessage', { ...args, client_msg_id: clientIdOf(delivery, number) });
    } catch (error) {
      if (!isIdRefused(error)) throw error;
    }
  }
  return call('chat.postMessage', args);
};

const postedSchema = z.object({ channel: z.string(), ts: z.string() });

/** Posts words and buttons; gives where they stand, or null where Slack took them and does not say where. */
export const postWords = async (
  call: Call,
  place: Place,
  delivery: Shown,
  thread: string | null,
): Promise<Spot | null> => {
  const posted = await postOnce(call, delivery, {
    channel: place.id,
    ...contentOf(delivery),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    ...threadArgs(thread),
  });
  const { data } = postedSchema.safeParse(posted);
  return data ? { ...data, file: null } : null;
};
