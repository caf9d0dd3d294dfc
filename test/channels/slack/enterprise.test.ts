import { describe, expect, test } from 'vitest';
import { createPeople } from '../../../src/channels/slack/people.ts';
import { plainMessage } from '../../../src/domain/message.ts';
import { delivery, eventsOf, openServer, startChannel } from './at-server.ts';

const ORGANISATION = { id: 'E0ORG00001', name: 'Centrale', orgWide: true };

const organisation = async () => {
  const server = await openServer({ enterprise: ORGANISATION });
  const north = await server.workspace({ name: 'Nord' });
  const lucia = await server.user({ name: 'Lucia', team: north.id });
  const desk = await server.channel({ name: 'sportello', members: [lucia], team: north.id });
  const address = `slack:${ORGANISATION.id}:${desk.id}`;
  const post = await startChannel(server, { desks: [address] });
  return { server, lucia, desk, address, post };
};

describe('an app that is installed for a whole organisation', () => {
  test('has one address for a channel, whether Slack tells its workspace, another, or none', async () => {
    const { server, lucia, desk, address, post } = await organisation();
    const message = plainMessage('Richiesta', { choices: [[{ id: 'take', label: 'Prendo io' }]] });
    await post.channel.send(delivery('post', address, message), null);
    await desk.say(lucia, '@campanile ci sei?');
    await desk.press(lucia, (await desk.last())!, 'Prendo io');
    await desk.command(lucia, '/campanile', 'lista');
    const said = { type: 'app_mention', channel: desk.id, user: lucia.id, text: `<@${server.bot.id}> e ora?` };
    await server.raw('events_api', { type: 'event_callback', event_id: 'Ev1', event: { ...said, ts: '1712.1' } });
    await server.settled();
    expect(post.taken.map(({ incoming }) => incoming.address)).toEqual([address, address, address, address]);
    expect(
      eventsOf(post.taken)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['press', 'text', 'text', 'text']);
  });

  test('writes to the people of its workspaces alone', async () => {
    const { server, lucia, post } = await organisation();
    await lucia.say('ciao');
    await server.settled();
    const home = `slack:${ORGANISATION.id}:${lucia.id}`;
    expect(post.taken[0]?.incoming).toMatchObject({ address: home, from: { home } });
    await post.channel.send(delivery('post', home, 'Ciao Lucia'), null);
    expect((await lucia.direct.last())?.lines).toEqual(['Ciao Lucia']);
  });
});

test('of an organisation are those whom it calls its own; who is certain of nobody answers at no desk', async () => {
  const people = createPeople(
    async (_, args) => ({
      user: { team_id: 'T0NORD', ...(args?.user === 'U0' ? {} : { enterprise_user: { enterprise_id: args?.user } }) },
    }),
    () => ({ tenant: 'E1', isOrganisation: true, botId: 'UBOT', name: 'campanile' }),
    Date.now,
  );
  const asked = await Promise.all(['E1', 'E2', 'U0'].map((id) => people.ask(id)));
  expect(asked.map(({ isOfUs, isStranger }) => [isOfUs, isStranger])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test('an app of one workspace of an organisation has that workspace’s addresses', async () => {
  const server = await openServer({ enterprise: { ...ORGANISATION, orgWide: false } });
  const lucia = await server.user({ name: 'Lucia' });
  const post = await startChannel(server);
  await lucia.say('ciao');
  await server.settled();
  expect(post.taken[0]?.incoming.address).toBe(`slack:${server.team.id}:${lucia.id}`);
});
