import { describe, expect, test } from 'vitest';
import { at, delivery, eventsOf, openServer, startChannel } from './at-server.ts';

const centre = async () => {
  const server = await openServer();
  const lucia = await server.user({ name: 'Lucia', locale: 'it-IT' });
  const anna = await server.user({ name: 'Anna' });
  const desk = await server.channel({ name: 'sportello', members: [lucia, anna] });
  const post = await startChannel(server, { desks: [at(server, desk)] });
  await post.channel.send(delivery('post', at(server, desk, 'k3f9'), 'Richiesta di Maria'), null);
  const card = (await desk.last())!;
  return { server, lucia, anna, desk, post, card, thread: desk.threadOf(card) };
};

describe('in a request’s thread at a desk', () => {
  test('what staff say to each other is told to have been said, and its words are not', async () => {
    const { server, lucia, desk, post, card, thread } = await centre();
    await thread.say(lucia, 'secondo me le diciamo di no');
    await server.settled();
    expect(post.taken.map(({ incoming }) => incoming)).toMatchObject([
      { address: at(server, desk), thread: card.ts, from: { name: 'Lucia' }, event: { kind: 'aside' } },
    ]);
    expect(JSON.stringify(post.taken)).not.toContain('di no');
  });

  test('what calls us by name is for us', async () => {
    const { server, lucia, post, card, thread } = await centre();
    await thread.say(lucia, '@campanile che dice la guida?');
    await server.settled();
    expect(post.taken[0]?.incoming).toMatchObject({
      thread: card.ts,
      event: { kind: 'text', text: 'che dice la guida?' },
    });
  });

  test('a message that reads otherwise now, or is gone, is told by its id', async () => {
    const { server, lucia, desk, post, card, thread } = await centre();
    const said = await thread.say(lucia, 'domani alle nove');
    await desk.edit(said, 'domani alle dieci & mezza');
    await desk.remove(said);
    await server.settled();
    const source = `${desk.id}:${said.ts}`;
    expect(post.taken.slice(1).map(({ incoming }) => [incoming.thread, incoming.event])).toEqual([
      [card.ts, { kind: 'edited', source, text: 'domani alle dieci & mezza' }],
      [card.ts, { kind: 'deleted', source }],
    ]);
  });

  test('a change that only unfolds a link, counts a reply or is ours is nothing', async () => {
    const { server, lucia, desk, post, thread } = await centre();
    const said = await thread.say(lucia, 'vedi https://example.org');
    await desk.unfurl(said);
    await post.channel.send(delivery('update', at(server, desk, 'k3f9'), 'Richiesta di Maria, presa'), null);
    await server.settled();
    expect((await server.deliveries('message')).length).toBeGreaterThan(3);
    expect(eventsOf(post.taken)).toEqual([{ kind: 'aside' }]);
  });
});

describe('elsewhere', () => {
  test('a question that is changed or taken back after it was heard brings nothing new', async () => {
    const { server, lucia, post } = await centre();
    const said = await lucia.say('quanti soci servono?');
    await lucia.direct.edit(said, 'cancella tutto');
    await lucia.direct.remove(said);
    await server.settled();
    expect(eventsOf(post.taken)).toEqual([{ kind: 'text', text: 'quanti soci servono?' }]);
  });

  test('in a channel that is no desk, what people change among themselves is not told', async () => {
    const { server, lucia, anna, post } = await centre();
    const group = await server.channel({ name: 'pro-loco', members: [lucia, anna] });
    const said = await group.say(lucia, 'parliamo del forno');
    const reply = await group.threadOf(said).say(anna, 'sì');
    await group.edit(reply, 'no, @campanile');
    await group.remove(reply);
    await server.settled();
    expect(post.taken).toEqual([]);
  });
});

describe('what happens to a channel', () => {
  test('who lets us in is greeted for; who sends us away too', async () => {
    const { server, lucia, anna, post } = await centre();
    const group = await server.channel({ name: 'pro-loco', members: [lucia, anna], bot: false });
    await group.addBot(lucia);
    await group.removeBot();
    await server.settled();
    expect(post.taken.map(({ incoming }) => incoming)).toMatchObject([
      {
        address: at(server, group),
        place: 'group',
        title: 'pro-loco',
        from: { name: 'Lucia' },
        event: { kind: 'joined', mayPin: true },
      },
      { address: at(server, group), from: null, event: { kind: 'left' } },
    ]);
  });

  test.each([true, false])('a channel that is archived is left (private: %s)', async (isPrivate) => {
    const { server, lucia, post } = await centre();
    const group = await server.channel({ name: 'pro-loco', members: [lucia], private: isPrivate });
    await group.archive(lucia);
    await server.settled();
    expect(eventsOf(post.taken)).toEqual([{ kind: 'left' }]);
  });

  test('who leaves it is told by their id; who comes is not', async () => {
    const { server, lucia, anna, post } = await centre();
    const group = await server.channel({ name: 'pro-loco', members: [lucia] });
    await group.add(anna, lucia);
    await group.leave(anna);
    await server.settled();
    expect(eventsOf(post.taken)).toEqual([{ kind: 'parted', person: anna.id }]);
  });
});

describe('one’s own pages', () => {
  test('the home tab asks for what is shown there', async () => {
    const { server, lucia, post } = await centre();
    await lucia.openHome();
    await server.settled();
    expect(post.taken[0]?.incoming).toMatchObject({
      address: at(server, lucia),
      place: 'private',
      from: { name: 'Lucia', language: 'it' },
      event: { kind: 'home' },
    });
  });

  test('who opens the talk is met as who comes in, and offered what to say in their language', async () => {
    const { server, lucia, post } = await centre();
    await lucia.openHome('messages');
    await server.settled();
    expect(post.taken[0]?.incoming).toMatchObject({ address: at(server, lucia), event: { kind: 'joined' } });
    const [offered] = await server.calls({ method: 'assistant.threads.setSuggestedPrompts' });
    expect(String(offered?.payload.prompts)).toContain('"message":"Da dove cominciamo?"');
    expect(offered?.error).toBeUndefined();
  });

  test('where the workspace has no agent’s page, nothing is missed', async () => {
    const { server, lucia, post } = await centre();
    await server.fault({ kind: 'refuse', error: 'missing_scope' }, { method: 'assistant.threads.setSuggestedPrompts' });
    await lucia.openHome('messages');
    await server.settled();
    expect([eventsOf(post.taken), post.lines]).toEqual([[{ kind: 'joined' }], []]);
  });
});
