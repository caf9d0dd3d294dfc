import { describe, expect, test } from 'vitest';
import { signatureOf } from '../../support/slack/http-transport.ts';
import { openChannel, openServer, startOverHttp, wordsOf } from './at-server.ts';

const begin = async () => {
  const server = await openServer();
  const maria = await server.user({ name: 'Maria' });
  const post = await startOverHttp(server);
  const payload = {
    type: 'event_callback',
    event_id: 'Ev1',
    event: { type: 'message', channel: maria.direct.id, user: maria.id, ts: '1712.000100', text: 'da chi viene?' },
  };
  return { server, maria, post, payload, now: Math.floor(Date.now() / 1000) };
};

describe('over HTTP', () => {
  test('what Slack signed is heard', async () => {
    const { server, post, payload } = await begin();
    expect(await server.post({ payload })).toEqual({ status: 200, body: '' });
    expect(wordsOf(post.taken)).toEqual(['da chi viene?']);
  });

  test('what somebody else signed, or nobody, is refused, and unread', async () => {
    const { server, post, payload } = await begin();
    const right = signatureOf(server.signingSecret, 0, JSON.stringify(payload));
    for (const forged of [
      { secret: 'somebody-elses-secret' },
      { signature: '' },
      { signature: 'v0=00' },
      { signature: right },
      { signature: `v1=${right.slice(3)}` },
      { signature: `${right}00` },
    ])
      expect(await server.post({ payload, ...forged })).toMatchObject({ status: 401 });
    const bare = await fetch(post.url, { method: 'POST', body: JSON.stringify(payload) });
    expect([bare.status, post.taken.length]).toEqual([401, 0]);
  });

  test.each([-7200, -301, 301, 600])('what was signed %i seconds from now is refused', async (apart) => {
    const { server, post, payload, now } = await begin();
    expect(await server.post({ payload, second: now + apart })).toMatchObject({ status: 401 });
    expect(post.taken).toEqual([]);
  });

  test.each([-290, 290])('clocks may be %i seconds apart', async (apart) => {
    const { server, payload, now } = await begin();
    expect(await server.post({ payload, second: now + apart })).toMatchObject({ status: 200 });
  });

  test('an event of hours ago that Slack signs now is heard: it may have waited', async () => {
    const { server, post, payload } = await begin();
    await server.post({ payload: { ...payload, event_time: 1712 } });
    expect(post.taken[0]?.incoming.at).toBe(1712000);
  });

  test('the challenge is answered only when it is signed', async () => {
    const { server } = await begin();
    const payload = { type: 'url_verification', challenge: 'c1' };
    expect(await server.post({ payload })).toEqual({ status: 200, body: '{"challenge":"c1"}' });
    expect(await server.post({ payload, secret: 'another-secret' })).toEqual({ status: 401, body: '' });
  });

  test('a check of the certificate is no command', async () => {
    const { server, post } = await begin();
    const payload = {
      ssl_check: '1',
      token: 'x',
      command: '/campanile',
      user_id: 'U1',
      channel_id: 'C1',
      trigger_id: '1',
    };
    expect(await server.post({ kind: 'slash_commands', payload })).toMatchObject({ status: 200 });
    expect(post.taken).toEqual([]);
  });

  test.each([
    ['no JSON', '{"type":', 'application/json', 400],
    ['JSON that is nothing', 'null', 'application/json', 400],
    ['a form without JSON', 'payload=%7B', 'application/x-www-form-urlencoded', 400],
    ['another kind', 'ciao', 'text/plain', 400],
    ['2 MB', 'x'.repeat(2 * 1024 * 1024), 'application/json', 413],
  ])('%s is refused at little cost, though it is signed', async (_, body, type, status) => {
    const { server, post, now } = await begin();
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': String(now),
      'x-slack-signature': signatureOf(server.signingSecret, now, body),
    };
    // A body that is too large may find the door closed before all of it is there.
    const response = await fetch(post.url, { method: 'POST', body, headers }).catch(() => ({ status: 413 }));
    expect(response.status).toBe(status);
    expect([post.taken, post.lines]).toEqual([[], []]);
  });

  test('there is nothing elsewhere, and nothing for other methods', async () => {
    const { post } = await begin();
    const elsewhere = await fetch(post.url.replace('/slack/events', '/'), { method: 'POST', body: '{}' });
    const looked = await fetch(post.url);
    expect([elsewhere.status, looked.status]).toEqual([404, 404]);
  });

  test('before Slack has told who the bot is, what comes in is put off', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    await server.fault({ kind: 'refuse', error: 'internal_error' }, { method: 'auth.test', times: 1 });
    const post = await startOverHttp(server);
    await maria.say('eccomi');
    await server.advance(1);
    for (let tries = 0; tries < 40 && post.taken.length === 0; tries++) {
      await new Promise((done) => setTimeout(done, 100));
      await server.retryNow();
    }
    expect(wordsOf(post.taken)).toEqual(['eccomi']);
    expect(post.lines.slice(0, 1)).toEqual(['Slack: auth.test: internal_error; trying again']);
  });

  test('a port that is held by another is refused with what to do', async () => {
    const { server, post } = await begin();
    const way = { kind: 'http', signingSecret: server.signingSecret, port: Number(new URL(post.url).port) } as const;
    await expect(openChannel(server, { way }).start()).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining('EADDRINUSE'),
      remedy: expect.stringContaining('PORT'),
    });
  });
});
