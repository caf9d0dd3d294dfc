import { describe, expect, test } from 'vitest';
import { at, openServer, startChannel, startOverHttp, wordsOf } from './at-server.ts';

const village = async (start = startChannel) => {
  const server = await openServer();
  const maria = await server.user({ name: 'Maria', locale: 'it-IT' });
  const group = await server.channel({ name: 'pro-loco', members: [maria] });
  const post = await start(server, {});
  return { server, maria, group, post };
};

describe('the slash command', () => {
  test.each([
    ['a socket', startChannel],
    ['HTTP', startOverHttp],
  ] as const)(
    'in a channel is what the person says there, and is acknowledged to them alone, over %s',
    async (_, start) => {
      const { server, maria, group, post } = await village(start);
      await (await group.command(maria, '/campanile', 'dove troviamo i soldi & chi aiuta?')).outcome();
      expect(post.taken[0]?.incoming).toMatchObject({
        address: at(server, group),
        place: 'group',
        title: 'pro-loco',
        from: { name: 'Maria' },
        event: { kind: 'text', text: 'dove troviamo i soldi & chi aiuta?' },
      });
      expect((await maria.ephemeral()).lines).toEqual(['Un attimo: rispondo qui.']);
      expect(await group.messages()).toEqual([]);
    },
  );

  test.each([
    ['lista', '/lista'],
    ['fase 2', '/fase 2'],
    ['', '/help'],
    ['  ', '/help'],
    ['siamo la Pro Loco', 'siamo la Pro Loco'],
  ])('"%s" is heard as "%s"', async (typed, heard) => {
    const { maria, group, post } = await village();
    await (await group.command(maria, '/campanile', typed)).outcome();
    expect(wordsOf(post.taken)).toEqual([heard]);
  });

  test('in private is answered in private', async () => {
    const { server, maria, post } = await village();
    await (await maria.command('/campanile', 'lista')).outcome();
    expect(post.taken[0]?.incoming).toMatchObject({
      address: at(server, maria),
      place: 'private',
      from: { admin: true },
    });
    expect((await maria.ephemeral()).lines).toEqual(['Un attimo: rispondo qui.']);
  });

  test('in a channel where we are not is answered in private, and says so', async () => {
    const { server, maria, post } = await village();
    const other = await server.channel({ name: 'altrove', members: [maria], bot: false });
    const hidden = await server.channel({ name: 'segreto', members: [maria], bot: false, private: true });
    await (await other.command(maria, '/campanile', 'lista')).outcome();
    await (await hidden.command(maria, '/campanile', 'lista')).outcome();
    expect(post.taken.map(({ incoming: { address, place } }) => [address, place])).toEqual([
      [at(server, maria), 'private'],
      [at(server, maria), 'private'],
    ]);
    expect((await maria.ephemeral()).lines[0]).toMatch(/ti rispondo in privato/);
  });

  test('told twice is heard once', async () => {
    const { server, maria, group, post } = await village();
    const act = await group.command(maria, '/campanile', 'lista');
    await act.outcome();
    await server.again(act.delivery);
    await server.settled();
    expect([post.taken.length, post.again()]).toEqual([1, 1]);
  });
});
