import { actionOf, findPressable, type Pressable } from '../blocks/elements.ts';
import { accountOf, theConversation } from '../conversations.ts';
import { channelIn, interaction, newResponseUrl, newTrigger } from '../interactions.ts';
import type { Block, Message } from '../message.ts';
import { actHere } from '../messages.ts';
import { stateOf, viewOf } from '../views.ts';
import type { Account, Conversation, World } from '../world.ts';

/** Something pressed: on a message, in the home tab, or in the modal on top. */
export type Pressed = {
  readonly person: string;
  readonly at: { readonly channel: string; readonly ts: string } | 'home' | 'modal';
  /** A label, a value or an `action_id`. */
  readonly button: string;
  /** From an old screen: the value goes out though the message no longer has this button. */
  readonly stale?: boolean | undefined;
};
/** What an act became: its number, for `outcome`. */
export type Sent = { readonly delivery: number };

type Target = { readonly blocks: readonly Block[]; readonly name: string; readonly about: Record<string, unknown> };

/** Marks that a person did something: what the app showed before is no answer to it. */
export const acts = (world: World, person: Account): void => {
  person.acted = world.newsCount;
};

const onMessage = (world: World, person: Account, place: Conversation, ts: string): Target => {
  const hidden = person.ephemerals.find((one) => one.channel === place.id && one.message.ts === ts && !one.gone);
  const message: Message | undefined = hidden?.message ?? place.messages.get(ts);
  if (!message) throw new Error(`${place.id} has no message ${ts}`);
  if (!place.members.has(person.id)) throw new Error(`The person ${person.id} is not in ${place.id}`);
  const thread = message.thread_ts;
  actHere(world, place, thread ?? ts);
  const blocks = message.blocks ?? [];
  const ephemeral = hidden !== undefined;
  const given = { user: person.id, channel: place.id, message: { ts, ephemeral }, ...(thread && { thread }) };
  return {
    blocks,
    name: `The message ${ts}`,
    about: {
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: place.id,
        is_ephemeral: ephemeral,
        ...(thread && { thread_ts: thread }),
      },
      channel: channelIn(place),
      // Of what one person alone sees, the app is not told the words.
      ...(ephemeral ? {} : { message }),
      state: stateOf(blocks, new Map()),
      response_url: newResponseUrl(world, given),
    },
  };
};

const inView = (world: World, person: Account, where: 'home' | 'modal'): Target => {
  const view = where === 'home' ? person.home : person.modals.at(-1);
  if (!view) throw new Error(`The person ${person.id} has no ${where} open`);
  return {
    blocks: view.given.blocks,
    name: where === 'home' ? 'The home tab' : 'The modal',
    about: { container: { type: 'view', view_id: view.id }, view: viewOf(world, view) },
  };
};

/** A button of ours that a message had before. */
const oldButton = (value: string): Pressable => {
  const element = { type: 'button', action_id: 'press:0.0', text: { type: 'plain_text', text: value }, value };
  return { block: 'old', element, label: value, value };
};

/** What people press and choose. */
export const createPressing = (world: World) => ({
  /** A person presses a button or chooses from a menu. */
  press: ({ person: id, at, button, stale = false }: Pressed): Sent => {
    const person = accountOf(world, id);
    const target =
      typeof at === 'string'
        ? inView(world, person, at)
        : onMessage(world, person, theConversation(world, at.channel), at.ts);
    const found = stale ? oldButton(button) : findPressable(target.blocks, button, target.name);
    acts(world, person);
    const delivery = world.outbox.push('interactive', {
      ...interaction(world, 'block_actions', id),
      ...target.about,
      trigger_id: newTrigger(world, id),
      actions: [actionOf(found, world.newTs())],
    });
    return { delivery: delivery.id };
  },

  /** A person chooses one of the app's actions in the menu of a message. */
  shortcut: ({
    person: id,
    channel,
    ts,
    callback,
  }: {
    person: string;
    channel: string;
    ts: string;
    callback: string;
  }): Sent => {
    const person = accountOf(world, id);
    const place = theConversation(world, channel);
    const message = place.messages.get(ts);
    if (!message) throw new Error(`${channel} has no message ${ts}`);
    if (!place.members.has(id)) throw new Error(`The person ${id} is not in ${channel}`);
    acts(world, person);
    actHere(world, place, message.thread_ts);
    const delivery = world.outbox.push('interactive', {
      ...interaction(world, 'message_action', id),
      callback_id: callback,
      trigger_id: newTrigger(world, id),
      response_url: newResponseUrl(world, { user: id, channel }),
      channel: channelIn(place),
      message_ts: ts,
      message,
      action_ts: world.newTs(),
    });
    return { delivery: delivery.id };
  },

  /** A person chooses one of the app's actions that belong to no message. */
  globalShortcut: ({ person: id, callback }: { person: string; callback: string }): Sent => {
    acts(world, accountOf(world, id));
    const delivery = world.outbox.push('interactive', {
      ...interaction(world, 'shortcut', id),
      callback_id: callback,
      trigger_id: newTrigger(world, id),
      action_ts: world.newTs(),
    });
    return { delivery: delivery.id };
  },
});
