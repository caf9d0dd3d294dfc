import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from './driver-types.ts';
import { type RawAnswer, rawCall } from './raw-call.ts';
import { type BotApi, startBotApi } from './server.ts';

let server: BotApi;
let maria: Person;

beforeEach(async () => {
  server = await startBotApi({ firstUpdateId: 1000 });
  maria = await server.user({ firstName: 'Maria' });
});
afterEach(() => server.close());

type Update = { update_id: number; message?: { text: string } };
const poll = async (given: Readonly<Record<string, unknown>> = {}): Promise<Update[]> =>
  (await rawCall(server, 'getUpdates', given)).result as Update[];
const ids = (updates: readonly Update[]): number[] => updates.map(({ update_id }) => update_id);
const say = async (...texts: readonly string[]): Promise<void> => {
  for (const text of texts) await maria.say(text);
};

test('an update comes again until a poll asks for a higher one', async () => {
  await say('uno', 'due', 'tre');
  expect(ids(await poll())).toEqual([1000, 1001, 1002]);
  expect(ids(await poll())).toEqual([1000, 1001, 1002]);
  expect(ids(await poll({ offset: 1001 }))).toEqual([1001, 1002]);
  expect(ids(await poll({ offset: 1003 }))).toEqual([]);
  expect(ids(await poll({ offset: 1 }))).toEqual([]);
});

test('a poll gives at most a hundred updates, or as many as it asks for', async () => {
  await say(...Array.from({ length: 130 }, (_, at) => `${at}`));
  expect(await poll()).toHaveLength(100);
  expect(await poll({ limit: 500 })).toHaveLength(100);
  expect(ids(await poll({ limit: 2 }))).toEqual([1000, 1001]);
});

test('a negative offset keeps the last updates and forgets the others', async () => {
  await say('uno', 'due', 'tre');
  expect(ids(await poll({ offset: -1 }))).toEqual([1002]);
  expect(ids(await poll())).toEqual([1002]);
});

test('a long poll answers as soon as something is said, and empty when its time is over', async () => {
  const began = performance.now();
  const waiting = poll({ timeout: 30 });
  setTimeout(() => void maria.say('ciao'), 50);
  expect((await waiting)[0]?.message?.text).toBe('ciao');
  expect(performance.now() - began).toBeLessThan(1000);
  expect(await poll({ offset: 1001, timeout: 1 })).toEqual([]);
});

test('of two polls at once the older is ended with 409', async () => {
  const older = rawCall(server, 'getUpdates', { timeout: 30 });
  await new Promise((done) => setTimeout(done, 50));
  const newer = poll({ timeout: 30 });
  expect(await older).toMatchObject({
    status: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  await maria.say('ciao');
  expect(ids(await newer)).toEqual([1000]);
});

test('a poll that its bot dropped takes nothing with it', async () => {
  const dropped = new AbortController();
  const gone = fetch(`${server.root}/bot${server.token}/getUpdates?timeout=30`, { signal: dropped.signal });
  await new Promise((done) => setTimeout(done, 50));
  dropped.abort();
  await gone.catch(() => {});
  await new Promise((done) => setTimeout(done, 50));
  await maria.say('ciao');
  expect(ids(await poll())).toEqual([1000]);
});

test('with a webhook set nobody may poll, and the poll that waits is ended', async () => {
  const waiting = rawCall(server, 'getUpdates', { timeout: 30 });
  await new Promise((done) => setTimeout(done, 50));
  await rawCall(server, 'setWebhook', { url: 'https://example.org/hook' });
  expect(await waiting).toMatchObject({ status: 409, description: 'Conflict: terminated by setWebhook request' });
  const refused = await rawCall(server, 'getUpdates');
  expect(refused.status).toBe(409);
  expect(refused.description).toContain("can't use getUpdates method while webhook is active");
  expect((await rawCall(server, 'getWebhookInfo')).result).toMatchObject({ url: 'https://example.org/hook' });
  await rawCall(server, 'deleteWebhook');
  expect((await rawCall(server, 'getUpdates')).status).toBe(200);
});

test('pending updates are dropped only on demand', async () => {
  await say('uno');
  await rawCall(server, 'deleteWebhook');
  expect((await rawCall(server, 'getWebhookInfo')).result).toMatchObject({ pending_update_count: 1 });
  await rawCall(server, 'deleteWebhook', { drop_pending_updates: true });
  expect(await poll()).toEqual([]);
});

test('an update is kept for a day', async () => {
  await say('ieri');
  await server.advance(23 * 3_600_000);
  await say('oggi');
  expect(ids(await poll())).toEqual([1000, 1001]);
  await server.advance(2 * 3_600_000);
  expect(ids(await poll())).toEqual([1001]);
  expect(await server.status()).toMatchObject({ expired: 1 });
});

test('after an idle week the count may start lower, and an old high offset still gets the new updates', async () => {
  await say('uno');
  await poll({ offset: 1001 });
  await server.setNextUpdateId(500);
  await say('due');
  expect(ids(await poll({ offset: 1001 }))).toEqual([500]);
  expect(ids(await poll({ offset: 501 }))).toEqual([]);
});

test('the bot gets the kinds of update that it last asked for', async () => {
  await poll({ allowed_updates: ['callback_query'] });
  await say('ciao');
  expect(await poll()).toEqual([]);
  await poll({ allowed_updates: [] });
  await say('ancora');
  expect(await poll()).toHaveLength(1);
});

test('confirmed updates can come once more, as when the confirmation was lost', async () => {
  await say('uno', 'due');
  await poll({ offset: 1002 });
  await say('tre');
  await server.rewind(1001);
  expect(ids(await poll())).toEqual([1001, 1002]);
});

test('an update that Telegram would never send reaches the bot as it is', async () => {
  await server.raw('message', { text: null });
  await server.raw('something_new', { of: 'the future' });
  expect(await poll()).toEqual([
    { update_id: 1000, message: { text: null } },
    { update_id: 1001, something_new: { of: 'the future' } },
  ]);
});

test('a wrong token is refused, an unknown method is not found, names may be in any case', async () => {
  const wrong: RawAnswer = await rawCall({ root: server.root, token: '1:wrong' }, 'getMe');
  expect(wrong).toMatchObject({ status: 401, ok: false, error_code: 401, description: 'Unauthorized' });
  expect(await rawCall(server, 'getYou')).toMatchObject({ status: 404, description: 'Not Found: method not found' });
  expect(await rawCall(server, 'GETME')).toMatchObject({ ok: true, result: { username: 'campanile_bot' } });
});
