import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from './driver-types.ts';
import { type RawAnswer, rawCall } from './raw-call.ts';
import { type Slack, startSlack } from './server.ts';
import { openSocket } from './test-app.ts';

let server: Slack;
let lucia: Person;
let app: Awaited<ReturnType<typeof openSocket>>;

beforeEach(async () => {
  server = await startSlack();
  lucia = await server.user({ name: 'Lucia' });
  app = await openSocket(server);
});
afterEach(() => server.close());

const plain = (text: string) => ({ type: 'plain_text', text });
const input = (label: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id: label,
  label: plain(label),
  element,
  ...more,
});
const text = (more: object = {}) => ({ type: 'plain_text_input', action_id: 'testo', ...more });
const modal = (more: object = {}) => ({
  type: 'modal',
  callback_id: 'risposta',
  title: plain('Rispondi'),
  submit: plain('Invia'),
  blocks: [input('Risposta', text())],
  ...more,
});
const call = (method: string, payload: object): Promise<RawAnswer> => rawCall(server, method, { ...payload });
const problems = (answer: RawAnswer): string => (answer.response_metadata?.messages ?? []).join(' ');

/** A fresh pass for a view, from a shortcut that is acknowledged at once. */
const trigger = async (): Promise<string> => {
  const before = app.envelopes().length;
  await lucia.shortcut('apri');
  await expect.poll(() => app.envelopes().length).toBe(before + 1);
  const envelope = app.envelopes()[before]!;
  app.ack(envelope);
  return String((envelope.payload as { trigger_id?: string }).trigger_id);
};
const openModal = async (view: object = modal()): Promise<RawAnswer> =>
  call('views.open', { trigger_id: await trigger(), view });
const envelope = (type: string) => app.newest(type);

test('a pass opens one view, within three seconds', async () => {
  const pass = await trigger();
  expect((await call('views.open', { trigger_id: pass, view: modal() })).ok).toBe(true);
  expect((await call('views.open', { trigger_id: pass, view: modal() })).error).toBe('exchanged_trigger_id');
  expect((await call('views.open', { trigger_id: 'x', view: modal() })).error).toBe('invalid_trigger_id');
  const late = await trigger();
  await server.advance(3001);
  expect((await call('views.open', { trigger_id: late, view: modal() })).error).toBe('expired_trigger_id');
});

test.each<[string, object, string]>([
  ['with a title of 25', { title: plain('x'.repeat(25)) }, 'less than 25'],
  ['without a title', { title: undefined }, 'title'],
  ['with something to fill in and nothing to send it with', { submit: undefined }, 'missing required field: submit'],
  ['with 101 blocks', { blocks: Array(101).fill({ type: 'divider' }) }, 'no more than 100'],
  ['with a block that there is not', { blocks: [{ type: 'nonsense' }] }, 'unsupported type'],
  ['with 3001 characters of its own', { private_metadata: 'x'.repeat(3001) }, 'less than 3001'],
  ['with one block_id twice', { blocks: [input('a', text()), input('a', text())] }, 'already exists'],
  ['that is a home', { type: 'home' }, '/view'],
])('a modal %s is refused', async (_, more, why) => {
  const answer = await call('views.open', { trigger_id: 'x', view: modal(more) });
  expect(answer.error).toBe('invalid_arguments');
  expect(problems(answer)).toContain(why);
});

test('what is filled in comes with the sending, by block and action', async () => {
  const choice = (label: string) => ({ text: plain(label), value: label.toLowerCase() });
  const options = [choice('Sì'), choice('No')];
  const view = modal({
    private_metadata: 'm',
    blocks: [
      input('Risposta', text({ initial_value: 'Bozza' })),
      input('Nome', { type: 'static_select', action_id: 'n', options, initial_option: options[1] }),
      input('Copie', { type: 'checkboxes', action_id: 'c', options }, { optional: true }),
      input('Giorno', { type: 'datepicker', action_id: 'g' }, { optional: true }),
    ],
  });
  await openModal(view);
  await lucia.submit({ Risposta: 'Arrivo', n: 'Sì', Copie: ['Sì', 'no'], Giorno: '2026-12-24' });
  const { payload } = await envelope('view_submission');
  const { state, private_metadata, callback_id, id } = payload.view as Record<string, unknown>;
  expect({ private_metadata, callback_id }).toEqual({ private_metadata: 'm', callback_id: 'risposta' });
  expect(state).toEqual({
    values: {
      Risposta: { testo: { type: 'plain_text_input', value: 'Arrivo' } },
      Nome: { n: { type: 'static_select', selected_option: options[0] } },
      Copie: { c: { type: 'checkboxes', selected_options: options } },
      Giorno: { g: { type: 'datepicker', selected_date: '2026-12-24' } },
    },
  });
  expect((await lucia.modals())[0]?.id).toBe(id);
});

test('the window itself wants what is required, and keeps to lengths', async () => {
  await openModal(modal({ blocks: [input('Risposta', text({ max_length: 5 }))] }));
  await expect(lucia.submit()).rejects.toThrow('wants "Risposta" filled in');
  await expect(lucia.submit({ Risposta: 'troppo' })).rejects.toThrow('at most 5 characters');
  await expect(lucia.submit({ Altro: 'x' })).rejects.toThrow('nothing called "Altro"');
});

