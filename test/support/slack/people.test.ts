import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Channel, Person } from './driver-types.ts';
import { rawCall } from './raw-call.ts';
import { type Slack, startSlack } from './server.ts';
import { openSocket } from './test-app.ts';

let server: Slack;
let lucia: Person;
let anna: Person;
let channel: Channel;

beforeEach(async () => {
  server = await startSlack();
  lucia = await server.user({ name: 'Lucia' });
  anna = await server.user({ name: 'Anna' });
  channel = await server.channel({ name: 'sportello', members: [lucia, anna] });
});
afterEach(() => server.close());

type Event = Readonly<Record<string, unknown>> & { type: string };
/** The events that the app was told, oldest first. */
const events = async (on: Slack = server): Promise<Event[]> =>
  (await on.deliveries('events_api')).map(({ payload }) => payload.event as Event);
const kinds = async (): Promise<string[]> =>
  (await events()).map(({ type, subtype }) => (subtype ? `${type}/${subtype}` : type));

test('a message in a channel is told as a message, a mention as both', async () => {
  const plain = await channel.say(lucia, 'ciao a tutti');
  expect(plain.raw).toMatchObject({ user: lucia.id, text: 'ciao a tutti', team: server.team.id });
  expect(await kinds()).toEqual(['message']);
  const mention = await channel.say(lucia, '@campanile a che punto siamo?');
  const [, message, called] = await events();
  expect(message).toMatchObject({ type: 'message', ts: mention.ts, channel: channel.id, channel_type: 'channel' });
  expect(called).toMatchObject({ type: 'app_mention', ts: mention.ts, text: `<@${server.bot.id}> a che punto siamo?` });
  expect(mention.lines).toEqual(['@Campanile a che punto siamo?']);
});

test('a mention in a direct conversation is a message only', async () => {
  await lucia.say('@campanile ciao');
  expect(await events()).toMatchObject([{ type: 'message', channel: lucia.direct.id, channel_type: 'im' }]);
});

test('where the bot is not, it hears nothing', async () => {
  const other = await server.channel({ name: 'altro', members: [lucia], bot: false });
  await other.say(lucia, '@campanile ci sei?');
  expect(await events()).toEqual([]);
  await other.addBot(lucia);
  expect(await kinds()).toEqual(['member_joined_channel', 'message/channel_join']);
  expect((await events())[0]).toMatchObject({ user: server.bot.id, inviter: lucia.id, channel_type: 'C' });
});

test('what people type is escaped, linked and understood as Slack’s window does', async () => {
  const said = await channel.say(lucia, `<b> & @Anna #sportello @here https://example.org <@${anna.id}> @nessuno`);
  expect(said.text).toBe(
    `&lt;b&gt; &amp; <@${anna.id}> <#${channel.id}|sportello> <!here> <https://example.org> <@${anna.id}> @nessuno`,
  );
  expect(said.lines).toEqual(['<b> & @Anna #sportello @here https://example.org @Anna @nessuno']);
});

test('an edit, an unfolded link and a reply are all changes; only an edit changes the words', async () => {
  const said = await channel.say(lucia, 'vedi https://example.org');
  await channel.unfurl(said);
  const [, unfolded] = await events();
  expect(unfolded).toMatchObject({
    subtype: 'message_changed',
    hidden: true,
    message: { text: said.text, ts: said.ts },
  });
  expect(unfolded?.previous_message).toMatchObject({ text: said.text });
  await channel.edit(said, 'vedi sotto');
  expect((await events())[2]).toMatchObject({
    subtype: 'message_changed',
    message: { text: 'vedi sotto', edited: { user: lucia.id } },
    previous_message: { text: said.text },
  });
  await channel.threadOf(said).say(anna, 'visto');
  expect((await kinds()).slice(3)).toEqual(['message', 'message/message_changed']);
  expect((await events())[4]).toMatchObject({
    message: { text: 'vedi sotto', reply_count: 1, reply_users: [anna.id] },
  });
});

