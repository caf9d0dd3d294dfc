import { describe, expect, test } from 'vitest';
import type { Form } from '../../../src/domain/form.ts';
import { plainMessage } from '../../../src/domain/message.ts';
import { at, delivery, eventsOf, type Manner, openServer, startChannel, startOverHttp } from './at-server.ts';

const FORM: Form = {
  choice: 'reply',
  title: 'Rispondere alla persona che ha scritto',
  lines: ['Parte a nome di: Lucia, Sportello <di> Valverde.', 'Chi legge: Maria, in privato.'],
  fields: [
    {
      kind: 'lines',
      name: 'text',
      label: 'Risposta',
      hint: 'Come la leggerà',
      initial: '',
      required: true,
      most: 2000,
    },
    { kind: 'day', name: 'until', label: 'Vale fino al', hint: null, initial: '2026-12-31', required: false },
    {
      kind: 'one-of',
      name: 'language',
      label: 'Lingua',
      hint: null,
      initial: 'it',
      required: true,
      options: [
        { id: 'it', label: 'italiano' },
        { id: 'fr', label: 'francese' },
      ],
    },
    {
      kind: 'any-of',
      name: 'keep',
      label: 'Tenere',
      hint: null,
      initial: 'a c',
      required: false,
      options: ['a', 'b', 'c'].map((id) => ({ id, label: `parte ${id}` })),
    },
  ],
  submit: 'Manda',
  cancel: 'Annulla',
};

type Asked = Parameters<NonNullable<Manner['look']>>[0];

const centre = async (look: (asked: Asked) => Promise<Form | null> = async () => FORM, start = startChannel) => {
  const server = await openServer();
  const lucia = await server.user({ name: 'Lucia', locale: 'it-IT' });
  const desk = await server.channel({ name: 'sportello', members: [lucia] });
  const asked: Asked[] = [];
  const post = await start(server, {
    desks: [at(server, desk)],
    look: async (one) => {
      asked.push(one);
      return look(one);
    },
  });
  const message = plainMessage('Richiesta di Maria', {
    choices: [[{ id: 'reply', label: 'Rispondi', opens: 'form' }]],
  });
  await post.channel.send(delivery('post', at(server, desk, 'k3f9'), message), null);
  const card = (await desk.last())!;
  return { server, lucia, desk, post, asked, card, thread: desk.threadOf(card) };
};

describe('a button that opens a form', () => {
  test.each([
    ['a socket', startChannel],
    ['HTTP', startOverHttp],
  ] as const)('opens it with what must be known before, and what is sent comes in, over %s', async (_, start) => {
    const { server, lucia, desk, post, asked, card } = await centre(undefined, start);
    await desk.press(lucia, card, 'Rispondi');
    const modal = await lucia.modal();
    expect(modal).toMatchObject({ title: 'Rispondere alla persona…', submit: 'Manda', close: 'Annulla' });
    expect(modal.lines.slice(0, 2)).toEqual(FORM.lines);
    expect(asked).toEqual([
      {
        address: at(server, desk, 'k3f9'),
        thread: null,
        choice: 'reply',
        by: { id: lucia.id, name: 'Lucia', home: at(server, lucia), language: 'it', admin: null },
        written: null,
      },
    ]);
    expect(post.taken).toEqual([]);
    await lucia.submit({ Risposta: 'Domani & dopo <domani>', Lingua: 'francese', Tenere: ['parte b', 'parte c'] });
    await server.settled();
    expect(post.taken.map(({ incoming }) => incoming)).toMatchObject([
      {
        address: at(server, desk, 'k3f9'),
        place: 'group',
        title: 'sportello',
        from: { name: 'Lucia' },
        event: {
          kind: 'form',
          choice: 'reply',
          fields: { text: 'Domani & dopo <domani>', until: '2026-12-31', language: 'fr', keep: 'b c' },
          source: null,
        },
      },
    ]);
    expect(await lucia.modals()).toEqual([]);
  });

  test('that has nothing to open is a press like any other, so that it can be told why', async () => {
    const { server, lucia, desk, post, card } = await centre(async () => null);
    await desk.press(lucia, card, 'Rispondi');
    await server.settled();
    expect(eventsOf(post.taken)).toMatchObject([{ kind: 'press', choice: 'reply' }]);
    expect(await lucia.modals()).toEqual([]);
  });

  test('pressed when Slack gives us no time is told to be pressed again', async () => {
    const { server, lucia, desk, post, card } = await centre();
    await server.fault({ kind: 'refuse', error: 'expired_trigger_id' }, { method: 'views.open' });
    await desk.press(lucia, card, 'Rispondi');
    expect((await lucia.ephemeral()).lines).toEqual(['Non si è aperto in tempo. Riprova.']);
    expect(post.lines).toEqual([]);
  });

  test('and is refused by Slack is told to the person and to the operator', async () => {
    const { server, lucia, desk, post, card } = await centre();
    await server.fault({ kind: 'refuse', error: 'view_too_large' }, { method: 'views.open' });
    await desk.press(lucia, card, 'Rispondi');
    expect((await lucia.ephemeral()).lines).toEqual(['In questo momento non ci riesco. Riprova tra poco.']);
    expect(post.lines).toEqual(['the form of "reply" could not be opened (view_too_large)']);
  });
});

