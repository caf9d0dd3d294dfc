import { describe, expect, test } from 'vitest';
import { at, delivery, openServer, shownAs, startChannel, wordsOf } from './at-server.ts';

const three = async () => {
  const server = await openServer();
  const maria = await server.user({ name: 'Maria' });
  const paolo = await server.user({ name: 'Paolo' });
  const other = await server.user({ name: 'Altro bot', isBot: true });
  const talk = await server.channel({ direct: true, members: [maria, paolo, other] });
  const post = await startChannel(server);
  return { server, maria, paolo, talk, post };
};

describe('a direct message of several people', () => {
  test('is a group, called by its people; the assistant is called by name in it, and told once', async () => {
    const { server, maria, paolo, talk, post } = await three();
    await talk.say(paolo, 'ci vediamo alle nove');
    await talk.say(maria, '@campanile chi ci aiuta?');
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['chi ci aiuta?']);
    expect(post.taken[0]?.incoming).toMatchObject({
      address: at(server, talk),
      place: 'group',
      title: 'Maria, Paolo',
      from: { name: 'Maria' },
    });
  });

  test('hears a command there, and not in one where the assistant is not', async () => {
    const { server, maria, paolo, talk, post } = await three();
    const without = await server.channel({ direct: true, members: [maria, paolo], bot: false });
    await talk.command(maria, '/campanile', 'lista');
    await without.command(maria, '/campanile', 'lista');
    await server.settled();
    const heardAt = post.taken.map(({ incoming }) => incoming.address);
    expect(heardAt.toSorted()).toEqual([at(server, talk), at(server, maria)].toSorted());
  });

  test('is answered in it, changed and pressed in it, and its readers are counted', async () => {
    const { server, paolo, talk, post } = await three();
    const shown = shownAs(await post.channel.send(delivery('post', at(server, talk), 'La lista'), null));
    await post.channel.send(delivery('update', at(server, talk), 'La lista, 1 fatto'), shown);
    expect((await talk.botMessages()).map(({ lines }) => lines)).toEqual([['La lista, 1 fatto']]);
    expect(await post.channel.readersOf!(at(server, talk))).toBe(2);
    expect(await post.channel.isMember!(at(server, talk), paolo.id)).toBe(true);
  });

  test('whose people cannot be told has no name, and is heard all the same', async () => {
    const { server, maria, talk, post } = await three();
    await server.fault(
      { kind: 'refuse', error: 'missing_scope' },
      { method: 'conversations.members', times: 'always' },
    );
    await talk.say(maria, '@campanile ci sei?');
    await server.settled();
    expect(post.taken[0]?.incoming).toMatchObject({ title: null, event: { text: 'ci sei?' } });
  });
});
