import { describe, expect, test } from 'vitest';
import { album } from '../support/telegram/samples.ts';
import { openDeskVillage } from './desk-village.ts';

describe('a desk in a Telegram staff group', () => {
  test('takes a request in its topic, asks for the words, shows them, and only what is sent arrives', async () => {
    const village = await openDeskVillage();
    const { staff, lucia, maria, calm, tap, handOver, server, lines } = village;
    const topic = await handOver();
    await calm(staff.say(lucia, 'secondo me NOVE', { topic }));
    await tap(staff, lucia, /^take$/);
    await tap(staff, lucia, /^reply$/);
    await calm(staff.say(lucia, 'Di solito MILLE euro.', { replyTo: (await staff.last())! }));
    expect(await maria.talk.transcript()).not.toContain('MILLE');
    await tap(staff, lucia, /^send$/);
    expect((await maria.talk.last())?.text).toBe('Lucia · Sportello di Valverde\n\nDi solito MILLE euro.');
    expect(await maria.talk.transcript()).not.toContain('NOVE');
    expect((await server.calls()).filter(({ status }) => status !== 200)).toEqual([]);
    expect(lines.filter((line) => !/key was made/.test(line))).toEqual([]);
  });

  test('sends links with where they lead, and no picture that stands elsewhere, as it is shown before', async () => {
    const village = await openDeskVillage();
    const { staff, bruno, maria, calm, tap, handOver } = village;
    await handOver();
    await tap(staff, bruno, /^take$/);
    await tap(staff, bruno, /^reply$/);
    const text = 'Vedi https://comune.it e il bando. \u200b![](https://evil.example/p.gif)';
    const link = (words: string, url: string) => ({
      type: 'text_link' as const,
      offset: text.indexOf(words),
      length: words.length,
      url,
    });
    const entities = [
      link('https://comune.it', 'https://evil.example'),
      link('il bando', 'https://regione.it/bando'),
      link('\u200b', 'https://evil.example/seen.png'),
    ];
    await calm(staff.say(bruno, text, { entities, replyTo: (await staff.last())! }));
    const plain = 'Vedi https://comune.it (https://evil.example) e il bando (https://regione.it/bando).';
    expect((await staff.last())?.text).toMatch(new RegExp(`${plain.replace(/[().?]/g, '\\$&')}$`));
    await tap(staff, bruno, /^send$/);
    const sent = (await maria.talk.last())!;
    expect(sent.text).toBe(`Bruno · Sportello di Valverde\n\n${plain}`);
    expect([sent.entities].flat().map((one) => one?.type)).toEqual(['bold']);
    const call = (await maria.talk.calls({ method: 'sendMessage' })).at(-1)!;
    expect(call.payload.link_preview_options).toEqual({ is_disabled: true });
  });

  test('sends every picture of an album, in order, shown once before it goes and marked once as a person’s', async () => {
    const village = await openDeskVillage();
    const { staff, bruno, lucia, maria, calm, tap, handOver } = village;
    const topic = await handOver();
    await tap(staff, bruno, /^take$/);
    await tap(staff, bruno, /^reply$/);
    const asked = (await staff.last())!;
    for (const photo of album(3, 'Ecco i moduli.')) await staff.send(bruno, photo, { replyTo: asked });
    await staff.send(lucia, { ...album(1, 'SEGRETO', 'other')[0] }, { topic });
    await calm(Promise.resolve());
    const before = (await maria.talk.messages()).length;
    await tap(staff, bruno, /^send$/);
    const seen = (await maria.talk.messages())
      .slice(before)
      .map(({ caption, photo }) => [caption, photo?.[0]?.file_id]);
    expect(seen).toEqual([
      ['Bruno · Sportello di Valverde\n\nEcco i moduli.', 'album-1-1-id'],
      [undefined, 'album-1-2-id'],
      [undefined, 'album-1-3-id'],
    ]);
    const confirmations = (await staff.botMessages()).filter(({ text }) => text?.startsWith('Questo va a Maria'));
    expect(confirmations.map(({ text }) => text?.split('\n').slice(2))).toEqual([
      ['Ecco i moduli.', 'photo.jpg', 'photo.jpg', 'photo.jpg'],
    ]);
    await tap(staff, bruno, /^take-back=2$/);
    expect((await maria.talk.messages()).slice(before).map(({ photo }) => photo?.[0]?.file_id)).toEqual([
      'album-1-1-id',
      'album-1-3-id',
    ]);
  });

  test('gets every picture of a citizen’s album, in order, under their name once, also where only one answer was asked for', async () => {
    const village = await openDeskVillage();
    const { staff, bruno, maria, calm, tap, handOver } = village;
    await handOver();
    await tap(maria.talk, maria, /^add$/);
    const before = (await staff.messages()).length;
    for (const photo of album(3, 'Il nostro forno')) await maria.send(photo, { replyTo: (await maria.talk.last())! });
    await calm(Promise.resolve());
    await tap(staff, bruno, /^take$/);
    for (const { caption: _, ...photo } of album(2, '', 'album-2')) await maria.send(photo);
    await calm(Promise.resolve());
    const pictures = (await staff.messages()).slice(before).filter(({ photo }) => photo);
    expect(pictures.map(({ caption, photo }) => [caption, photo?.[0]?.file_id])).toEqual([
      ['Maria\n\nIl nostro forno', 'album-1-1-id'],
      [undefined, 'album-1-2-id'],
      [undefined, 'album-1-3-id'],
      ['Maria', 'album-2-1-id'],
      [undefined, 'album-2-2-id'],
    ]);
  });

  test('shows all of a long question below its card, which is changed in place', async () => {
    const village = await openDeskVillage();
    const { staff, lucia, tap, handOver, server, lines } = village;
    const question = `Quanto costa il notaio a Valverde? ${'Siamo in tanti e ci teniamo molto. '.repeat(110)}Grazie!`;
    await handOver(question);
    await tap(staff, lucia, /^take$/);
    const [card, ...rest] = (await staff.botMessages()).map(({ text }) => text ?? '').filter((text) => text !== '');
    expect(card).toMatch(/^Richiesta di Maria\n\nÈ di Lucia[\s\S]*…\n\nQuello che si scrive qui resta qui/);
    expect(rest.at(-1)).toBe('La richiesta è di Lucia.');
    expect(rest.slice(0, -1).join('\n')).toContain('Grazie!\nCampanile ha risposto');
    expect((await server.calls()).filter(({ status }) => status !== 200)).toEqual([]);
    expect(lines.filter((line) => !/key was made/.test(line))).toEqual([]);
  });

  test('closes the topic with the request, and opens it again with it', async () => {
    const village = await openDeskVillage();
    const { staff, bruno, maria, calm, tap, handOver } = village;
    const topic = await handOver();
    const isClosed = async () => (await staff.topics())[0]?.closed;
    await tap(staff, bruno, /^take$/);
    expect(await isClosed()).toBe(false);
    await tap(staff, bruno, /^close$/);
    expect(await isClosed()).toBe(true);
    expect(await staff.transcript(topic)).toMatch(/– Campanile closed the topic –$/);
    // That it helped is told in the closed topic; that more is needed opens it.
    await tap(maria.talk, maria, /^rate=1$/);
    expect([await isClosed(), (await staff.last())?.text]).toEqual([true, 'Chi ha chiesto dice se è servito: no.']);
    await tap(maria.talk, maria, /^reopen$/);
    expect(await isClosed()).toBe(false);
    expect((await staff.last())?.text).toBe('La richiesta è di nuovo in attesa.');
    await tap(staff, bruno, /^close$/);
    await tap(staff, bruno, /^reopen$/);
    expect(await isClosed()).toBe(false);
    await calm(maria.say('/cancella'));
    await tap(maria.talk, maria, /^yes=/);
    expect(await isClosed()).toBe(true);
    expect(await staff.topics()).toHaveLength(1);
  });

  test('a topic that staff closes by hand tells the citizen nothing, says how the request is closed, and opens when they write', async () => {
    const village = await openDeskVillage();
    const { staff, lucia, bruno, maria, calm, tap, handOver } = village;
    const topic = await handOver();
    await tap(staff, bruno, /^take$/);
    const before = (await maria.talk.botMessages()).length;
    await calm(staff.closeTopic(lucia, topic));
    expect((await staff.last())?.text).toMatch(/la richiesta di Maria è ancora aperta.*«Chiudi»/);
    expect((await maria.talk.botMessages()).length).toBe(before);
    expect(await staff.topics()).toMatchObject([{ closed: true }]);
    await calm(maria.say('E quanto ci vuole?'));
    expect(await staff.topics()).toMatchObject([{ closed: false }]);
    expect((await staff.last())?.text).toContain('E quanto ci vuole?');
    await calm(staff.say(bruno, 'ci penso io', { topic }));
    await calm(staff.closeTopic(lucia, topic));
    await tap(staff, bruno, /^close$/);
    expect((await maria.talk.last())?.text).toContain('Bruno');
    const { length } = await staff.messages();
    await calm(staff.reopenTopic(lucia, topic));
    await calm(staff.closeTopic(lucia, topic));
    expect(await staff.messages()).toHaveLength(length + 2);
  });

  test.each([
    ['without topics', { forum: false }],
    ['where the bot may not manage them', { topics: false }],
    ['where the bot is no administrator', { bot: 'member' }],
  ] as const)('%s closes a request all the same, with no word too much', async (_, options) => {
    const village = await openDeskVillage(options);
    const { staff, bruno, maria, tap, handOver, server, lines } = village;
    await handOver();
    await tap(staff, bruno, /^take$/);
    await tap(staff, bruno, /^close$/);
    await tap(maria.talk, maria, /^rate=1$/);
    await tap(maria.talk, maria, /^reopen$/);
    await tap(staff, bruno, /^close$/);
    const failed = (await server.calls()).filter(({ status }) => status !== 200).map(({ method }) => method);
    expect(failed).toEqual(['createForumTopic']);
    expect(lines.filter((line) => !/key was made/.test(line))).toEqual([
      expect.stringContaining('turn topics on in its settings'),
    ]);
    expect(await staff.topics()).toEqual([]);
  });

  test('a button that is old, or that nobody was shown, is told so for a moment and changes nothing', async () => {
    const village = await openDeskVillage();
    const { staff, lucia, maria, calm, handOver } = village;
    const topic = await handOver();
    const [card] = (await staff.botMessages()).filter(({ message_thread_id }) => message_thread_id === topic);
    const before = [(await staff.botMessages()).length, (await maria.talk.botMessages()).length];
    for (const data of ['note', 'canned=nothing', 'change=9', 'assign=nobody', 'tutor=nobody', 'x', '__proto__']) {
      const press = await calm(staff.press(lucia, card!, data, { stale: true }));
      expect([data, (await press.answer()).text]).toEqual([data, 'Questo bottone non vale più.']);
    }
    expect([(await staff.botMessages()).length, (await maria.talk.botMessages()).length]).toEqual(before);
  });

  test('such a button outside of its requests brings what is open', async () => {
    const village = await openDeskVillage();
    const { staff, lucia, calm, handOver } = village;
    await handOver();
    await calm(staff.say(lucia, '@campanile_bot che c’è?'));
    const board = (await staff.last())!;
    const press = await calm(staff.press(lucia, board, 'x', { stale: true }));
    expect((await press.answer()).text).toBe('Questo bottone non vale più.');
    expect((await staff.last())?.text).toMatch(/^Richieste aperte: 1/);
    expect((await (await calm(staff.press(lucia, board, 'requests'))).answer()).text).toBe('');
  });
});

