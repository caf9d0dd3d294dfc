import { changing } from './changing.ts';
import { files } from './files.ts';
import { keepingChats } from './keeping-chats.ts';
import type { Method } from './method.ts';
import { polling } from './polling.ts';
import { posting } from './posting.ts';
import { profile } from './profile.ts';
import { readingChats } from './reading-chats.ts';
import { topics } from './topics.ts';

export type NamedMethod = Method & { readonly name: string };

const all: Readonly<Record<string, Method>> = {
  ...polling,
  ...posting,
  ...changing,
  ...readingChats,
  ...keepingChats,
  ...topics,
  ...files,
  ...profile,
};

/** Every method that this server knows, by its name in small letters: Telegram takes any case. */
export const methods: ReadonlyMap<string, NamedMethod> = new Map(
  Object.entries(all).map(([name, method]) => [name.toLowerCase(), { ...method, name }]),
);

/** The parameter types of all methods. */
export const parameterTypes: readonly string[] = Object.values(all).flatMap(({ parameters }) => parameters ?? []);
