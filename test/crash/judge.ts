import type { Call } from '../support/telegram/call-log.ts';
import { compare } from './compare.ts';
import type { Model } from './model.ts';
import type { Kept } from './subject.ts';
import type { Village } from './village.ts';

/** What a run came to. */
export type Verdict = {
  /** Changes that are not kept, replies that never came, lists that show something else than what is kept. */
  readonly lost: number;
  /** Changes that were made twice, turns that were taken twice. */
  readonly doubled: number;
  readonly outOfOrder: number;
  /** Replies that were sent again. */
  readonly extra: number;
  /** … more than the one that was in flight in a chat at a kill. */
  readonly beyondInFlight: number;
};

type Reply = { readonly label: string; readonly life: number };

const repliesByChat = (calls: readonly Call[], labelOf: Village['labelOf'], lifeOf: (call: Call) => number) => {
  const byChat = new Map<number, Reply[]>();
  for (const call of calls) {
    const chat = Number(call.payload.chat_id);
    const reply = { label: labelOf(String(call.payload.text)), life: lifeOf(call) };
    byChat.set(chat, [...(byChat.get(chat) ?? []), reply]);
  }
  return byChat;
};

/** How many of the replies that came again are more than one after each kill. */
const beyondOne = (again: readonly Reply[]): number => {
  const lives = again.map(({ life }) => life).filter((life) => life > 0);
  return again.length - new Set(lives).size;
};

/**
 * Holds what is kept and what was seen against the model.
 *
 * @param sent the posts of the bot that the server took
 * @param lifeOf how many kills there were before a call
 */
export const judge = async (
  model: Model,
  village: Village,
  kept: readonly Kept[],
  sent: readonly Call[],
  lifeOf: (call: Call) => number,
): Promise<Verdict> => {
  const replies = repliesByChat(sent, village.labelOf, lifeOf);
  const total = { lost: 0, doubled: 0, outOfOrder: 0, extra: 0, beyondInFlight: 0 };
  for (const [at, chat] of village.chats.entries()) {
    const expected = model.expected(chat);
    const { moves, messages } = kept[at]!;
    const seen = replies.get(chat) ?? [];
    const state = compare(expected.moves, moves);
    const spoken = compare(
      expected.replies,
      seen.map(({ label }) => label),
    );
    const shown = await village.shownDone(chat);
    const again = spoken.again.map((index) => seen[index]!);
    const surplus = messages === null ? 0 : Math.max(0, messages - village.opened - expected.replies.length);
    total.lost += state.lost + spoken.lost + (shown.join() === expected.done.join() ? 0 : 1);
    total.doubled += state.again.length + surplus;
    total.outOfOrder += state.outOfOrder + spoken.outOfOrder;
    total.extra += again.length;
    total.beyondInFlight += beyondOne(again);
  }
  return total;
};
