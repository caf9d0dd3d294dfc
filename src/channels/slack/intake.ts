import type { Look, Take } from '../../channel.ts';
import { deskOf } from '../../domain/desk.ts';
import type { Language } from '../../domain/language.ts';
import type { NewIntake } from '../../store.ts';
import type { Log } from '../faults.ts';
import { addressOf, placeOf } from './address.ts';
import type { Call } from './client.ts';
import { SlackError } from './errors.ts';
import type { Followed } from './followed.ts';
import { createInOrder, within } from './in-order.ts';
import { type Heard, type Reader, readTold } from './incoming.ts';
import { type Done, readCommand, readInteraction } from './interactions.ts';
import { modalOf } from './modal.ts';
import { tell } from './note.ts';
import { parseCommand, parseInteraction, parseTold, type Told } from './payload.ts';
import type { People } from './people.ts';
import type { Rooms } from './rooms.ts';
import { peopleIn } from './text.ts';
import { WORDS, type Words } from './words.ts';

/** Something from Slack, over whatever way it came. */
export type Arrived = { readonly kind: string; readonly body: unknown };
/** What goes back with the acknowledgement; null where nothing does. */
export type Ack = Readonly<Record<string, unknown>> | null;
/** Resolves when all of it that matters is kept for good, so that it may be acknowledged; rejects when it cannot be kept. */
export type Receive = (arrived: Arrived) => Promise<Ack>;

export type IntakeParts = {
  readonly reader: Reader;
  readonly followed: Followed;
  readonly people: People;
  readonly rooms: Rooms;
  readonly call: Call;
  readonly take: Take;
  readonly look: Look;
  /** Whether a text that begins with a slash is one of the assistant's commands. */
  readonly isCommand: (text: string) => boolean;
  /** The app was taken out of the workspace. */
  readonly onRevoked: () => void;
  readonly log: Log;
};

/** Slack waits three seconds in all: who speaks is asked no longer than this, in milliseconds. */
const MOST_ASKING = 1000;
const NOBODY_KNOWN = null;

const isRevoked = ({ event }: Told, botId: string): boolean =>
  event.type === 'app_uninstalled' || (event.type === 'tokens_revoked' && (event.tokens?.bot ?? []).includes(botId));

