import { InputFile, type RawApi } from 'grammy';
import type { Sent } from '../../channel.ts';
import type { Delivery, Message } from '../../domain/message.ts';
import { type Spot, spotOf } from './address.ts';
import { cannotBeEdited, isNotModified, isTopicGone, sentAfter } from './errors.ts';
import { fileName, keyboardOf, MOST_BUTTON_BYTES, markupOf, textOf, tooLongButton } from './outgoing.ts';

const shown = (as: string | null): Sent => ({ kind: 'shown', as });

/** Where to write: a chat, and the topic in it. */
export const target = ({ chat, topic }: Spot) => ({
  chat_id: chat,
  ...(topic === null ? {} : { message_thread_id: topic }),
});

const post = async (calls: RawApi, spot: Spot, message: Message): Promise<Sent> => {
  const { text, entities } = textOf(message);
  const markup = markupOf(message);
  const rest = { ...target(spot), ...(markup ? { reply_markup: markup } : {}) };
  const { message_id } = message.attachment
    ? await calls.sendDocument({
        ...rest,
        document: new InputFile(Buffer.from(message.attachment.text), fileName(message.attachment)),
        ...(text === '' ? {} : { caption: text, caption_entities: entities }),
      })
    : await calls.sendMessage({ ...rest, text, entities, link_preview_options: { is_disabled: true } });
  return shown(String(message_id));
};

const postOrInGeneral = async (calls: RawApi, spot: Spot, message: Message): Promise<Sent> => {
  try {
    return await post(calls, spot, message);
  } catch (error) {
    if (spot.topic === null || !isTopicGone(error)) throw error;
    return await post(calls, { ...spot, topic: null }, message);
  }
};

const update = async (calls: RawApi, spot: Spot, shownAs: string, message: Message): Promise<Sent> => {
  const { text, entities } = textOf(message);
  const keyboard = keyboardOf(message);
  try {
    await calls.editMessageText({
      chat_id: spot.chat,
      message_id: Number(shownAs),
      text,
      entities,
      link_preview_options: { is_disabled: true },
      ...(keyboard ? { reply_markup: keyboard } : {}),
    });
  } catch (error) {
    if (cannotBeEdited(error)) return await postOrInGeneral(calls, spot, message);
    if (!isNotModified(error)) throw error;
  }
  return shown(shownAs);
};

/** Removes or pins what is shown; where Telegram refuses that, it stays as it is. */
const onShown = async (call: () => Promise<unknown>, spot: Spot): Promise<Sent> => {
  try {
    await call();
  } catch (error) {
    const sent = sentAfter(error, spot);
    if (sent.kind !== 'refused') return sent;
  }
  return shown(null);
};

/** Sends one delivery in one call; tells what became of it and never rejects. */
export const sendWith = async (calls: RawApi, delivery: Delivery, shownAs: string | null): Promise<Sent> => {
  const spot = spotOf(delivery.address);
  if (delivery.kind === 'remove' || delivery.kind === 'pin') {
    if (shownAs === null) return shown(null);
    const message = { chat_id: spot.chat, message_id: Number(shownAs) };
    return delivery.kind === 'remove'
      ? await onShown(() => calls.deleteMessage(message), spot)
      : await onShown(() => calls.pinChatMessage({ ...message, disable_notification: true }), spot);
  }
  const { message } = delivery;
  const button = tooLongButton(message);
  if (button !== undefined) {
    return {
      kind: 'refused',
      because: `a button carries nothing or more than ${MOST_BUTTON_BYTES} bytes: "${button}"`,
    };
  }
  try {
    return delivery.kind === 'update' && shownAs !== null
      ? await update(calls, spot, shownAs, message)
      : await postOrInGeneral(calls, spot, message);
  } catch (error) {
    return sentAfter(error, spot);
  }
};