test('a removed message is told as removed; one with replies leaves a stone', async () => {
  const first = await channel.say(lucia, 'uno');
  await channel.remove(first);
  expect((await events())[1]).toMatchObject({
    subtype: 'message_deleted',
    deleted_ts: first.ts,
    previous_message: { text: 'uno' },
  });
  const second = await channel.say(lucia, 'due');
  await channel.threadOf(second).say(anna, 'e tre');
  await channel.remove(second);
  expect((await events()).at(-1)).toMatchObject({ subtype: 'message_changed', message: { subtype: 'tombstone' } });
  expect((await channel.messages()).map(({ lines }) => lines[0])).toEqual(['This message was deleted.', 'e tre']);
});

test('the bot is told of its own messages too', async () => {
  await rawCall(server, 'chat.postMessage', { channel: channel.id, text: `<@${server.bot.id}> io` });
  expect(await events()).toMatchObject([{ type: 'message', bot_id: server.botId, user: server.bot.id }]);
});

test('comings, goings, names and archives are told while the bot is there', async () => {
  await channel.leave(anna);
  await channel.add(anna, lucia);
  await channel.rename(lucia, 'aiuto');
  await channel.archive(lucia);
  expect(await kinds()).toEqual([
    'member_left_channel',
    'message/channel_leave',
    'member_joined_channel',
    'message/channel_join',
    'channel_rename',
    'message/channel_name',
    'message/channel_archive',
    'channel_archive',
  ]);
  await expect(channel.say(lucia, 'x')).rejects.toThrow('is archived');
  await channel.unarchive(lucia);
  await channel.removeBot();
  expect((await events()).at(-1)).toMatchObject({ type: 'channel_left', channel: channel.id });
  await channel.say(lucia, 'x');
  expect((await events()).at(-1)?.type).toBe('channel_left');
  const secret = await server.channel({ name: 'segreto', members: [lucia], private: true });
  await secret.archive(lucia);
  expect((await events()).at(-1)?.type).toBe('group_archive');
});

test('the app is told only what it asked for', async () => {
  const quiet = await startSlack({ events: ['app_mention', 'message.im'] });
  const marta = await quiet.user({ name: 'Marta' });
  const place = await quiet.channel({ name: 'piazza', members: [marta] });
  await place.say(marta, 'ciao @campanile');
  await marta.say('ciao');
  expect((await events(quiet)).map(({ type, channel_type }) => channel_type ?? type)).toEqual(['app_mention', 'im']);
  await quiet.close();
});

test('a stranger of a shared channel writes under another workspace, and shares files by their id alone', async () => {
  const town = await server.workspace({ name: 'Comune' });
  const marco = await server.user({ name: 'Marco', team: town.id });
  const shared = await server.channel({ name: 'condiviso', members: [lucia, marco] });
  await shared.say(marco, 'buongiorno');
  const [told] = await server.deliveries('message');
  expect(told?.payload).toMatchObject({ team_id: server.team.id, is_ext_shared_channel: true });
  expect(told?.payload.event).toMatchObject({ user_team: town.id, team: town.id });
  const file = await shared.share(marco, { name: 'bando.pdf', content: 'x' });
  expect(file.files).toMatchObject([{ file_access: 'check_file_info', name: '' }]);
  const info = await rawCall(server, 'files.info', { file: file.files[0]?.id });
  expect(info.file).toMatchObject({ name: 'bando.pdf', mimetype: 'application/pdf' });
});

test('an app for a whole organisation is told the workspace with the event, and in presses none', async () => {
  const org = await startSlack({ enterprise: { id: 'E0ORG00001', name: 'Rete', orgWide: true } });
  const marta = await org.user({ name: 'Marta' });
  expect(await rawCall(org, 'auth.test')).toMatchObject({ is_enterprise_install: true, enterprise_id: 'E0ORG00001' });
  await marta.say('ciao');
  const [event] = await org.deliveries('message');
  expect(event?.payload).toMatchObject({
    team_id: org.team.id,
    enterprise_id: 'E0ORG00001',
    authorizations: [{ enterprise_id: 'E0ORG00001', team_id: null, is_enterprise_install: true }],
  });
  await marta.command('/campanile');
  expect((await org.deliveries('slash_commands'))[0]?.payload).toMatchObject({ is_enterprise_install: 'true' });
  await marta.shortcut('aiuto');
  expect((await org.deliveries('shortcut'))[0]?.payload).toMatchObject({
    team: null,
    enterprise: { id: 'E0ORG00001' },
    is_enterprise_install: true,
    user: { team_id: org.team.id },
  });
  await org.close();
});

