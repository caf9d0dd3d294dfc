import type { Platform, Post } from '../platform.ts';

const EVERY = 30;

export type Labelled = Post & { readonly label: string };

/** What the bot shows, as people see it come. */
export type Watch = {
  /** Waits until something has been posted in a chat, and gives it. */
  readonly sees: (chat: string, find: (posts: readonly Labelled[]) => Labelled | undefined) => Promise<Labelled>;
  /** All that was posted in a chat. */
  readonly in: (chat: string) => readonly Labelled[];
  /** Looks at once. */
  readonly look: () => Promise<void>;
  readonly end: () => void;
};

/** Looks at a platform again and again. What has no label is not looked at; `onFault` is told when it fails. */
export const watchPosts = (
  { posts }: Pick<Platform, 'posts'>,
  labelOf: (post: Post) => string | undefined,
  onFault: (error: unknown) => void,
): Watch => {
  const byChat = new Map<string, Labelled[]>();
  const waiting = new Map<string, Set<() => void>>();
  let looked = 0;
  const look = async (): Promise<void> => {
    const fresh = (await posts()).slice(looked);
    looked += fresh.length;
    for (const post of fresh) {
      const label = labelOf(post);
      if (label === undefined) continue;
      byChat.set(post.chat, [...(byChat.get(post.chat) ?? []), { ...post, label }]);
    }
    for (const chat of new Set(fresh.map((post) => post.chat))) for (const check of waiting.get(chat) ?? []) check();
  };
  let looking = Promise.resolve();
  const lookNext = (): Promise<void> => {
    looking = looking.then(look);
    return looking;
  };
  const timer = setInterval(() => lookNext().catch(onFault), EVERY);
  return {
    look: lookNext,
    in: (chat) => byChat.get(chat) ?? [],
    sees: (chat, find) =>
      new Promise((resolve) => {
        const checks = waiting.get(chat) ?? new Set();
        waiting.set(chat, checks);
        const check = (): void => {
          const found = find(byChat.get(chat) ?? []);
          if (!found) return;
          checks.delete(check);
          resolve(found);
        };
        checks.add(check);
        check();
      }),
    end: () => clearInterval(timer),
  };
};
