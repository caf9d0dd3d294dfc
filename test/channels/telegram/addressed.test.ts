import { beforeEach, describe, expect, test } from 'vitest';
import type { Person, Talk } from '../../support/telegram/driver-types.ts';
import { SAMPLES } from '../../support/telegram/samples.ts';
import type { BotApi } from '../../support/telegram/server.ts';
import { eventsOf, openServer, type Post, startChannel, wordsOf } from './at-server.ts';

let server: BotApi;
let maria: Person;
let luca: Person;
let group: Talk;
let post: Post;

beforeEach(async () => {
  // As an admin, or with privacy mode off, the bot is sent all that is said.
  server = await openServer({ privacy: false });
  maria = await server.user({ firstName: 'Maria', languageCode: 'it' });
  luca = await server.user({ firstName: 'Luca' });
  group = await server.group({ title: 'Pro Loco', members: [maria, luca], type: 'supergroup', bot: 'administrator' });
  post = await startChannel(server);
});

describe('in a group that shows the bot everything', () => {
  test('a command, its name, and a reply to it are for the assistant; the rest is dropped', async () => {
    await post.channel.send(
      {
        kind: 'post',
        address: `telegram:${group.id}`,
        key: 'm1',
        message: {
          heading: null,
          text: 'A che punto siete?',
          choices: [],
          citations: [],
          asksForWords: true,
          attachment: null,
          file: null,
        },
      },
      null,
    );
    const question = (await group.last())!;
    await group.say(maria, '/lista@campanile_bot');
    await group.say(maria, '/lista@OtherBot');
    await group.say(maria, '/lista');
    await group.say(maria, '/meteo');
    const talk = await group.say(maria, 'domani piove');
    await group.say(luca, 'speriamo di no', { replyTo: talk });
    await group.say(luca, 'che ci resta, @Campanile_bot?');
    await group.say(luca, 'abbiamo solo un’idea', { replyTo: question });
    await group.send(luca, SAMPLES.voice);
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['/lista', '/lista', 'che ci resta, ?', 'abbiamo solo un’idea']);
    expect(eventsOf(post.taken)).toHaveLength(4);
    expect(post.taken[0]?.incoming).toMatchObject({
      address: `telegram:${group.id}`,
      title: 'Pro Loco',
      from: { id: `${maria.id}`, name: 'Maria', admin: null },
    });
  });

  test('what is passed on, changed after the event, or done to the group commands nothing', async () => {
    const typed = await group.say(maria, 'ci vediamo domani');
    await group.edit(typed, '/cancella');
    await group.say(maria, '/cancella', { forwardFrom: luca });
    await group.rename(maria, '/cancella');
    await group.leave(luca);
    await group.add(maria, luca);
    await group.send(maria, SAMPLES.poll);
    await server.settled();
    expect(eventsOf(post.taken)).toEqual([{ kind: 'parted', person: `${luca.id}` }]);
  });

  test('a channel, its posts carried over, and another program are nobody; an anonymous admin is an admin', async () => {
    const channel = await server.group({ title: 'Avvisi', type: 'channel', members: [maria], bot: 'administrator' });
    const robot = await server.user({ firstName: 'Meteo', isBot: true });
    const linked = await server.group({
      title: 'Paese',
      type: 'supergroup',
      members: [maria, robot],
      bot: 'administrator',
      linkedChannel: channel.id,
    });
    await channel.post('/lista');
    await linked.say(maria, '/lista', { asChannel: channel });
    await linked.say(robot, '/lista');
    await linked.say(maria, '/fase 2', { anonymous: true });
    await server.settled();
    expect(post.taken.map(({ incoming }) => [incoming.event, incoming.from])).toEqual([
      [
        { kind: 'text', text: '/fase 2' },
        { id: `anonymous:${linked.id}`, name: 'Paese', home: null, language: null, admin: true },
      ],
    ]);
  });
});

describe('a group', () => {
  test('that adds the bot, sends it away and lets it in again tells so', async () => {
    const other = await server.group({ title: 'Foyer', members: [maria], bot: 'left' });
    await other.addBot(maria);
    await other.setBotStatus(maria, 'kicked');
    await other.addBot(maria);
    await server.settled();
    expect(eventsOf(post.taken).map(({ kind }) => kind)).toEqual(['joined', 'left', 'joined']);
  });

  test.each(['old-first', 'new-first'] as const)('that became a supergroup moves, told %s', async (order) => {
    const small = await server.group({ title: 'Borgo', members: [maria] });
    const fresh = await small.migrate(order);
    await server.settled();
    for (const { incoming } of post.taken)
      expect(incoming).toMatchObject({
        address: `telegram:${small.id}`,
        event: { kind: 'moved', to: `telegram:${fresh.id}` },
      });
    expect(post.taken).toHaveLength(2);
  });
});
