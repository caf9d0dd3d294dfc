import { beforeEach, describe, expect, test } from 'vitest';
import type { Person, Channel as Place } from '../../support/slack/driver-types.ts';
import type { Slack } from '../../support/slack/server.ts';
import { at, delivery, openChannel, openServer, type Post, startChannel } from './at-server.ts';

let server: Slack;
let maria: Person;
let group: Place;
let post: Post;

beforeEach(async () => {
  server = await openServer();
  maria = await server.user({ name: 'Maria' });
  group = await server.channel({ name: 'pro-loco', members: [maria] });
  post = openChannel(server);
});

const say = (where: { id: string } = group, text = 'un segreto') =>
  post.channel.send(delivery('post', at(server, where), text), null);

describe('a call that Slack refuses', () => {
  test('as too many: that channel waits as long as Slack says, no other does', async () => {
    await server.fault({ kind: 'retry-after', seconds: 7 }, { channel: group.id });
    expect(await say()).toEqual({ kind: 'wait', milliseconds: 7000, everyone: false });
    expect(await say(maria)).toMatchObject({ kind: 'shown' });
    expect(await say()).toMatchObject({ kind: 'shown' });
    expect(await server.calls({ channel: group.id })).toHaveLength(2);
  });

  test('because two were sent within a second, where limits are kept, waits and goes on', async () => {
    await server.setLimits(true);
    expect([await say(), await say()]).toEqual([
      expect.objectContaining({ kind: 'shown' }),
      { kind: 'wait', milliseconds: 1000, everyone: false },
    ]);
    await server.advance(1000);
    expect(await say()).toMatchObject({ kind: 'shown' });
  });

  test('because nobody is there, or we are not, is gone, and says which', async () => {
    const other = await server.channel({ name: 'altrove', members: [maria], bot: false });
    await group.archive(maria);
    await maria.deactivate();
    expect([await say(), await say(other), await say(maria), await say({ id: 'C0NOWHERE' })]).toEqual([
      { kind: 'gone', because: 'chat.postMessage: is_archived' },
      { kind: 'gone', because: 'chat.postMessage: not_in_channel' },
      { kind: 'gone', because: 'chat.postMessage: user_disabled' },
      { kind: 'gone', because: 'chat.postMessage: channel_not_found' },
    ]);
  });

  test.each(['token_revoked', 'account_inactive'])('because the app is there no longer (%s) is gone', async (error) => {
    await server.fault({ kind: 'refuse', error });
    expect(await say()).toEqual({ kind: 'gone', because: `chat.postMessage: ${error}` });
  });

  test.each(['missing_scope', 'msg_too_long', 'restricted_action', 'ekm_access_denied'])(
    'for good (%s) is left out and told, and the next ones go on',
    async (error) => {
      await server.fault({ kind: 'refuse', error });
      expect(await say()).toEqual({ kind: 'refused', because: `chat.postMessage: ${error}` });
      expect(await say()).toMatchObject({ kind: 'shown' });
    },
  );

  test.each([
    ['Slack is out of order', { kind: 'refuse', error: 'internal_error' }, 'chat.postMessage: internal_error'],
    [
      'a proxy answers with its page',
      { kind: 'page', status: 502, body: '<html>un segreto</html>' },
      'Slack answered nothing that can be read (502)',
    ],
    [
      'a page comes as if all were well',
      { kind: 'page', status: 200, body: '<html>un segreto</html>' },
      'Slack answered nothing that can be read',
    ],
    ['nothing comes', { kind: 'page', status: 200, body: '' }, 'Slack answered nothing that can be read'],
    ['the connection is cut', { kind: 'cut', executed: false }, expect.stringMatching(/^Slack could not be reached/)],
    ['the token is not known', { kind: 'refuse', error: 'invalid_auth' }, 'chat.postMessage: invalid_auth'],
  ] as const)(
    'while %s, it is tried again later; no word and no token stands in what is told',
    async (_, fault, because) => {
      await server.fault(fault);
      const sent = await say();
      expect(sent).toEqual({ kind: 'failed', because });
      expect(JSON.stringify(sent)).not.toMatch(/xoxb|segreto/);
    },
  );
});

test('a call that Slack leaves open is given up in its time, and nothing is tried twice', async () => {
  await server.fault({ kind: 'slow', milliseconds: 12_000 });
  const began = performance.now();
  expect(await say()).toMatchObject({ kind: 'failed', because: expect.stringMatching(/^Slack could not be reached/) });
  expect(performance.now() - began).toBeLessThan(11_500);
  expect((await server.calls({ method: 'chat.postMessage' })).length).toBeLessThanOrEqual(1);
}, 20_000);

describe('an app that is taken out of the workspace', () => {
  test.each(['uninstall', 'revoke'] as const)('(%s) is told with what to do, and sends nothing more', async (act) => {
    await post.stop();
    post = await startChannel(server);
    await server[act]();
    await server.settled();
    expect(post.lines).toEqual([expect.stringMatching(/taken out of the Slack workspace.*SLACK_BOT_TOKEN/)]);
    const { calls } = await server.status();
    expect(await say()).toEqual({ kind: 'gone', because: 'the app was taken out of the workspace' });
    expect((await server.status()).calls).toBe(calls);
  });

  test('and somebody else’s token that is revoked is not ours', async () => {
    await post.stop();
    post = await startChannel(server);
    await server.event({ type: 'tokens_revoked', tokens: { oauth: [maria.id], bot: [] } });
    await server.settled();
    expect([post.lines, await say()]).toEqual([[], expect.objectContaining({ kind: 'shown' })]);
  });
});