describe('a staff group that becomes a supergroup', () => {
  test.each(['old-first', 'new-first', 'silent'] as const)(
    'goes on there with all its requests, told %s',
    async (order) => {
      const village = await openDeskVillage({ type: 'group', forum: false });
      const { staff, bruno, maria, luca, calm, tap, handOver, lines, restart } = village;
      await handOver();
      await tap(staff, bruno, /^take$/);
      const fresh = await staff.migrate(order);
      await calm(maria.say('E quanto ci vuole?'));
      const shown = async () => (await fresh.botMessages()).map(({ text }) => text ?? '');
      expect(await shown()).toEqual([
        expect.stringMatching(/^Richiesta di Maria\n\nÈ di Bruno[\s\S]*Quanto costa il notaio/),
        expect.stringContaining('E quanto ci vuole?'),
      ]);
      await tap(fresh, bruno, /^reply$/);
      await calm(fresh.say(bruno, 'Una SETTIMANA.', { replyTo: (await fresh.last())! }));
      await tap(fresh, bruno, /^send$/);
      expect((await maria.talk.last())?.text).toContain('Una SETTIMANA.');
      const told = () =>
        lines.filter((line) => line.includes(`write "telegram:${fresh.id}" in its place in CENTRES_FILE`));
      expect(told()).toHaveLength(1);

      // The file still tells the old number at the next start.
      await restart();
      expect(told()).toHaveLength(2);
      await calm(luca.say('Quanto costa il notaio a Valverde?'));
      await tap(luca.talk, luca, /^person$/);
      await tap(luca.talk, luca, /^send=/);
      expect((await shown()).at(-1)).toContain('Richiesta di Luca');
      await calm(fresh.say(bruno, '@campanile_bot che c’è?'));
      expect((await shown()).at(-1)).toMatch(/^Richieste aperte: 2/);
      await tap(fresh, bruno, /^take$/);
      expect((await luca.talk.last())?.text).toContain('Bruno di Sportello di Valverde ha preso la tua richiesta');
    },
  );
});