describe('a form', () => {
  test('with nothing but spaces where words are needed stays open and says so', async () => {
    const { server, lucia, desk, post, card } = await centre();
    await desk.press(lucia, card, 'Rispondi');
    await lucia.modal();
    await lucia.submit({ Risposta: '   ' });
    await server.settled();
    expect((await lucia.modals())[0]?.errors).toEqual({ text: 'Qui serve qualche parola.' });
    expect(post.taken).toEqual([]);
    await lucia.submit({ Risposta: 'Domani.' });
    await server.settled();
    expect(eventsOf(post.taken)).toMatchObject([{ kind: 'form', fields: { text: 'Domani.' } }]);
  });

  test('that cannot be kept says that there was trouble, and can be sent again: it comes in once', async () => {
    let refusals = 1;
    const server = await openServer();
    const lucia = await server.user({ name: 'Lucia' });
    const desk = await server.channel({ name: 'sportello', members: [lucia] });
    const post = await startOverHttp(server, {
      look: async () => FORM,
      keep: async () => {
        refusals -= 1;
        if (refusals >= 0) throw Object.assign(new Error('no room for "Domani"'), { code: 'SQLITE_FULL' });
      },
    });
    const message = plainMessage('Carta', { choices: [[{ id: 'reply', label: 'Rispondi', opens: 'form' }]] });
    await post.channel.send(delivery('post', at(server, desk), message), null);
    await desk.press(lucia, (await desk.last())!, 'Rispondi');
    await lucia.modal();
    await (await lucia.submit({ Risposta: 'Domani' })).outcome();
    expect((await lucia.modals())[0]?.errors).not.toEqual({});
    await (await lucia.submit({ Risposta: 'Domani' })).outcome();
    expect(eventsOf(post.taken)).toMatchObject([{ kind: 'form', fields: { text: 'Domani' } }]);
    expect(post.lines).toEqual([
      'what came in from Slack cannot be kept (SQLITE_FULL): Slack is not told that it arrived, and sends it again',
      'what comes in from Slack is kept again',
    ]);
  });

  test('longer than Slack allows in every part is shown cut, never refused', async () => {
    const long = 'parola '.repeat(2000);
    const options = Array.from({ length: 120 }, (_, number) => ({ id: `o${number}`, label: `${number} ${long}` }));
    const { server, lucia, desk, card } = await centre(async () => ({
      ...FORM,
      title: long,
      lines: [long, ' '],
      submit: long,
      cancel: long,
      fields: [
        { kind: 'lines', name: 'a', label: long, hint: long, initial: long, required: true, most: 9000 },
        { kind: 'line', name: 'b', label: 'b', hint: null, initial: 'breve', required: false, most: 20 },
        { kind: 'one-of', name: 'c', label: 'c', hint: null, initial: 'o7', required: true, options },
        { kind: 'any-of', name: 'd', label: 'd', hint: null, initial: 'o1 o2', required: true, options },
        { kind: 'day', name: 'e', label: 'e', hint: null, initial: 'domani', required: false },
      ],
    }));
    await desk.press(lucia, card, 'Rispondi');
    const modal = await lucia.modal();
    expect(modal.title).toBe('parola parola parola…');
    await lucia.submit({});
    await server.settled();
    expect(await server.calls({ method: 'views.open' })).toMatchObject([{ status: 200 }]);
  });
});

