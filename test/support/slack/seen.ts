import { pressables } from './blocks/elements.ts';
import { linesOf } from './blocks/render.ts';
import { isPart, type Part } from './blocks/walk.ts';
import type { Block, FileView, Message } from './message.ts';
import { calledIn, shown } from './text.ts';
import { type ViewState, viewOf } from './views.ts';
import type { Conversation, World } from './world.ts';

/** Something that can be pressed, as people see it and as the app knows it. */
export type Button = { readonly label: string; readonly action: string; readonly value: string };

/** A message as people see it. */
export type Seen = {
  readonly ts: string;
  readonly channel: string;
  /** The sender's id and name. */
  readonly from: string;
  readonly name: string;
  /** What people read: of a message with blocks, the blocks. */
  readonly lines: readonly string[];
  /** The `text` as it was sent: of a message with blocks, what notifications show. */
  readonly text: string;
  readonly buttons: readonly Button[];
  /** The first message of the thread, of a reply. */
  readonly thread?: string;
  readonly replies: number;
  readonly edited: boolean;
  readonly files: readonly FileView[];
  /** Whom it calls: ids, `here`, `channel`, `everyone`. */
  readonly called: readonly string[];
  readonly raw: Message;
};

/** A modal or a home tab as its person sees it. */
export type SeenView = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly buttons: readonly Button[];
  /** The labels of the buttons at the foot of a modal. */
  readonly submit: string;
  readonly close: string;
  /** What the app found wrong, by block; under `` what Slack itself says. */
  readonly errors: Readonly<Record<string, string>>;
  readonly raw: Part;
};

const buttonsIn = (blocks: readonly Block[]): Button[] =>
  pressables(blocks).map(({ label, value, element }) => ({ label, value, action: String(element.action_id ?? '') }));

export const seenMessage = (world: World, { id }: Pick<Conversation, 'id'>, message: Message): Seen => {
  const { blocks = [], files = [], thread_ts: thread } = message;
  const own = message.text ? shown(world, message.text).split('\n') : [];
  const body = blocks.length && message.bot_id ? linesOf(world, blocks) : own;
  return {
    ts: message.ts,
    channel: id,
    from: message.user,
    name: message.username ?? world.accounts.get(message.user)?.name ?? message.user,
    lines: [...body, ...files.map(({ name, mode }) => (mode === 'tombstone' ? '[file removed]' : `[file ${name}]`))],
    text: message.text,
    buttons: buttonsIn(blocks),
    ...(thread && thread !== message.ts && { thread }),
    replies: message.reply_count ?? 0,
    edited: message.edited !== undefined,
    files,
    called: [...new Set([...calledIn(message.text), ...calledIn(JSON.stringify(blocks))])],
    raw: message,
  };
};

const labelOf = (part: unknown): string => (isPart(part) ? String(part.text) : '');

export const seenView = (world: World, view: ViewState): SeenView => ({
  id: view.id,
  title: labelOf(view.given.title),
  lines: linesOf(world, view.given.blocks),
  buttons: buttonsIn(view.given.blocks),
  submit: labelOf(view.given.submit),
  close: labelOf(view.given.close),
  errors: view.errors,
  raw: viewOf(world, view),
});

/** A message with its sender, its lines and its mark, as the transcript shows it. */
const asSeen = (message: Seen, indent: string): string => {
  const head = `${indent}${message.name}${message.edited ? ' (edited)' : ''}:`;
  return [head, ...message.lines.map((line) => `${indent}  ${line}`.trimEnd())].join('\n');
};

/** A place as its people see it now, replies under what they answer. */
export const transcriptOf = (world: World, place: Conversation): string => {
  const all = [...place.messages.values()].map((message) => seenMessage(world, place, message));
  return all
    .filter(({ thread }) => thread === undefined)
    .flatMap((one) => [
      asSeen(one, ''),
      ...all.filter(({ thread }) => thread === one.ts).map((reply) => asSeen(reply, '    ')),
    ])
    .join('\n\n');
};