test('the app answers a sending: wrong, another view, one more on top, all closed, or nothing, which closes it', async () => {
  await openModal();
  const send = async (answer?: object): Promise<void> => {
    const before = app.envelopes().length;
    const act = await lucia.submit({ Risposta: 'x' });
    await expect.poll(() => app.envelopes().length).toBe(before + 1);
    app.ack(app.envelopes()[before]!, answer);
    await act.outcome();
  };
  await send({ response_action: 'errors', errors: { Risposta: 'Più lunga' } });
  expect((await lucia.modal()).errors).toEqual({ Risposta: 'Più lunga' });
  await send({ response_action: 'errors', errors: { altrove: 'x' } });
  expect((await lucia.modal()).errors).toEqual({ '': 'We had some trouble connecting. Try again?' });
  await send({ response_action: 'update', view: modal({ title: plain('Altra') }) });
  expect(await lucia.modal()).toMatchObject({ title: 'Altra', errors: {} });
  await send({ response_action: 'push', view: modal({ title: plain('Sopra') }) });
  expect((await lucia.modals()).map(({ title }) => title)).toEqual(['Altra', 'Sopra']);
  await send();
  expect((await lucia.modals()).map(({ title }) => title)).toEqual(['Altra']);
  await send({ response_action: 'push', view: modal({ title: plain('x'.repeat(25)) }) });
  expect((await lucia.modals()).map(({ title, errors }) => [title, Object.keys(errors)])).toEqual([['Altra', ['']]]);
  await send({ response_action: 'clear' });
  expect(await lucia.modals()).toEqual([]);
});

test('a sending that nobody answers leaves the modal, with Slack’s own words', async () => {
  await openModal();
  const act = await lucia.submit({ Risposta: 'x' });
  await server.advance(3000);
  expect((await act.outcome()).state).toBe('given up');
  expect((await lucia.modals())[0]?.errors).toEqual({ '': 'We had some trouble connecting. Try again?' });
});

test('a modal is changed while it is open, and what was filled in stays', async () => {
  const opened = (await openModal()).view as { id: string; hash: string };
  await lucia.fill({ Risposta: 'Quasi' });
  const change = (more: object) =>
    call('views.update', { view_id: opened.id, view: modal({ title: plain('Bozza') }), ...more });
  expect((await change({ hash: 'old' })).error).toBe('hash_conflict');
  expect((await change({ hash: opened.hash })).ok).toBe(true);
  expect(await lucia.modal()).toMatchObject({ title: 'Bozza' });
  await lucia.submit();
  const { payload } = await envelope('view_submission');
  expect(payload.view).toMatchObject({ state: { values: { Risposta: { testo: { value: 'Quasi' } } } } });
  expect((await change({ view_id: 'V0NOWHERE0' })).error).toBe('not_found');
});

test('at most three modals lie on each other', async () => {
  expect((await call('views.push', { trigger_id: await trigger(), view: modal() })).error).toBe('not_found');
  await openModal();
  for (let at = 0; at < 2; at += 1)
    expect((await call('views.push', { trigger_id: await trigger(), view: modal() })).ok).toBe(true);
  expect((await call('views.push', { trigger_id: await trigger(), view: modal() })).error).toBe('push_limit_reached');
});

test('a closed modal is told to who asked for it', async () => {
  await openModal();
  expect(await lucia.dismiss()).toBeUndefined();
  await openModal(modal({ notify_on_close: true }));
  await lucia.dismiss();
  expect((await envelope('view_closed')).payload).toMatchObject({
    is_cleared: false,
    view: { callback_id: 'risposta' },
  });
  expect(await lucia.modals()).toEqual([]);
});

test('a button in a modal and one in the home tab tell their view', async () => {
  const actions = { type: 'actions', elements: [{ type: 'button', text: plain('Bozza'), action_id: 'bozza' }] };
  await openModal(modal({ blocks: [input('Risposta', text()), actions] }));
  await lucia.fill({ Risposta: 'A' });
  await lucia.pressModal('Bozza');
  expect((await envelope('block_actions')).payload).toMatchObject({
    container: { type: 'view' },
    view: { type: 'modal', state: { values: { Risposta: { testo: { value: 'A' } } } } },
    actions: [{ action_id: 'bozza', type: 'button' }],
  });
  await lucia.openHome();
  await call('views.publish', { user_id: lucia.id, view: { type: 'home', blocks: [actions] } });
  expect((await lucia.published()).lines).toEqual(['[ Bozza ]']);
  await lucia.pressHome('Bozza');
  await expect.poll(async () => (await envelope('block_actions')).payload.view).toMatchObject({ type: 'home' });
  await lucia.openHome();
  expect((await server.deliveries('app_home_opened')).at(-1)?.payload.event).toMatchObject({
    tab: 'home',
    view: { type: 'home' },
  });
});

test('a home is published for a person, whole and whenever', async () => {
  const publish = (view: object, more: object = {}) => call('views.publish', { user_id: lucia.id, view, ...more });
  expect(await lucia.home()).toBeUndefined();
  const first = await publish({ type: 'home', blocks: [] });
  expect((await publish({ type: 'home', blocks: [] }, { hash: 'old' })).error).toBe('hash_conflict');
  expect((await publish({ type: 'home', blocks: [] }, { hash: (first.view as { hash: string }).hash })).ok).toBe(true);
  expect((await publish(modal())).error).toBe('invalid_arguments');
  expect((await publish({ type: 'home', blocks: [] }, { user_id: 'U0NOBODY00' })).error).toBe('invalid_arguments');
});