describe('"Send to the citizen" on a message', () => {
  test('shows what is written there, and tells where it was', async () => {
    const { server, lucia, desk, post, asked, card, thread } = await centre();
    const said = await thread.say(lucia, 'gentile @Lucia, domani alle 9 & mezza');
    await thread.shortcut(lucia, said, 'send_to_citizen');
    await lucia.modal();
    expect(asked[0]).toMatchObject({
      address: at(server, desk),
      thread: card.ts,
      choice: 'reply',
      written: 'gentile @Lucia, domani alle 9 & mezza',
    });
    await lucia.submit({ Risposta: 'gentile @Lucia, domani alle 9 & mezza ' });
    await server.settled();
    expect(eventsOf(post.taken).at(-1)).toMatchObject({
      kind: 'form',
      choice: 'reply',
      fields: { text: 'gentile @Lucia, domani alle 9 & mezza ' },
      source: `${desk.id}:${said.ts}`,
    });
  });

  test('whose words were changed before they went is no source any more: what is written there later stays there', async () => {
    const { server, lucia, post, thread } = await centre();
    const said = await thread.say(lucia, 'domani alle 9. Tra noi: è un caso difficile');
    await thread.shortcut(lucia, said, 'send_to_citizen');
    await lucia.modal();
    await lucia.submit({ Risposta: 'domani alle 9.' });
    await server.settled();
    expect(eventsOf(post.taken).at(-1)).toMatchObject({
      kind: 'form',
      fields: { text: 'domani alle 9.' },
      source: null,
    });
  });

  test('sends the file that is in it', async () => {
    const { server, lucia, post, thread } = await centre();
    const said = await thread.share(lucia, { name: 'statuto.pdf', content: 'bozza', text: 'ecco la bozza' });
    await thread.shortcut(lucia, said, 'send_to_citizen');
    await lucia.modal();
    await lucia.submit({ Risposta: 'ecco la bozza' });
    await server.settled();
    expect(eventsOf(post.taken).at(-1)).toMatchObject({
      kind: 'form',
      file: { channel: 'slack', id: said.files[0]!.id, kind: 'document', name: 'statuto.pdf', bytes: 5 },
    });
  });

  test('sends all the files that are in it, names them, and needs no words beside them', async () => {
    const { server, lucia, desk, post, thread } = await centre();
    const said = await thread.share(lucia, { name: 'a.pdf', content: 'a', more: [{ name: 'b.pdf', content: 'b' }] });
    await thread.shortcut(lucia, said, 'send_to_citizen');
    expect((await lucia.modal()).lines).toContain('Parte anche: a.pdf, b.pdf');
    await lucia.submit();
    await server.settled();
    const source = `${desk.id}:${said.ts}`;
    const beside = `${source}:${said.files[1]!.id}`;
    expect(eventsOf(post.taken).slice(-2)).toMatchObject([
      { kind: 'form', choice: 'reply', fields: { text: '' }, source, file: { name: 'a.pdf' } },
      { kind: 'form', choice: 'reply', fields: {}, source: beside, file: { name: 'b.pdf' } },
    ]);
    await desk.remove(said);
    await server.settled();
    expect(eventsOf(post.taken).slice(-2)).toEqual([
      { kind: 'deleted', source },
      { kind: 'deleted', source: beside },
    ]);
  });

  test('says which of its files is too large to go, and sends the others', async () => {
    const { server, lucia, post, thread } = await centre();
    const film = { name: 'film.mp4', content: 'x'.repeat(21 * 1024 * 1024) };
    const said = await thread.share(lucia, { name: 'a.pdf', content: 'a', text: 'ecco', more: [film] });
    await thread.shortcut(lucia, said, 'send_to_citizen');
    const { lines } = await lucia.modal();
    expect(lines.slice(2, 4)).toEqual(['Parte anche: a.pdf', 'Non parte, perché è più grande di 20 MB: film.mp4']);
    await lucia.submit({ Risposta: 'ecco' });
    await server.settled();
    expect(eventsOf(post.taken).filter(({ kind }) => kind === 'form')).toMatchObject([{ file: { name: 'a.pdf' } }]);
  });

  test('where there is nothing to answer says so, to who asked alone', async () => {
    const { server, lucia, desk, post } = await centre(async () => null);
    const said = await desk.say(lucia, 'buongiorno');
    await desk.shortcut(lucia, said, 'send_to_citizen');
    expect((await lucia.ephemeral()).lines[0]).toMatch(/^Da qui non parte niente/);
    await desk.shortcut(lucia, said, 'somebody_elses');
    await server.settled();
    expect(post.taken).toEqual([]);
  });
});
