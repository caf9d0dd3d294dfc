import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBatchReader } from '../../../src/channels/telegram/batch.ts';
import { readUpdate } from '../../../src/channels/telegram/incoming.ts';
import type { RawUpdate } from '../../../src/channels/telegram/polling.ts';
import { reader, recorded, updateNamed } from './updates.ts';

const read = (name: string) => readUpdate(updateNamed(name), reader);
const eventOf = (name: string) => read(name)?.incoming.event;

const fileOf = (file: object) => ({ channel: 'telegram', bytes: null, ...file });

const inGroup = (text: string, rest: object = {}) =>
  readUpdate(
    {
      update_id: 1,
      message: { from: { id: 5, first_name: 'Ugo' }, chat: { id: -7, type: 'group', title: 'Borgo' }, text, ...rest },
    },
    reader,
  )?.incoming.event;

describe('what is said to the assistant', () => {
  test.each([
    ['private question', 'dove troviamo i soldi?'],
    ['start with a word', '/start f3Kq_9-aB'],
    ['private topic', 'e poi?'],
    ['group command', '/phase 2'],
    ['group mention', 'et après ?'],
    ['group reply to the bot', 'on a fini les deux premiers'],
    ['topic command', '/liste'],
    ['photo with a question', 'che cosa facciamo con questo edificio?'],
    ['anonymous admin', '/phase 2'],
  ])('%s is heard', (name, text) => {
    expect(eventOf(name)).toMatchObject({ kind: 'text', text });
  });

  test('what answers the assistant says which message it answers', () => {
    expect(eventOf('group reply to the bot')).toMatchObject({ repliesTo: '290' });
    for (const name of ['private question', 'topic command', 'group mention'])
      expect(eventOf(name)).not.toHaveProperty('repliesTo');
    const message = { from: { id: 5 }, chat: { id: 5, type: 'private' }, voice: { file_id: 'V' } };
    const reply_to_message = { message_id: 41, from: { id: reader.botId, is_bot: true } };
    expect(readUpdate({ update_id: 1, message: { ...message, reply_to_message } }, reader)?.incoming.event).toEqual({
      kind: 'unreadable',
      what: 'voice',
      repliesTo: '41',
      file: { channel: 'telegram', id: 'V', kind: 'voice', name: 'voice.ogg', bytes: null },
    });
  });

  test.each([
    ['group talk'],
    ['group command of another bot'],
    ['group command that nobody knows'],
    ['group reply to a neighbour'],
    ['talk in a topic that the bot opened'],
    ['voice note in a group'],
    ['forwarded command in a group'],
    ['edited command'],
    ['another bot'],
    ['by way of a bot'],
    ['someone speaking as their channel'],
    ['post of the linked channel'],
    ['channel post'],
    ['poll'],
    ['press on an inline message'],
    ['muted'],
    ['unblocked in private'],
    ['someone joins'],
  ])('%s passes unread', (name) => {
    expect(read(name)).toBeNull();
  });

  test.each([
    ['／fase 2', '/fase 2'],
    ['/fase\u00a02', '/fase 2'],
    ['\u200b /fase@CAMPANILE_BOT\u00a0 2', '/fase 2'],
    ['/fase@campanile_bot', '/fase'],
    ['/roll@campanile_bot 6', '/roll 6'],
    ['/roll 6 @campanile_bot', '/roll 6'],
    ['@campanile_bot /roll', '/roll'],
    ['@campanile_bot', ''],
    ['e adesso, @Campanile_Bot?', 'e adesso, ?'],
  ])('in a group, "%s" is heard as "%s"', (typed, heard) => {
    expect(inGroup(typed)).toEqual({ kind: 'text', text: heard });
  });

  test.each([
    ['scrivi a maria@campanile_bot.it'],
    ['@campanile_bot2 ciao'],
    ['/fase@altro_bot 2'],
    ['/fase, no'],
    [''],
  ])('in a group, "%s" is not meant for it', (typed) => {
    expect(inGroup(typed)).toBeUndefined();
  });

  test('a command for another bot is ignored in private too', () => {
    const update = {
      update_id: 1,
      message: { from: { id: 5 }, chat: { id: 5, type: 'private' }, text: '/start@OtherBot' },
    };
    expect(readUpdate(update, reader)).toBeNull();
  });

  test('words passed on from somebody else command nothing', () => {
    expect(eventOf('forwarded command')).toEqual({ kind: 'text', text: 'reset', passedOn: true });
  });

  test.each([
    ['voice note', { what: 'voice', file: fileOf({ id: 'AwAC', kind: 'voice', name: 'voice.ogg', bytes: 9000 }) }],
    ['document', { what: 'file', file: fileOf({ id: 'B', kind: 'document', name: 'statuto.pdf' }) }],
    ['GIF', { what: 'other' }],
    ['location', { what: 'other' }],
  ])('a %s in private is told to be unreadable, and of a file comes in only what finds it again', (name, told) => {
    expect(eventOf(name)).toEqual({ kind: 'unreadable', ...told });
  });
});

