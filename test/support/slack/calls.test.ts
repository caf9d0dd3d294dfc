import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Channel, Person } from './driver-types.ts';
import { type RawAnswer, rawCall } from './raw-call.ts';
import { type Slack, startSlack } from './server.ts';

let server: Slack;
let lucia: Person;
let channel: Channel;
let client: WebClient;

beforeEach(async () => {
  server = await startSlack();
  lucia = await server.user({ name: 'Lucia', locale: 'it-IT' });
  channel = await server.channel({ name: 'sportello', members: [lucia] });
  client = new WebClient(server.token, { slackApiUrl: server.apiUrl, retryConfig: { retries: 0 } });
});
afterEach(() => server.close());

const call = (method: string, payload: Readonly<Record<string, unknown>>): Promise<RawAnswer> =>
  rawCall(server, method, payload);
const post = async (payload: Readonly<Record<string, unknown>>): Promise<string | undefined> =>
  (await call('chat.postMessage', { channel: channel.id, ...payload })).error;

test('a token is asked for, known, and of the right kind', async () => {
  const ask = (token: string, method = 'auth.test') => rawCall({ ...server, token }, method);
  expect(await ask(server.token)).toMatchObject({ ok: true, user_id: server.bot.id, team_id: server.team.id });
  expect((await fetch(`${server.apiUrl}auth.test`, { method: 'POST' }).then((one) => one.json())) as object).toEqual({
    ok: false,
    error: 'not_authed',
  });
  expect((await ask('xoxb-another')).error).toBe('invalid_auth');
  expect((await ask(server.appToken)).error).toBe('not_allowed_token_type');
  expect((await ask(server.token, 'apps.connections.open')).error).toBe('not_allowed_token_type');
  expect((await ask(server.token, 'chat.dance')).error).toBe('unknown_method');
  await server.revoke();
  expect(await ask(server.token)).toMatchObject({ status: 200, ok: false, error: 'token_revoked' });
  await server.uninstall();
  expect((await ask(server.token)).error).toBe('account_inactive');
  await server.reinstall();
  expect((await ask(server.token)).ok).toBe(true);
});

test('what the published types do not know is refused', async () => {
  const refused = async (payload: object) =>
    (await call('chat.postMessage', { ...payload })).response_metadata?.messages;
  expect(await refused({ text: 'x' })).toEqual(['[ERROR] missing required field: channel']);
  expect(await refused({ channel: channel.id, text: 'x', loud: true })).toEqual(['[ERROR] unsupported argument: loud']);
  expect((await refused({ channel: channel.id, text: 7 }))?.[0]).toContain('/text');
  expect((await refused({ channel: channel.id, text: 'x', unfurl_links: 'no' }))?.[0]).toContain('/unfurl_links');
  expect(await post({ text: 'x', thread_ts: 1700000000.0001 })).toBe('invalid_arguments');
  expect(await post({ text: 'x', unfurl_links: false, unfurl_media: false })).toBeUndefined();
});

