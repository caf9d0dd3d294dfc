import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Channel, Person } from './driver-types.ts';
import { rawCall } from './raw-call.ts';
import { type Slack, startSlack } from './server.ts';

let server: Slack;
let lucia: Person;
let channel: Channel;

beforeAll(async () => {
  server = await startSlack();
  lucia = await server.user({ name: 'Lucia' });
  channel = await server.channel({ name: 'sportello', members: [lucia] });
});
afterAll(() => server.close());

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (fields: object = {}) => ({ type: 'button', text: plain('Fatto'), action_id: 'a', ...fields });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const long = (count: number) => 'x'.repeat(count);
const option = (text: string, value = 'v') => ({ text: plain(text), value });

/** What Slack says of these blocks: nothing when it takes them. */
const said = async (...blocks: object[]): Promise<string> => {
  const answer = await rawCall(server, 'chat.postMessage', { channel: channel.id, text: 'x', blocks });
  return [answer.error, ...(answer.response_metadata?.messages ?? [])].filter(Boolean).join(' ');
};

test.each<[string, object, string]>([
  ['of a type that there is not', { type: 'nonsense' }, 'unsupported type: nonsense [json-pointer:/blocks/0/type]'],
  ['with a button in mrkdwn', actions(button({ text: { type: 'mrkdwn', text: 'x' } })), 'invalid_blocks'],
  ['with a field that there is not', { ...section('x'), colour: 'red' }, 'no more fields allowed: colour'],
  ['with a text that is a string', { type: 'section', text: 'x' }, 'invalid_blocks'],
  ['that is a section of nothing', { type: 'section' }, 'must define either `text` or `fields`'],
  ['with an empty text', section(''), 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  ['with a section of 3001', section(long(3001)), 'must be less than 3001 characters [json-pointer:/blocks/0/text]'],
  ['with a field of 2001', { type: 'section', fields: [plain(long(2001))] }, 'less than 2001'],
  ['with eleven fields', { type: 'section', fields: Array(11).fill(plain('x')) }, 'no more than 10 items'],
  ['with a header of 151', { type: 'header', text: plain(long(151)) }, 'less than 151'],
  ['with a label of 76', actions(button({ text: plain(long(76)) })), 'less than 76'],
  ['with an action_id of 256', actions(button({ action_id: long(256) })), 'less than 256'],
  ['with a value of 2001', actions(button({ value: long(2001) })), 'less than 2001'],
  ['with an address of 3001', actions(button({ url: long(3001) })), 'less than 3001'],
  ['with a block_id of 256', { ...section('x'), block_id: long(256) }, 'less than 256'],
  [
    'with 26 buttons',
    actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `${at}` }))),
    'no more than 25',
  ],
  ['with no buttons', actions(), 'no fewer than 1 items'],
  ['with one action_id twice', actions(button(), button()), '`action_id` a already exists'],
  ['with eleven words of context', { type: 'context', elements: Array(11).fill(plain('x')) }, 'no more than 10'],
  [
    'with six hidden choices',
    actions({ type: 'overflow', action_id: 'a', options: Array(6).fill(option('x')) }),
    'no more than 5',
  ],
  [
    'with a choice of 76',
    actions({ type: 'static_select', action_id: 'a', options: [option(long(76))] }),
    'less than 76',
  ],
  [
    'with a question of 301',
    actions(button({ confirm: { title: plain('x'), text: plain(long(301)), confirm: plain('x'), deny: plain('x') } })),
    'less than 301',
  ],
])('a block %s is refused', async (_, block, why) => {
  expect(await said(block)).toContain(why);
});

test('what is just within the limits is taken', async () => {
  expect(await said(section(long(3000)), { type: 'header', text: plain(long(150)) })).toBe('');
  const most = Array.from({ length: 25 }, (_, at) =>
    button({ action_id: `${at}`, value: long(2000), text: plain(long(75)) }),
  );
  expect(await said(actions(...most))).toBe('');
  expect(await said(...Array(50).fill({ type: 'divider' }))).toBe('');
  expect(await said(actions(button()), actions(button()))).toBe('');
});

test('a message has fifty blocks and 13,200 characters, and no block_id twice', async () => {
  expect(await said(...Array(51).fill({ type: 'divider' }))).toContain('no more than 50 items');
  expect(await said(...Array(4).fill(section(long(3000))), section(long(1200)))).toBe('');
  expect(await said(...Array(4).fill(section(long(3000))), section(long(1201)))).toBe('msg_blocks_too_long');
  expect(await said({ ...section('x'), block_id: 'b' }, { ...section('y'), block_id: 'b' })).toContain(
    'already exists',
  );
});

test('blocks that are no list are no blocks', async () => {
  const post = async (blocks: unknown) =>
    (await rawCall(server, 'chat.postMessage', { channel: channel.id, blocks })).error;
  expect(await post('[')).toBe('invalid_blocks_format');
  expect(await post({ type: 'divider' })).toBe('invalid_blocks_format');
  expect(await post([7])).toBe('invalid_blocks');
});

test('every block and element gets an id, and people read what blocks say', async () => {
  await said(
    { type: 'header', text: plain('Fase 1') },
    {
      ...section('*Statuto* &lt;bozza&gt;\n<https://example.org|la pagina>'),
      accessory: { type: 'button', text: plain('Apri') },
    },
    actions(button({ value: '7' }), {
      type: 'static_select',
      action_id: 's',
      placeholder: plain('Scegli'),
      options: [option('Uno'), option('Due', 'w')],
    }),
    { type: 'context', elements: [{ type: 'mrkdwn', text: `_da_ <@${lucia.id}>` }] },
  );
  const seen = await channel.last();
  expect(seen?.lines).toEqual([
    'Fase 1',
    '*Statuto* <bozza>',
    'la pagina (https://example.org)',
    '[ Apri ]',
    '[ Fatto ] [ Scegli: Uno | Due ]',
    '_da_ @Lucia',
  ]);
  expect(seen?.buttons).toMatchObject([
    { label: 'Apri' },
    { label: 'Fatto', action: 'a', value: '7' },
    { label: 'Uno' },
    { label: 'Due', value: 'w' },
  ]);
  expect(seen?.buttons[0]?.action).not.toBe('');
  expect(seen?.raw.blocks?.every(({ block_id }) => block_id)).toBe(true);
});