describe('where and who', () => {
  test('a private message has its person, whose home it is', () => {
    expect(read('private question')).toEqual({
      channel: 'telegram',
      id: '6000000007:731004001',
      incoming: {
        address: 'telegram:5012345678',
        place: 'private',
        title: null,
        from: { id: '5012345678', name: 'Maria Conti', home: 'telegram:5012345678', language: 'it', admin: true },
        at: 1795600000000,
        event: { kind: 'text', text: 'dove troviamo i soldi?' },
      },
    });
  });

  test('whether someone administers a group is not taken from a message', () => {
    expect(read('group command')?.incoming.from).toMatchObject({ id: '700000001', admin: null });
  });

  test('an anonymous admin is an admin whom nobody can write to', () => {
    expect(read('anonymous admin')?.incoming.from).toEqual({
      id: 'anonymous:-1002233445566',
      name: 'la présidente',
      home: null,
      language: null,
      admin: true,
    });
  });

  test.each([
    ['topic command', 'telegram:-1002233445566:7'],
    ['private topic', 'telegram:5012345678:88'],
    ['press', 'telegram:-1002233445566:7'],
    ['group reply to the bot', 'telegram:-1002233445566'],
    ['press on a message too old to be shown', 'telegram:-1002233445566'],
  ])('%s: a topic is a place of its own, a chain of replies is none', (name, address) => {
    expect(read(name)?.incoming.address).toBe(address);
  });

  test('a press carries its choice and the ticket that its answer needs', () => {
    expect(eventOf('press')).toEqual({
      kind: 'press',
      choice: 'tick=5.2.listen-to-the-village',
      ticket: '3005893040021',
    });
  });

  test('names are cut and cannot turn the writing round or break the line', () => {
    const first_name = `\u202egnirts\u0000\n${'x'.repeat(100)}`;
    const update = {
      update_id: 1,
      message: { from: { id: 5, first_name }, chat: { id: 5, type: 'private' }, text: 'a' },
    };
    const name = readUpdate(update, reader)?.incoming.from?.name;
    expect(name).toBe(`gnirts ${'x'.repeat(57)}`);
  });

  test('who has no name to show is called by the name of the account, or its number', () => {
    const from = { id: 5, first_name: '\u200b' };
    const message = { chat: { id: 5, type: 'private' }, text: 'a' };
    const nameOf = (user: object) =>
      readUpdate({ update_id: 1, message: { ...message, from: user } }, reader)?.incoming.from?.name;
    expect([nameOf({ ...from, username: 'ugo' }), nameOf(from)]).toEqual(['ugo', '5']);
  });

  test('ids of 52 bits come through whole', () => {
    const id = 2 ** 52 - 1;
    const update = { update_id: 1, message: { from: { id }, chat: { id, type: 'private' }, text: 'a' } };
    expect(readUpdate(update, reader)?.incoming).toMatchObject({ address: `telegram:${id}`, from: { id: String(id) } });
  });
});

describe('coming, going and moving', () => {
  test.each([
    ['added to a group', 'joined', 'telegram:-4000001'],
    ['made an admin', 'joined', 'telegram:-4000001'],
    ['kicked from a group', 'left', 'telegram:-1002233445566'],
    ['blocked in private', 'left', 'telegram:5012345678'],
  ])('%s: %s', (name, kind, address) => {
    expect(read(name)?.incoming).toMatchObject({ address, event: { kind } });
  });

  test('the title of a group is data, whatever is in it', () => {
    expect(read('added to a group')?.incoming.title).toBe('<b>Borgo</b> *vivo*');
  });

  test('an upgraded group moves once, whichever chat tells it', () => {
    const move = { address: 'telegram:-4000001', event: { kind: 'moved', to: 'telegram:-1007777000001' } };
    const [old, fresh] = [read('group upgraded, told in the old chat'), read('group upgraded, told in the new chat')];
    expect(old?.incoming).toMatchObject(move);
    expect(fresh?.incoming).toMatchObject(move);
    expect(old?.id).not.toBe(fresh?.id);
  });
});

