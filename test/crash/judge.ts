import { compare } from './compare.ts';
import type { Post } from './platform.ts';

/** What a run came to. */
export type Verdict = {
  /** Changes that are not kept, messages that never came, what shows something else than what is kept. */
  readonly lost: number;
  /** Changes that were made twice, turns that were taken twice. */
  readonly doubled: number;
  readonly outOfOrder: number;
  /** Messages that were shown again. */
  readonly extra: number;
  /** … more than the one that was in flight in a chat at a kill. */
  readonly beyondInFlight: number;
  /** Messages that were sent again and shown once: the platform knew them by their id. */
  readonly unseen: number;
  /** What somebody saw that was not for them. */
  readonly strayed: number;
};

/** Things that happened one after the other, beside those that should have. */
export type Strand = { readonly expected: readonly string[] } & (
  | { readonly happened: readonly string[] }
  /** … as messages, each with what it tells. */
  | { readonly posts: readonly (Post & { readonly label: string })[] }
);

/** Each message once, though it was sent again. */
export const shownOnce = <Sent extends Post>(posts: readonly Sent[]): Sent[] =>
  posts.filter(({ chat, id }, at) => posts.findIndex((one) => one.chat === chat && one.id === id) === at);

/** How many of the messages that came again are more than one after each kill. */
const beyondOne = (again: readonly Post[]): number => {
  const lives = again.map(({ life }) => life).filter((life) => life > 1);
  return again.length - new Set(lives).size;
};

/** Holds what happened against what should have; `strayed` is counted by who knows what is for whom. */
export const judge = (strands: readonly Strand[], strayed = 0): Verdict => {
  const total = { lost: 0, doubled: 0, outOfOrder: 0, extra: 0, beyondInFlight: 0, unseen: 0, strayed };
  for (const strand of strands) {
    const posts = 'posts' in strand ? shownOnce(strand.posts) : null;
    const happened = 'happened' in strand ? strand.happened : posts!.map(({ label }) => label);
    const { lost, again, outOfOrder } = compare(strand.expected, happened);
    total.lost += lost;
    total.outOfOrder += outOfOrder;
    if (!posts) {
      total.doubled += again.length;
      continue;
    }
    total.extra += again.length;
    total.beyondInFlight += beyondOne(again.map((index) => posts[index]!));
    total.unseen += 'posts' in strand ? strand.posts.length - posts.length : 0;
  }
  return total;
};