/** Makes what comes in from Slack the assistant's, and keeps it before it is acknowledged. */
export const createIntake = (parts: IntakeParts): Receive => {
  const { reader, followed, people, rooms, call, take, look, isCommand, onRevoked, log } = parts;
  const inOrder = createInOrder();

  const wordsFor = async (user: string): Promise<Words> => {
    const language: Language = (await within(people.known(user), MOST_ASKING, NOBODY_KNOWN))?.language ?? 'en';
    return WORDS[language];
  };

  /** How a channel is called; a direct message of several people by who is in it. */
  const titleOf = async (id: string): Promise<string | null> => {
    const room = await rooms.known(id);
    if (!room?.people) return room?.title ?? null;
    const accounts = await Promise.all(room.people.map((one) => people.known(one)));
    return accounts.flatMap((account) => (account && !account.isBot ? [account.name] : [])).join(', ') || null;
  };

  /** One thing as it is kept; null where another program said it. */
  const withSpeaker = async ({ id, user, incoming }: Heard, name: string | null): Promise<NewIntake | null> => {
    const { place, address } = incoming;
    const [account, title] = await Promise.all([
      user === null ? NOBODY_KNOWN : within(people.known(user), MOST_ASKING, NOBODY_KNOWN),
      place === 'private' ? NOBODY_KNOWN : within(titleOf(placeOf(address).id), MOST_ASKING, NOBODY_KNOWN),
    ]);
    if (account?.isBot) return null;
    const from = user === null ? null : people.speaker(user, account, { place, fallbackName: name });
    return { channel: 'slack', id, incoming: { ...incoming, title, from } };
  };

  const keep = async (heard: readonly Heard[], name: string | null = null): Promise<void> => {
    const items = await Promise.all(heard.map((one) => withSpeaker(one, name)));
    const known = items.filter((item) => item !== null);
    if (known.length > 0) await take(known);
  };

  /** Asks how the people are called that a text names. */
  const learnNames = (text: string | undefined): Promise<unknown> =>
    within(Promise.all(peopleIn(text ?? '').map((id) => people.known(id))), MOST_ASKING, undefined);

  const hear = async (told: Told): Promise<void> => {
    const [first] = readTold(told, reader);
    if (!first) return;
    await inOrder(first.incoming.address, async () => {
      await learnNames(told.event.text ?? told.event.message?.text);
      await keep(readTold(told, reader));
    });
  };

  /** What the agent's page offers to say, where the workspace has one. */
  const suggest = async (user: string, channel: string): Promise<void> => {
    const { prompts } = await wordsFor(user);
    await call('assistant.threads.setSuggestedPrompts', { channel_id: channel, prompts });
  };

  const onTold = async (told: Told): Promise<Ack> => {
    const { type, tab, user, channel } = told.event;
    if (isRevoked(told, reader.botId)) onRevoked();
    followed.note(told.event);
    if (channel && /^(?:member|channel|group)_/.test(type)) rooms.forget(channel);
    if (type === 'app_home_opened' && tab === 'messages' && user && channel) suggest(user, channel).catch(() => {});
    await hear(told);
    return null;
  };

  const openForm = async (
    { trigger, user, ticket, kept }: Extract<Done, { kind: 'form' }>,
    view: unknown,
  ): Promise<void> => {
    try {
      await call('views.open', { trigger_id: trigger, view });
    } catch (error) {
      const code = error instanceof SlackError ? error.code : null;
      const isLate = code === 'expired_trigger_id' || code === 'exchanged_trigger_id';
      if (!isLate) log.warn(`the form of "${kept.choice}" could not be opened (${code ?? 'no answer'})`);
      const words = await wordsFor(user);
      tell(call, ticket, isLate ? words.tooLate : words.notNow);
    }
  };

  const onForm = async (done: Extract<Done, { kind: 'form' }>): Promise<Ack> => {
    const { user, name, kept, press, ticket } = done;
    const { address, place, thread, choice } = kept;
    const [account, words] = await Promise.all([within(people.known(user), MOST_ASKING, NOBODY_KNOWN), wordsFor(user)]);
    const by = people.speaker(user, account, { place, fallbackName: name });
    const form = await look.form({ address, thread, choice, by, written: done.written });
    if (form) void openForm(done, modalOf(form, kept, done.leftOut, words));
    else if (press) await keep([press], name);
    else tell(call, ticket, words.noForm);
    return null;
  };

  const onInteraction = async (raw: unknown): Promise<Ack> => {
    const act = parseInteraction(raw);
    if (act?.type === 'message_action') await learnNames(act.message?.text);
    const done = act && readInteraction(act, reader);
    if (!act || !done) return null;
    if (done.kind === 'form') return onForm(done);
    if (done.kind === 'sent' && done.empty.length > 0) {
      const { required } = await wordsFor(act.user.id);
      return { response_action: 'errors', errors: Object.fromEntries(done.empty.map((name) => [name, required])) };
    }
    const heard = done.kind === 'sent' ? done.heard : [done.heard];
    const [first] = heard;
    // What is said and what is pressed at a desk come in one after the other, whether or not its thread is known.
    if (first) await inOrder(deskOf(first.incoming.address), () => keep(heard, act.user.name ?? null));
    return null;
  };

  const onCommand = async (raw: unknown): Promise<Ack> => {
    const command = parseCommand(raw);
    if (!command) return null;
    const { user_id: user, channel_id: channel, user_name } = command;
    const [room, words] = await Promise.all([
      within(rooms.known(channel), MOST_ASKING, NOBODY_KNOWN),
      wordsFor(user),
      learnNames(command.text),
    ]);
    const isHere = room?.isOurs ?? false;
    const isChannel = isHere && !channel.startsWith('D');
    const address = addressOf({ tenant: reader.tenant, id: isChannel ? channel : user });
    await inOrder(address, () =>
      keep([readCommand(command, reader, { address, place: isChannel ? 'group' : 'private', isCommand })], user_name),
    );
    return { response_type: 'ephemeral', text: isHere ? words.here : words.inPrivate };
  };

  return async ({ kind, body }) => {
    if (kind === 'interactive') return onInteraction(body);
    if (kind === 'slash_commands') return onCommand(body);
    const told = kind === 'events_api' ? parseTold(body) : undefined;
    return told ? onTold(told) : null;
  };
};
