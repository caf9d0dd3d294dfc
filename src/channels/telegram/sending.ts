import type { Channel, Sending, Sent } from '../../channel.ts';
import type { Delivery, Message } from '../../domain/message.ts';
import type { Log } from '../faults.ts';
import { type Spot, spotOf } from './address.ts';
import { cannotBeEdited, isNotModified, isOfOtherKind, isThreadGone, isTopicClosed, sentAfter } from './errors.ts';
import { keyboardOf, MOST_BUTTON_BYTES, MOST_CAPTION, textOf, tooLongButton } from './outgoing.ts';
import { post } from './posting.ts';
import { type Post, postInRequest, setTopic } from './request-thread.ts';
import type { Calls } from './sending-file.ts';
import { type Thread, target, threadNamed, topicIn } from './thread.ts';

type Shown = Extract<Delivery, { kind: 'post' | 'update' }>;

const shown = (as: string | null): Sent => ({ kind: 'shown', as });

const noTopicsLine = (chat: number): string =>
  `requests are answered in the group ${chat} without topics: turn topics on in its settings, and let the bot, as an administrator, manage them`;

/** Changes what is shown: the text, or the words below a file. */
const edit = async ({ quick }: Calls, chat_id: number, message_id: number, message: Message): Promise<void> => {
  const { text, entities } = textOf(message);
  const keyboard = keyboardOf(message);
  const rest = { chat_id, message_id, ...(keyboard ? { reply_markup: keyboard } : {}) };
  const editText = () =>
    quick.editMessageText({ ...rest, text, entities, link_preview_options: { is_disabled: true } });
  const editCaption = () => quick.editMessageCaption({ ...rest, caption: text, caption_entities: entities });
  const [first, second] = message.file ? [editCaption, editText] : [editText, editCaption];
  try {
    await first();
  } catch (error) {
    if (!isOfOtherKind(error)) throw error;
    await second();
  }
};

/** How things are sent, and who is told of a group without topics. */
type Ways = { readonly calls: Calls; readonly onNoTopics: (chat: number) => void };

/** Into a topic or chain of answers, and beside it where that takes nothing more. */
const postAt = async (
  { calls }: Ways,
  chat: number,
  thread: Thread | null,
  message: Message,
  fetch: Sending['fetch'] | undefined,
): Promise<number> => {
  try {
    return await post(calls, message, target({ chat, thread }), fetch);
  } catch (error) {
    if (thread === null || !(isThreadGone(error) || isTopicClosed(error))) throw error;
    return await post(calls, message, target({ chat, thread: null }), fetch);
  }
};

const postNew = async (
  ways: Ways,
  spot: Spot,
  { message, thread }: Shown,
  sending: Sending | undefined,
): Promise<Sent> => {
  const { calls, onNoTopics } = ways;
  const { chat, request } = spot;
  const fetch = sending?.fetch;
  if (request !== undefined) {
    const known = sending?.thread ?? null;
    const postThere: Post = (where) => post(calls, message, where, fetch);
    return await postInRequest(calls, { ...spot, request }, message, known, postThere, () => onNoTopics(chat));
  }
  const within = topicIn(spot) ?? (thread === undefined ? null : threadNamed(thread));
  return shown(String(await postAt(ways, chat, within, message, fetch)));
};

const update = async (
  ways: Ways,
  spot: Spot,
  delivery: Shown,
  as: string,
  sending: Sending | undefined,
): Promise<Sent> => {
  const { message } = delivery;
  // Below a file there is no room for them: they stand by themselves, and the file where it is.
  const isTooLong = message.file !== null && textOf(message).text.length > MOST_CAPTION;
  if (isTooLong) return await postNew(ways, spot, { ...delivery, message: { ...message, file: null } }, sending);
  try {
    await edit(ways.calls, spot.chat, Number(as), message);
  } catch (error) {
    if (cannotBeEdited(error)) return await postNew(ways, spot, delivery, sending);
    if (!isNotModified(error)) throw error;
  }
  return shown(as);
};

/** Removes or pins what is shown; where Telegram refuses that, it stays as it is. */
const onShown = async ({ calls }: Ways, spot: Spot, kind: 'remove' | 'pin', as: string): Promise<Sent> => {
  const message = { chat_id: spot.chat, message_id: Number(as) };
  try {
    if (kind === 'remove') await calls.quick.deleteMessage(message);
    else await calls.quick.pinChatMessage({ ...message, disable_notification: true });
  } catch (error) {
    const sent = sentAfter(error, spot);
    if (sent.kind !== 'refused') return sent;
  }
  return shown(null);
};

/** Sends one delivery, once; tells what became of it and never rejects. */
const send = async (ways: Ways, delivery: Delivery, as: string | null, sending?: Sending): Promise<Sent> => {
  // There is no such page here.
  if (delivery.kind === 'home') return shown(null);
  const spot = spotOf(delivery.address);
  if (delivery.kind === 'close' || delivery.kind === 'reopen')
    return await setTopic(ways.calls, spot, delivery.kind, sending?.thread ?? null);
  if (delivery.kind === 'remove' || delivery.kind === 'pin')
    return as === null ? shown(null) : await onShown(ways, spot, delivery.kind, as);
  const button = tooLongButton(delivery.message);
  if (button !== undefined) {
    return {
      kind: 'refused',
      because: `a button carries nothing or more than ${MOST_BUTTON_BYTES} bytes: "${button}"`,
    };
  }
  try {
    return delivery.kind === 'update' && as !== null
      ? await update(ways, spot, delivery, as, sending)
      : await postNew(ways, spot, delivery, sending);
  } catch (error) {
    return sentAfter(error, spot);
  }
};

/** How this bot sends. */
export const createSend = (calls: Calls, log: Log): Channel['send'] => {
  /** The groups without topics that the operator was told of. */
  const told = new Set<number>();
  const onNoTopics = (chat: number): void => {
    if (!told.has(chat)) log.warn(noTopicsLine(chat));
    told.add(chat);
  };
  return (delivery, shownAs, sending) => send({ calls, onNoTopics }, delivery, shownAs, sending);
};