test('a form and JSON are read alike, and nothing else', async () => {
  const form = new URLSearchParams({
    channel: channel.id,
    text: 'uno',
    unfurl_links: 'false',
    blocks: JSON.stringify([{ type: 'divider' }]),
  });
  expect((await rawCall(server, 'chat.postMessage', form)).ok).toBe(true);
  const send = async (body: string, type: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${server.token}`, 'content-type': type };
    const response = await fetch(`${server.apiUrl}chat.postMessage`, { method: 'POST', body, headers });
    return ((await response.json()) as { error: string }).error;
  };
  expect(await send('{', 'application/json')).toBe('invalid_json');
  expect(await send('[]', 'application/json')).toBe('json_not_object');
  expect(await send('x', 'text/plain')).toBe('invalid_post_type');
});

test('a message has words, and not too many', async () => {
  for (const text of [undefined, '', '  \n']) expect(await post({ text })).toBe('no_text');
  expect(await post({ text: '', blocks: [] })).toBe('no_text');
  expect(await post({ text: 'è'.repeat(40_000) })).toBeUndefined();
  expect(await post({ text: 'è'.repeat(40_001) })).toBe('msg_too_long');
  expect(await post({ markdown_text: 'x'.repeat(12_001) })).toBe('msg_too_long');
  expect(await post({ markdown_text: '**x**', text: 'x' })).toBe('markdown_text_conflict');
  expect(await post({ markdown_text: '**x**' })).toBeUndefined();
});

test('blocks without text are sent, with a warning', async () => {
  const alone = await call('chat.postMessage', { channel: channel.id, blocks: [{ type: 'divider' }] });
  expect(alone).toMatchObject({ ok: true, warning: 'missing_text_in_message' });
});

test('stray signs of a text are escaped, bare links linked, and what was escaped stays', async () => {
  const text = `a & b < c, <@${lucia.id}> &lt;!channel&gt; https://example.org/x?a=1&b=2.`;
  const sent = await client.chat.postMessage({ channel: channel.id, text });
  expect(sent.message?.text).toBe(
    `a &amp; b &lt; c, <@${lucia.id}> &lt;!channel&gt; <https://example.org/x?a=1&amp;b=2>.`,
  );
  const seen = await channel.last();
  expect(seen?.lines).toEqual(['a & b < c, @Lucia <!channel> https://example.org/x?a=1&b=2.']);
  expect(seen?.called).toEqual([lucia.id]);
});

test('a message that calls everybody is seen to do so, in blocks too', async () => {
  await client.chat.postMessage({ channel: channel.id, text: 'x <!here>' });
  expect((await channel.last())?.called).toEqual(['here']);
  const text = { type: 'mrkdwn' as const, text: '<!channel> <!subteam^S0123456789>' };
  await client.chat.postMessage({ channel: channel.id, text: 'x', blocks: [{ type: 'section', text }] });
  expect((await channel.last())?.called).toEqual(['channel', 'S0123456789']);
});

test('the bot writes only where it is, and only while the channel lives', async () => {
  const other = await server.channel({ name: 'altro', members: [lucia], bot: false });
  const secret = await server.channel({ name: 'segreto', members: [lucia], bot: false, private: true });
  const to = async (id: string) => (await call('chat.postMessage', { channel: id, text: 'x' })).error;
  expect(await to('C0NOWHERE0')).toBe('channel_not_found');
  expect(await to(other.id)).toBe('not_in_channel');
  expect(await to(secret.id)).toBe('channel_not_found');
  await secret.addBot(lucia);
  expect(await to(secret.id)).toBeUndefined();
  await channel.archive(lucia);
  expect(await to(channel.id)).toBe('is_archived');
  await channel.unarchive(lucia);
  await channel.removeBot();
  expect(await to(channel.id)).toBe('not_in_channel');
  await server.setScopes(['chat:write', 'chat:write.public']);
  expect(await to(other.id)).toBeUndefined();
  expect(await to(secret.id)).toBeUndefined();
});

test('writing to a person opens the direct conversation, which has its own id', async () => {
  const sent = await client.chat.postMessage({ channel: lucia.id, text: 'Buongiorno' });
  expect(sent.channel).toBe(lucia.direct.id);
  expect(sent.channel).toMatch(/^D/);
  const edit = { ts: sent.ts!, text: 'Buonasera' };
  expect((await call('chat.update', { channel: lucia.id, ...edit })).error).toBe('channel_not_found');
  expect((await call('chat.update', { channel: sent.channel!, ...edit })).ok).toBe(true);
  expect((await lucia.direct.last())?.text).toBe('Buonasera');
  expect((await client.conversations.open({ users: lucia.id })).channel?.id).toBe(sent.channel);
  expect((await call('conversations.open', { users: 'U0NOBODY00' })).error).toBe('user_not_found');
  await lucia.deactivate();
  expect((await call('chat.postMessage', { channel: lucia.id, text: 'x' })).error).toBe('user_disabled');
});

test('a thread is named by its first message', async () => {
  const first = await channel.say(lucia, 'Una domanda');
  const reply = await client.chat.postMessage({ channel: channel.id, text: 'Una risposta', thread_ts: first.ts });
  expect(reply.message).toMatchObject({ thread_ts: first.ts, parent_user_id: lucia.id });
  expect(await post({ text: 'x', thread_ts: reply.ts })).toBe('cannot_reply_to_message');
  expect(await post({ text: 'x', thread_ts: '1.000001' })).toBe('cannot_reply_to_message');
  expect((await channel.threadOf(first).messages()).map(({ text }) => text)).toEqual(['Una domanda', 'Una risposta']);
  expect((await channel.messages())[0]?.replies).toBe(1);
  expect(await channel.transcript()).toBe('Lucia:\n  Una domanda\n\n    Campanile:\n      Una risposta');
});

test('the bot changes and removes its own messages only', async () => {
  const said = await channel.say(lucia, 'mio');
  const sent = await client.chat.postMessage({ channel: channel.id, text: 'tuo' });
  const change = async (ts: string | undefined, more: object = { text: 'x' }) =>
    (await call('chat.update', { channel: channel.id, ts, ...more })).error;
  expect(await change(said.ts)).toBe('cant_update_message');
  expect(await change('1.000001')).toBe('message_not_found');
  expect(await change(sent.ts, {})).toBe('no_text');
  expect(await change(sent.ts, { text: 'x'.repeat(4001) })).toBe('msg_too_long');
  expect(await change(sent.ts)).toBeUndefined();
  const remove = async (ts: string | undefined) => (await call('chat.delete', { channel: channel.id, ts })).error;
  expect(await remove(said.ts)).toBe('cant_delete_message');
  expect(await remove(sent.ts)).toBeUndefined();
  expect(await remove(sent.ts)).toBe('message_not_found');
  expect((await channel.botMessages()).length).toBe(0);
});

test('a changed message loses its blocks to a text alone, and keeps its attachments', async () => {
  const section = (text: string) => [{ type: 'section', text: { type: 'mrkdwn', text } }];
  const sent = await call('chat.postMessage', { channel: channel.id, text: 'uno', blocks: section('*Uno*') });
  const at = { channel: channel.id, ts: sent.ts };
  await call('chat.update', { ...at, blocks: section('*Due*') });
  expect(await channel.last()).toMatchObject({ lines: ['*Due*'], text: 'uno', edited: false });
  await call('chat.update', { ...at, text: 'tre', attachments: [{ fallback: 'a' }] });
  expect(await channel.last()).toMatchObject({ lines: ['tre'], edited: true });
  await call('chat.update', { ...at, text: 'quattro' });
  expect((await channel.last())?.raw.attachments).toEqual([{ fallback: 'a' }]);
});

test('what one person alone is shown, the others do not see', async () => {
  const anna = await server.user({ name: 'Anna' });
  const show = async (payload: object) => (await call('chat.postEphemeral', { channel: channel.id, ...payload })).error;
  expect(await show({ user: anna.id, text: 'x' })).toBe('user_not_in_channel');
  expect(await show({ user: lucia.id, text: 'Solo per voi' })).toBeUndefined();
  expect((await lucia.ephemerals(channel)).map(({ text }) => text)).toEqual(['Solo per voi']);
  expect(await channel.messages()).toEqual([]);
});

test('a token does only what its scopes say', async () => {
  await server.setScopes(['channels:read', 'users:read']);
  expect(await call('chat.postMessage', { channel: channel.id, text: 'x' })).toMatchObject({
    error: 'missing_scope',
    needed: 'chat:write',
    provided: 'channels:read,users:read',
  });
  expect((await call('conversations.info', { channel: channel.id })).ok).toBe(true);
  expect((await call('conversations.info', { channel: lucia.direct.id })).error).toBe('missing_scope');
  await server.setScopes(['chat:write']);
  expect(await post({ text: 'x', username: 'Lucia' })).toBe('missing_scope');
  expect((await call('users.info', { user: lucia.id })).error).toBe('missing_scope');
});

test('people are told apart: members, guests, strangers of a shared channel', async () => {
  const town = await server.workspace({ name: 'Comune' });
  const marco = await server.user({ name: 'Marco Rossi', team: town.id });
  const guest = await server.user({ name: 'Ospite', guest: 'single' });
  const shared = await server.channel({ name: 'condiviso', members: [lucia, marco, guest] });
  const info = async (user: string) => (await client.users.info({ user, include_locale: true })).user;
  expect(await info(lucia.id)).toMatchObject({ is_restricted: false, locale: 'it-IT', team_id: server.team.id });
  expect(await info(guest.id)).toMatchObject({ is_restricted: true, is_ultra_restricted: true });
  expect(await info(marco.id)).toMatchObject({ team_id: town.id, is_stranger: false, name: 'marco.rossi' });
  const { channel: known } = await client.conversations.info({ channel: shared.id, include_num_members: true });
  expect(known).toMatchObject({ is_ext_shared: true, shared_team_ids: [server.team.id, town.id], num_members: 4 });
  const pages = [];
  for await (const page of client.paginate('conversations.members', { channel: shared.id, limit: 3 })) pages.push(page);
  expect(pages.map((page) => (page as { members?: string[] }).members?.length)).toEqual([3, 1]);
});

test('a repeated client_msg_id posts again, unless the server is told that Slack keeps to it', async () => {
  const twice = async (on: Slack, id: string) => {
    const payload = { channel: id, text: 'x', client_msg_id: 'c0ffee' };
    return [await rawCall(on, 'chat.postMessage', payload), await rawCall(on, 'chat.postMessage', payload)] as const;
  };
  const [first, second] = await twice(server, channel.id);
  expect(second.ts).not.toBe(first.ts);
  const keeping = await startSlack({ clientIds: true });
  const anna = await keeping.user({ name: 'Anna' });
  const [one, other] = await twice(keeping, anna.direct.id);
  expect(other.ts).toBe(one.ts);
  expect(await anna.direct.botMessages()).toHaveLength(1);
  const marta = await keeping.user({ name: 'Marta' });
  expect((await twice(keeping, marta.direct.id))[0].error).toBe('duplicate_channel_not_found');
  await rawCall(keeping, 'chat.delete', { channel: anna.direct.id, ts: one.ts });
  expect((await twice(keeping, anna.direct.id))[0].error).toBe('duplicate_message_not_found');
  await keeping.close();
});

test('a message can be reacted to and pointed at', async () => {
  const said = await channel.say(lucia, 'x');
  const reaction = { channel: channel.id, timestamp: said.ts, name: 'eyes' };
  expect((await call('reactions.add', reaction)).ok).toBe(true);
  expect((await call('reactions.add', reaction)).error).toBe('already_reacted');
  expect((await call('reactions.remove', reaction)).ok).toBe(true);
  expect((await call('reactions.remove', reaction)).error).toBe('no_reaction');
  const { permalink } = await client.chat.getPermalink({ channel: channel.id, message_ts: said.ts });
  expect(permalink).toBe(`https://cooperative.slack.com/archives/${channel.id}/p${said.ts.replace('.', '')}`);
});
