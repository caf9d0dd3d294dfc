import { describe, expect, test } from 'vitest';
import { buttonsOf, groupWithList, listIn, openVillage, tickOf } from './village.ts';

describe('a group that adds the assistant', () => {
  test('is told who speaks, how to talk to it and that the rest is not read, and is asked who leads', async () => {
    const { maria, newGroup, calm, stateOf } = await openVillage();
    const group = await newGroup();
    await calm(group.addBot(maria));
    const [hello, ...others] = await group.botMessages();
    expect(others).toEqual([]);
    expect(hello?.text).toMatch(/^Buongiorno a tutti! Sono Campanile, un assistente automatico/);
    expect(hello?.text).toMatch(/rispondete a un mio messaggio o scrivete @campanile_bot\. .*non lo leggo/);
    expect(buttonsOf(hello).flat()).toContain('plan=5');
    expect(await stateOf(group)).toMatchObject({ plan: null, ticked: [] });
  });

  test('says in its own words who it is and how far, and has its list, ended by how to talk to it', async () => {
    const { maria, luca, newGroup, calm, stateOf } = await openVillage();
    const group = await newGroup();
    await calm(group.addBot(maria));
    const hello = (await group.last())!;
    await calm(group.say(maria, 'siamo la Pro Loco', { replyTo: hello }));
    await calm(group.press(luca, (await group.last())!, 'phase=2'));
    expect(await stateOf(group)).toMatchObject({ plan: 5, phase: 2, ticked: [] });
    const list = await listIn(group);
    expect(list.text).toMatch(/Per parlarmi: rispondete a questo messaggio o scrivete @campanile_bot\.$/);
    expect(list.text?.match(/^\d\. /gm)).toHaveLength(buttonsOf(list).length);
  });

  test('that talks among itself is not heard', async () => {
    const village = await openVillage({ privacy: false });
    const { maria, luca, calm, server, stateOf } = village;
    const { group } = await groupWithList(village);
    const before = (await server.calls()).length;
    await calm(group.say(luca, 'il primo punto è fatto'));
    await calm(group.say(maria, '/fatto@OtherBot 1'));
    expect((await server.calls()).length).toBe(before);
    expect((await stateOf(group)).ticked).toEqual([]);
  });
});

describe('the list of a group', () => {
  test('is one message: a tick by another member changes it in place, by name, and the button says what was done', async () => {
    const village = await openVillage();
    const { luca, calm, stateOf } = village;
    const { group, list } = await groupWithList(village);
    const count = (await group.botMessages()).length;
    const press = await calm(group.press(luca, list, tickOf(list, 1)));
    expect((await press.answer()).text).toMatch(/1/);
    const now = await listIn(group);
    expect([now.message_id, (await group.botMessages()).length]).toEqual([list.message_id, count]);
    expect(now.text).toMatch(/^1\. .*: fatto da Luca, /m);
    expect(tickOf(now, 1)).toBe(tickOf(list, 1).replace('tick', 'untick'));
    expect((await stateOf(group)).ticked).toHaveLength(1);
  });

  test('is set, never turned round: the same button of an old screen again changes nothing', async () => {
    const village = await openVillage();
    const { maria, luca, calm, server, stateOf } = village;
    const { group, list } = await groupWithList(village);
    await calm(group.press(luca, list, tickOf(list, 1)));
    const edits = (await server.calls({ method: 'editMessageText' })).length;
    const again = await calm(group.press(maria, list, tickOf(list, 1), { stale: true }));
    expect((await again.answer()).text).not.toBe('');
    expect(await server.calls({ method: 'editMessageText' })).toHaveLength(edits);
    expect((await stateOf(group)).ticked).toHaveLength(1);
    expect((await listIn(group)).text).toMatch(/fatto da Luca/);
  });

  test('asked for again stands at the bottom, and the old one shrinks to a line without buttons', async () => {
    const village = await openVillage();
    const { maria, calm } = village;
    const { group, list } = await groupWithList(village);
    await calm(group.say(maria, '/lista@campanile_bot'));
    const now = await listIn(group);
    expect(now.message_id).toBeGreaterThan(list.message_id);
    expect((await group.last())?.message_id).toBe(now.message_id);
    const old = (await group.botMessages()).find(({ message_id }) => message_id === list.message_id);
    expect(old?.text?.split('\n')).toHaveLength(1);
    expect(buttonsOf(old)).toEqual([]);
  });

  test('that somebody deleted comes anew with the next tick, and is kept current from then on', async () => {
    const village = await openVillage();
    const { maria, luca, calm } = village;
    const { group, list } = await groupWithList(village);
    await group.remove(list);
    await calm(group.press(luca, list, tickOf(list, 1), { stale: true }));
    const anew = await listIn(group);
    expect(anew.message_id).not.toBe(list.message_id);
    await calm(group.press(maria, anew, tickOf(anew, 2)));
    const now = await listIn(group);
    expect([now.message_id, now.text]).toEqual([
      anew.message_id,
      expect.stringMatching(/fatto da Luca[\s\S]*fatto da Maria/),
    ]);
  });

  test('tells why a step, and where the guide says so, at one tap', async () => {
    const village = await openVillage();
    const { luca, calm, stateOf } = village;
    const { group, list } = await groupWithList(village);
    await calm(group.press(luca, list, tickOf(list, 2).replace('tick', 'why')));
    expect((await group.last())?.text).toMatch(/\nDalla guida: piano Pro Loco, fase 2/);
    expect((await stateOf(group)).ticked).toEqual([]);
  });

  test('does not change for somebody who is not in the group', async () => {
    const village = await openVillage();
    const { server, calm, stateOf } = village;
    const { group, list } = await groupWithList(village);
    const stranger = await server.user({ firstName: 'Ugo' });
    await server.raw('callback_query', {
      id: '77',
      from: stranger.user,
      chat_instance: '1',
      message: { ...list, chat: { id: group.id, type: 'group', title: group.title } },
      data: tickOf(list, 1),
    });
    await calm(Promise.resolve());
    expect((await stateOf(group)).ticked).toEqual([]);
  });

  test('asks for words with a field to answer in, and hears the answer', async () => {
    const village = await openVillage();
    const { maria, calm, server, stateOf } = village;
    const { group } = await groupWithList(village);
    await calm(group.say(maria, '/fatto@campanile_bot'));
    const [call] = (await server.calls({ method: 'sendMessage' })).slice(-1);
    expect(call?.payload.reply_markup).toEqual({ force_reply: true });
    await calm(group.say(maria, 'il 2', { replyTo: (await group.last())! }));
    expect((await stateOf(group)).ticked).toHaveLength(1);
  });

  test('is the same after a restart, and its buttons go on', async () => {
    const village = await openVillage();
    const { maria, luca, calm, restart, stateOf } = village;
    const { group, list } = await groupWithList(village);
    await calm(group.press(luca, list, tickOf(list, 1)));
    await restart();
    await calm(group.press(maria, list, tickOf(list, 2), { stale: true }));
    expect((await stateOf(group)).ticked).toHaveLength(2);
    expect(await listIn(group)).toMatchObject({ message_id: list.message_id });
  });
});
