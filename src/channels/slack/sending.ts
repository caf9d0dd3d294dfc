import { z } from 'zod';
import type { Sending, Sent } from '../../channel.ts';
import { isThread } from '../../domain/desk.ts';
import type { Delivery, Message } from '../../domain/message.ts';
import { isPerson, nameOf, type Place, placeOf, type Spot, spotOf } from './address.ts';
import type { Call } from './client.ts';
import { cannotBeEdited, isThreadGone, SlackError, sentAfter } from './errors.ts';
import { removeFile, uploadFile } from './files.ts';
import { blocksOf, MOST_BUTTON_VALUE, unfitButton } from './outgoing.ts';
import { contentOf, postWords, type Shown, threadArgs } from './posting.ts';

const NOTHING: Sent = { kind: 'shown', as: null };
const openedSchema = z.object({ channel: z.object({ id: z.string() }) });

/** A file is shared in a channel: a person's is asked for first. */
const channelOf = async (call: Call, place: Place): Promise<string> =>
  isPerson(place) ? openedSchema.parse(await call('conversations.open', { users: place.id })).channel.id : place.id;

type Upload = { readonly id: string; readonly name: string };

const hasWords = ({ heading, text, choices }: Message): boolean =>
  Boolean(heading) || text !== '' || choices.flat().length > 0;

/** First the file, then the words to it; where either fails, the file goes again, so that a new try shows it once. */
const postWithFile = async (
  call: Call,
  place: Place,
  delivery: Shown,
  { id, name }: Upload,
  thread: string | null,
): Promise<Spot> => {
  const channel = await channelOf(call, place);
  try {
    const files = [{ id, title: name }];
    await call('files.completeUploadExternal', { files, channel_id: channel, ...threadArgs(thread) });
    const words = hasWords(delivery.message) ? await postWords(call, place, delivery, thread) : null;
    return { channel, ts: words?.ts ?? '', file: id };
  } catch (error) {
    await removeFile(call, channel, id).catch(() => {});
    throw error;
  }
};

/** An error without a code is one of the connection: then it is tried again later. */
const mayCome = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === null;

/** The bytes that go with a message; null where they cannot be had any more. */
const bytesFor = async ({ attachment, file }: Message, sending: Sending | undefined): Promise<Uint8Array | null> => {
  if (attachment) return Buffer.from(attachment.text);
  if (!file || !sending) return null;
  try {
    return await sending.fetch(file);
  } catch (error) {
    if (mayCome(error)) throw new SlackError(null, 'a file could not be fetched');
    return null;
  }
};

/** Where a file cannot be had any more, its name stands for it. */
const withoutFile = (delivery: Shown, name: string): Shown => ({
  ...delivery,
  message: { ...delivery.message, text: [delivery.message.text, `[${name}]`].filter(Boolean).join('\n') },
});

const postIn = async (
  call: Call,
  place: Place,
  delivery: Shown,
  sending: Sending | undefined,
  thread: string | null,
): Promise<Spot | null> => {
  const { attachment, file } = delivery.message;
  const name = attachment?.name ?? file?.name;
  if (name === undefined) return postWords(call, place, delivery, thread);
  const bytes = await bytesFor(delivery.message, sending);
  if (!bytes || bytes.length === 0) return postWords(call, place, withoutFile(delivery, name), thread);
  return postWithFile(call, place, delivery, { id: await uploadFile(call, name, bytes), name }, thread);
};

const post = async (call: Call, delivery: Shown, sending: Sending | undefined): Promise<Sent> => {
  const place = placeOf(delivery.address);
  const known = sending?.thread ?? delivery.thread ?? null;
  const shown = (spot: Spot | null, thread: string | null): Sent => ({
    kind: 'shown',
    as: spot && nameOf(spot),
    // The first message of a request is what its thread begins with.
    ...(isThread(delivery.address) && thread === null && spot?.ts ? { thread: spot.ts } : {}),
  });
  try {
    return shown(await postIn(call, place, delivery, sending, known), known);
  } catch (error) {
    if (known === null || !isThreadGone(error)) throw error;
    return shown(await postIn(call, place, delivery, sending, null), null);
  }
};

const update = async (call: Call, delivery: Shown, shownAs: string, sending: Sending | undefined): Promise<Sent> => {
  const { channel, ts } = spotOf(shownAs);
  if (ts === '') return { kind: 'shown', as: shownAs };
  try {
    await call('chat.update', { channel, ts, ...contentOf(delivery) });
    return { kind: 'shown', as: shownAs };
  } catch (error) {
    if (!cannotBeEdited(error)) throw error;
    return await post(call, delivery, sending);
  }
};

const pin = async (call: Call, shownAs: string): Promise<void> => {
  const { channel, ts } = spotOf(shownAs);
  await call('pins.add', { channel, timestamp: ts });
};

/** Removes or pins what is shown; where Slack refuses that, it stays as it is. */
const onShown = async (act: Promise<unknown>): Promise<Sent> => {
  try {
    await act;
  } catch (error) {
    const sent = sentAfter(error);
    if (sent.kind !== 'refused') return sent;
  }
  return NOTHING;
};

const remove = async (call: Call, shownAs: string): Promise<Sent> => {
  const { channel, ts, file } = spotOf(shownAs);
  const words = ts === '' ? NOTHING : await onShown(call('chat.delete', { channel, ts }));
  return words.kind === 'shown' && file ? onShown(removeFile(call, channel, file)) : words;
};

const publish = async (call: Call, { address, message }: Extract<Delivery, { kind: 'home' }>): Promise<Sent> => {
  await call('views.publish', { user_id: placeOf(address).id, view: { type: 'home', blocks: blocksOf(message) } });
  return NOTHING;
};

/** Sends one delivery, once; tells what became of it and never rejects. */
export const sendWith = async (
  call: Call,
  delivery: Delivery,
  shownAs: string | null,
  sending?: Sending,
): Promise<Sent> => {
  // A thread in Slack cannot be closed: its card tells how far it is.
  if (delivery.kind === 'close' || delivery.kind === 'reopen') return NOTHING;
  if (delivery.kind === 'remove') return shownAs === null ? NOTHING : remove(call, shownAs);
  if (delivery.kind === 'pin') return shownAs === null ? NOTHING : onShown(pin(call, shownAs));
  const button = unfitButton(delivery.message);
  if (button !== undefined)
    return {
      kind: 'refused',
      because: `a button carries nothing or more than ${MOST_BUTTON_VALUE} signs: "${button}"`,
    };
  try {
    if (delivery.kind === 'home') return await publish(call, delivery);
    if (delivery.kind === 'update' && shownAs !== null) return await update(call, delivery, shownAs, sending);
    return await post(call, delivery, sending);
  } catch (error) {
    return sentAfter(error);
  }
};
