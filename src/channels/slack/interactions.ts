import { requestIn, threadAddress } from '../../domain/desk.ts';
import type { FileRef } from '../../domain/file.ts';
import type { Address, Event } from '../../domain/message.ts';
import { addressOf, nameOf, spotOf } from './address.ts';
import { fileRefsOf } from './file-ref.ts';
import { MOST_BYTES } from './files.ts';
import { type Heard, type Reader, threadIn, wordsIn } from './incoming.ts';
import { digestOf, fieldsOf, type Kept, keptIn, MOST_FILES } from './modal.ts';
import { ticketOf } from './note.ts';
import { type Command, type Interaction, SHORTCUT } from './payload.ts';

/** What somebody did with the app itself. */
export type Done =
  | { readonly kind: 'heard'; readonly heard: Heard }
  /** They want a form, within the three seconds that `trigger` is worth. `press` is what it comes to where there is none. */
  | {
      readonly kind: 'form';
      readonly trigger: string;
      readonly user: string;
      readonly name: string | null;
      readonly kept: Omit<Kept, 'required'>;
      /** Words that stand there already; null where there are none. */
      readonly written: string | null;
      /** The names of files that are too large to go with it. */
      readonly leftOut: readonly string[];
      readonly press: Heard | null;
      readonly ticket: string;
    }
  /** A form was sent, its further files each by itself, with what stands in the way of it: the fields that hold nothing but space. */
  | { readonly kind: 'sent'; readonly heard: readonly Heard[]; readonly empty: readonly string[] };

/** Where an act happened. */
type Where = { readonly address: Address; readonly place: 'private' | 'group'; readonly thread?: string };

const whereOf = ({ channel, message, container, user }: Interaction, reader: Reader): Where => {
  const { tenant, isDesk } = reader;
  if (!channel || channel.id.startsWith('D')) {
    const thread = message && threadIn(message, false);
    return { address: addressOf({ tenant, id: user.id }), place: 'private', ...thread };
  }
  const address = addressOf({ tenant, id: channel.id });
  // Of what one person alone is shown, only the container tells where it stands.
  const said = message ?? { ts: container?.message_ts, thread_ts: container?.thread_ts };
  return { address, place: 'group', ...threadIn(said, isDesk(address)) };
};

const heardOf = (id: string, user: string, where: Where, event: Event, reader: Reader): Heard => ({
  id: `${reader.tenant}:${id}`,
  user,
  incoming: { ...where, at: reader.now(), event },
});

/** The buttons that open a form say so in their action. */
export const OPENS_FORM = 'form:';

const readPress = (act: Interaction, reader: Reader): Done | null => {
  const { user, trigger_id: trigger, channel } = act;
  const [pressed] = act.actions ?? [];
  if (!trigger || !pressed?.value) return null;
  const spot = whereOf(act, reader);
  const ticket = ticketOf(channel?.id, user.id, spot.thread);
  const request = requestIn(pressed.action_id);
  const where = request === null ? spot : { address: threadAddress(spot.address, request), place: spot.place };
  const press = heardOf(trigger, user.id, where, { kind: 'press', choice: pressed.value, ticket }, reader);
  if (!pressed.action_id.startsWith(OPENS_FORM)) return { kind: 'heard', heard: press };
  const thread = request === null ? (spot.thread ?? null) : null;
  const kept = { ...where, thread, choice: pressed.value, source: null, words: null, files: [] };
  const by = { user: user.id, name: user.name ?? null };
  return { kind: 'form', trigger, ...by, kept, written: null, leftOut: [], press, ticket };
};

/** Someone wants to send on what was already written, by them or by another person. */
const readShortcut = (act: Interaction, reader: Reader): Done | null => {
  const { callback_id, trigger_id: trigger, channel, message, user } = act;
  if (callback_id !== SHORTCUT || !trigger || !channel || !message?.ts) return null;
  const where = whereOf(act, reader);
  const all = fileRefsOf(message.files).slice(0, MOST_FILES);
  const files = all.filter(({ bytes }) => (bytes ?? 0) <= MOST_BYTES);
  const leftOut = all.filter((one) => !files.includes(one)).map(({ name }) => name);
  const source = nameOf({ channel: channel.id, ts: message.ts, file: null });
  const ticket = ticketOf(channel.id, user.id, where.thread);
  const by = { user: user.id, name: user.name ?? null };
  const written = wordsIn(message, reader);
  const kept = { ...where, thread: where.thread ?? null, choice: 'reply', source, words: digestOf(written), files };
  return { kind: 'form', trigger, ...by, kept, written, leftOut, press: null, ticket };
};

/** How a further file of a message is named where it is a source. */
const besideOf = (source: string | null, { id }: FileRef): string | null =>
  source === null ? null : nameOf({ ...spotOf(source), file: id });

const readSubmission = ({ user, view }: Interaction, reader: Reader): Done | null => {
  const kept = view && keptIn(view.private_metadata);
  if (!kept) return null;
  const fields = fieldsOf(view.state?.values ?? {});
  const empty = kept.required.filter((name) => !fields[name]?.trim());
  const { address, place, thread, choice, words } = kept;
  // What was changed before it was sent is not changed again with what stands in the thread.
  const source = Object.values(fields).some((field) => digestOf(field) === words) ? kept.source : null;
  const where = { address, place, ...(thread === null ? {} : { thread }) };
  const [file, ...more] = kept.files;
  const first: Event = { kind: 'form', choice, fields, source, ...(file ? { file } : {}) };
  const others = more.map(
    (one): Event => ({ kind: 'form', choice, fields: {}, source: besideOf(kept.source, one), file: one }),
  );
  // One form is sent once, however often its button is pressed until Slack hears of it.
  const heard = [first, ...others].map((event, at) =>
    heardOf(at === 0 ? view.id : `${view.id}:${at + 1}`, user.id, where, event, reader),
  );
  return { kind: 'sent', heard, empty };
};

/** What a press, a shortcut or a form that was sent says; null when it says nothing to us. */
export const readInteraction = (act: Interaction, reader: Reader): Done | null => {
  switch (act.type) {
    case 'block_actions':
      return readPress(act, reader);
    case 'message_action':
      return readShortcut(act, reader);
    case 'view_submission':
      return readSubmission(act, reader);
    default:
      return null;
  }
};

/**
 * A slash command as what a person says. What is one of the assistant's commands is one here too (`/campanile list`); without words, it asks
 * how all works.
 */
export const readCommand = (
  { user_id, text = '', trigger_id }: Command,
  reader: Reader,
  { isCommand, ...where }: Where & { readonly isCommand: (text: string) => boolean },
): Heard => {
  const words = wordsIn({ text }, reader) || 'help';
  const said = isCommand(`/${words}`) ? `/${words}` : words;
  return heardOf(trigger_id, user_id, where, { kind: 'text', text: said }, reader);
};