describe('a batch', () => {
  const aside = { onUnreadable: () => {}, onLostPress: () => {} };
  const eventsIn = (read: ReturnType<typeof createBatchReader>, updates: readonly RawUpdate[]) =>
    read(updates).map(({ incoming }) => incoming.event);
  const photo = (id: string) => fileOf({ id, kind: 'photo', name: 'photo.jpg' });
  const album = ['album, first picture', 'album, second picture with words', 'album, third picture'].map(updateNamed);

  test('an album is answered by its words, and no picture of it is lost', () => {
    expect(eventsIn(createBatchReader(reader, aside), album)).toEqual([
      { kind: 'unreadable', what: 'file', beside: true, file: photo('D'), album: '13579' },
      { kind: 'text', text: 'da dove si comincia?', file: photo('E'), album: '13579' },
      { kind: 'unreadable', what: 'file', beside: true, file: photo('F'), album: '13579' },
    ]);
  });

  test('the pictures of an album stand beside its words also when they come after them, in another batch', () => {
    const read = createBatchReader(reader, aside);
    expect(eventsIn(read, [album[1]!])).toMatchObject([{ kind: 'text' }]);
    expect(eventsIn(read, [album[2]!])).toMatchObject([{ kind: 'unreadable', beside: true, file: photo('F') }]);
  });

  test('a button where no conversation is stops waiting', () => {
    const answered: string[] = [];
    const lost = updateNamed('press on an inline message');
    const read = createBatchReader(reader, { ...aside, onLostPress: (ticket) => answered.push(ticket) });
    expect(read([lost])).toEqual([]);
    expect(answered).toEqual(['3005893040023']);
  });

  test('one update that cannot be read does not keep back the others', () => {
    const unreadable: number[] = [];
    const cursed = {
      ...reader,
      isCommand: () => {
        throw new Error('no');
      },
    };
    const updates = [updateNamed('group command that nobody knows'), updateNamed('private question')];
    const read = createBatchReader(cursed, { ...aside, onUnreadable: ({ update_id }) => unreadable.push(update_id) });
    expect([read(updates).length, unreadable]).toEqual([1, [731004013]]);
  });
});

describe('updates that are not as they should be', () => {
  /** Replaces something somewhere in a recorded update by anything at all. */
  const mangled = fc
    .record({
      start: fc.constantFrom(...recorded.map(({ update }) => update)),
      steps: fc.array(fc.nat(7), { minLength: 1, maxLength: 6 }),
      thing: fc.oneof(fc.anything(), fc.constant(undefined), fc.constant(null)),
    })
    .map(({ start, steps, thing }) => {
      const copy = structuredClone(start) as unknown as Record<string, unknown>;
      let at = copy;
      for (const step of steps) {
        const keys = Object.keys(at);
        const key = keys[step % keys.length];
        if (key === undefined) break;
        const next = at[key];
        if (next === null || typeof next !== 'object' || step === steps.at(-1)) {
          at[key] = thing;
          break;
        }
        at = next as Record<string, unknown>;
      }
      return copy;
    });

  test('are passed over or read as far as they go, and never throw', () => {
    fc.assert(
      fc.property(fc.oneof(mangled, fc.anything()), (update) => {
        const item = readUpdate(update, reader);
        expect(item === null || item.incoming.address.startsWith('telegram:')).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['no sender', { from: undefined }],
    ['no chat', { chat: null }],
    ['no text', { text: null }],
    ['a chat of a new kind', { chat: { id: 1, type: 'planet' } }],
  ])('%s: nothing is heard', (_, change) => {
    const { message } = updateNamed('private question') as unknown as { message: object };
    expect(readUpdate({ update_id: 1, message: { ...message, ...change } }, reader)).toBeNull();
  });

  test('new fields change nothing', () => {
    const update = structuredClone(updateNamed('private question')) as unknown as { message: object };
    const grown = { ...update, message: { ...update.message, hologram: { id: 1 } }, telepathy: {} };
    expect(readUpdate(grown, reader)).toEqual(read('private question'));
  });

  test('one field that is not as it should be does not take the message with it', () => {
    const update = structuredClone(updateNamed('private question')) as unknown as { message: object };
    const odd = {
      ...update,
      message: { ...update.message, reply_to_message: 7, media_group_id: {}, sender_chat: 'x' },
    };
    expect(readUpdate(odd, reader)).toEqual(read('private question'));
  });
});