test('the talk in the app’s pane is a thread of the direct conversation', async () => {
  const talk = await lucia.openAssistant({ channel_id: channel.id });
  expect(await events()).toMatchObject([
    {
      type: 'assistant_thread_started',
      assistant_thread: { user_id: lucia.id, thread_ts: talk.thread, context: { channel_id: channel.id } },
    },
  ]);
  const prompts = { channel_id: talk.id, thread_ts: talk.thread, prompts: [{ title: 'A', message: 'B' }] };
  expect((await rawCall(server, 'assistant.threads.setSuggestedPrompts', prompts)).ok).toBe(true);
  expect(
    (
      await rawCall(server, 'assistant.threads.setSuggestedPrompts', {
        ...prompts,
        prompts: Array(5).fill(prompts.prompts[0]),
      })
    ).error,
  ).toBe('invalid_arguments');
  const status = { channel_id: talk.id, thread_ts: talk.thread, status: 'cerca…' };
  expect((await rawCall(server, 'assistant.threads.setStatus', status)).ok).toBe(true);
  expect((await rawCall(server, 'assistant.threads.setStatus', { ...status, thread_ts: '1.0' })).error).toBe(
    'thread_not_found',
  );
  await talk.say(lucia, 'che cosa devo fare?');
  expect((await events())[1]).toMatchObject({ thread_ts: talk.thread, channel_type: 'im' });
});

test('a direct message of several people is told as one, a mention in it too', async () => {
  const talk = await server.channel({ direct: true, members: [lucia, anna] });
  await talk.say(lucia, '@campanile ciao');
  expect(await events()).toMatchObject([{ type: 'message', channel: talk.id, channel_type: 'mpim' }]);
  const { channel: shown } = await rawCall(server, 'conversations.info', { channel: talk.id });
  expect(shown).toMatchObject({ name: 'mpdm-lucia--anna-1', is_mpim: true, is_private: true, is_channel: false });
  await server.setScopes(['channels:read']);
  expect((await rawCall(server, 'conversations.members', { channel: talk.id })).error).toBe('missing_scope');
});

test('on the agent’s page what people write to the app alone says so; elsewhere, and of the app’s own, nothing does', async () => {
  const paged = await startSlack({ agentPage: true });
  const marta = await paged.user({ name: 'Marta' });
  const place = await paged.channel({ name: 'piazza', members: [marta] });
  await marta.say('ciao');
  await place.say(marta, 'ciao');
  await rawCall(paged, 'chat.postMessage', { channel: marta.direct.id, text: 'ciao' });
  expect((await events(paged)).map((event) => 'app_context' in event)).toEqual([true, false, false]);
  await paged.close();
});

test('who is not there, or gone, does not write', async () => {
  const marta = await server.user({ name: 'Marta' });
  await expect(channel.say(marta, 'x')).rejects.toThrow('is not in');
  await anna.deactivate();
  await expect(channel.say(anna, 'x')).rejects.toThrow('deactivated');
  await expect(channel.say(lucia, 'x'.repeat(40_001))).rejects.toThrow('40001 characters');
});

test('what comes while the server holds back goes out together, the last first when so asked', async () => {
  const app = await openSocket(server);
  await server.hold();
  for (const text of ['uno', 'due', 'tre']) await channel.say(lucia, text);
  expect(app.envelopes()).toEqual([]);
  await server.release('last');
  await expect.poll(() => app.envelopes().map(({ payload }) => payload?.event?.text)).toEqual(['tre', 'due', 'uno']);
  await server.hold();
  await server.advance(3000);
  expect(app.envelopes()).toHaveLength(3);
  await server.release();
  await expect
    .poll(() =>
      app
        .envelopes()
        .slice(3)
        .map((one) => one.retry_attempt),
    )
    .toEqual([1, 1, 1]);
});
