import { isPart } from '../blocks/walk.ts';
import { accountOf, directOf, theConversation } from '../conversations.ts';
import { tell } from '../events.ts';
import { channelIn, newResponseUrl, newTrigger } from '../interactions.ts';
import { actHere, addMessage } from '../messages.ts';
import { contentIn, ownFields, showTo } from '../methods/posting.ts';
import type { Delivery } from '../outbox.ts';
import { viewOf } from '../views.ts';
import type { Account, Conversation, World } from '../world.ts';
import { acts, type Sent } from './pressing.ts';

export type Commanded = {
  readonly person: string;
  readonly channel: string;
  /** With its slash. */
  readonly command: string;
  readonly text: string;
};
const LONGEST = 40_000;
type Context = Readonly<Record<string, unknown>>;

/** Shows what the app answered to a command: to the person alone, unless it says otherwise. */
const show = (world: World, person: Account, place: Conversation, response: unknown): void => {
  const fields = typeof response === 'string' ? { text: response } : response;
  if (!isPart(fields) || Object.keys(fields).length === 0) return;
  const content = { ...ownFields(world), ...contentIn(world, fields, LONGEST) };
  if (fields.response_type === 'in_channel') addMessage(world, place, content);
  else showTo(world, person, place, { type: 'message', ts: world.newTs(), ...content });
};

/** Ends a command: as the app answered, or with Slack's own words when it did not, or not well. */
const answered = (world: World, person: Account, place: Conversation, command: string, done: Delivery): void => {
  let error = 'operation_timeout';
  if (done.state === 'acknowledged') {
    try {
      show(world, person, place, done.response);
      return;
    } catch {
      error = 'invalid_command_response';
    }
  }
  const text = `${command} failed with the error "${error}"`;
  showTo(world, person, place, { type: 'message', ts: world.newTs(), user: 'USLACKBOT', text });
};

/** What people do with the app itself. */
export const createCommands = (world: World) => ({
  /** A person writes a slash command, in a channel or to the bot alone. */
  command: ({ person: id, channel, command, text }: Commanded): Sent => {
    const person = accountOf(world, id);
    const place = theConversation(world, channel);
    if (!place.members.has(id)) throw new Error(`The person ${id} is not in ${channel}`);
    acts(world, person);
    actHere(world, place);
    const { enterprise } = world;
    const payload = {
      token: 'verification-token-of-old',
      team_id: place.team,
      team_domain: world.teams.get(place.team)?.domain ?? world.home.domain,
      ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
      channel_id: place.id,
      channel_name: channelIn(place).name,
      user_id: id,
      user_name: person.handle,
      command,
      text,
      api_app_id: world.appId,
      is_enterprise_install: String(enterprise?.orgWide ?? false),
      response_url: newResponseUrl(world, { user: id, channel }),
      trigger_id: newTrigger(world, id),
    };
    const done = (delivery: Delivery): void => answered(world, person, place, command, delivery);
    return { delivery: world.outbox.push('slash_commands', payload, done).id };
  },

  /** A person opens the app: its home tab, or the talk with it. */
  openHome: ({ person: id, tab = 'home' }: { person: string; tab?: 'home' | 'messages' | undefined }): void => {
    const person = accountOf(world, id);
    acts(world, person);
    const place = directOf(world, person);
    const view = tab === 'home' && person.home ? { view: viewOf(world, person.home) } : {};
    tell(world, { type: 'app_home_opened', user: id, channel: place.id, tab, event_ts: world.newTs(), ...view }, place);
  },

  /** A person opens a new talk in the app's pane, from a channel or from nowhere; gives the thread that it is. */
  openAssistant: ({
    person: id,
    context = {},
  }: {
    person: string;
    context?: Context | undefined;
  }): { channel: string; thread: string } => {
    const person = accountOf(world, id);
    acts(world, person);
    const place = directOf(world, person);
    const ts = world.newTs();
    const root = {
      ...ownFields(world),
      type: 'message' as const,
      ts,
      thread_ts: ts,
      subtype: 'assistant_app_thread',
      text: 'New Assistant Thread',
    };
    place.messages.set(ts, root);
    actHere(world, place, ts);
    const thread = { user_id: id, context, channel_id: place.id, thread_ts: ts };
    tell(world, { type: 'assistant_thread_started', assistant_thread: thread, event_ts: world.newTs() }, place);
    return { channel: place.id, thread: ts };
  },
});
