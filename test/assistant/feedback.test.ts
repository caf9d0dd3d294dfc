import { describe, expect, onTestFinished, test } from 'vitest';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Event, Message } from '../../src/domain/message.ts';
import type { Store } from '../../src/store.ts';
import { openTestApp } from '../support/app.ts';
import { ownDataFolder } from '../support/run.ts';

const WITH_DESK = { desk: 'test:desk' };
const HOUR = 3_600_000;

type Chat = {
  /** Says or presses it; gives the messages that were posted, those that were changed, and what was shown beside the button. */
  readonly says: (text: string, who?: string) => Promise<Came>;
  readonly presses: (choice: string, who?: string) => Promise<Came>;
  readonly later: (milliseconds: number) => void;
  readonly kept: () => Promise<Conversation | undefined>;
  readonly store: Store;
};
type Came = {
  readonly posted: readonly Message[];
  readonly changed: ReadonlyMap<string, Message>;
  readonly note: string | null;
};

/** A chat with the whole app, in a group of three or in private. */
const openChat = async (place: 'private' | 'group', desk: { readonly desk?: string } = {}): Promise<Chat> => {
  let posted: Message[] = [];
  let changed = new Map<string, Message>();
  let note: string | null = null;
  let clock = Date.UTC(2026, 10, 25, 10);
  let count = 0;
  const app = await openTestApp(ownDataFolder());
  const address = `test:${place}`;
  const service = await app.serve(
    [
      {
        name: 'test',
        start: async () => {},
        stop: async () => {},
        send: async (delivery, shownAs) => {
          if (delivery.kind === 'post') posted.push(delivery.message);
          if (delivery.kind === 'update') changed.set(delivery.key, delivery.message);
          return { kind: 'shown', as: shownAs ?? delivery.key };
        },
        answerPress: (_, shown) => {
          note = shown;
        },
        isMember: async (_, person) => person !== 'stranger',
      },
    ],
    { now: () => clock, ...desk },
  );
  const store = await app.openStore(false);
  await service.pipeline.start();
  onTestFinished(async () => {
    await service.pipeline.stop(1000);
    await store.close();
    await service.close();
  });
  const comes = async (event: Event, who: string): Promise<Came> => {
    posted = [];
    changed = new Map();
    note = null;
    count += 1;
    clock += 1000;
    const from = { id: who, name: who, home: null, language: 'it', admin: false } as const;
    const title = place === 'group' ? 'Pro Loco' : null;
    await service.pipeline.take([
      { channel: 'test', id: `u${count}`, incoming: { address, place, title, from, at: clock, event } },
    ]);
    await service.pipeline.settled();
    return { posted, changed, note };
  };
  return {
    says: (text, who = 'ada') => comes({ kind: 'text', text }, who),
    presses: (choice, who = 'ada') => comes({ kind: 'press', choice, ticket: 't' }, who),
    later: (milliseconds) => {
      clock += milliseconds;
    },
    kept: async () => (await store.load(address))?.conversation,
    store,
  };
};

const idsOf = (message: Message | undefined): string[][] =>
  (message?.choices ?? []).map((row) => row.map(({ id }) => id));
const labelsOf = (message: Message | undefined): string[] => (message?.choices ?? []).flat().map(({ label }) => label);
const judgedIn = async ({ store }: Chat) =>
  (await store.feedback()).map(({ answer, person, useful, lack }) => [answer, person, useful, lack]);

describe('under an answer', () => {
  test('stand two buttons that judge it, and one for a person where a desk answers', async () => {
    const without = await openChat('private');
    expect(idsOf((await without.says('chi coinvolge la Pro Loco?')).posted[0])).toEqual([['useful=1', 'useless=1']]);
    const chat = await openChat('private', WITH_DESK);
    const { posted } = await chat.says('chi coinvolge la Pro Loco?');
    expect(idsOf(posted[0])).toEqual([['useful=1', 'useless=1', 'person']]);
    expect(labelsOf(posted[0])).toEqual(['Utile', 'Non utile', 'Una persona']);
    expect(labelsOf((await chat.says('qui peut aider la mairie à trouver de l’argent ?')).posted[0])).toEqual([
      'Utile',
      'Pas utile',
      'Une personne',
    ]);
  });

  test('they come last, one row, each short enough for an old phone, also where the guide says nothing', async () => {
    const chat = await openChat('private', WITH_DESK);
    for (const text of ['quanto costa il notaio?', 'noi della Pro Loco, chi dobbiamo coinvolgere?']) {
      const { posted } = await chat.says(text);
      const row = posted[0]?.choices.at(-1) ?? [];
      expect(row.map(({ id }) => id.replace(/=.*/, ''))).toEqual(['useful', 'useless', 'person']);
      for (const { label } of row) expect(label.length).toBeLessThanOrEqual(14);
    }
  });

  test.each([
    ...['ciao', 'grazie', 'siamo la Pro Loco', 'lista', '/fase 2', 'il punto 1 è fatto', 'diario', 'avanti'],
    ...['quale piano fa per noi?', 'chi ha vinto la partita?', 'privacy', 'abbiamo un’idea e un forno vuoto'],
  ])('“%s” is no question: nothing is there to judge', async (text) => {
    const chat = await openChat('private', WITH_DESK);
    await chat.says('/piano pro loco');
    const { posted } = await chat.says(text);
    expect(posted.flatMap((message) => idsOf(message).flat()).filter((id) => id.startsWith('use'))).toEqual([]);
  });

  test('sections that are offered are no answer yet; the one that is picked is, and the question stays as it was asked', async () => {
    const chat = await openChat('private');
    const { posted } = await chat.says('nuova vita per il paese');
    const [[section]] = idsOf(posted[0]) as [[string]];
    expect(idsOf(posted[0]).flat()).not.toContain('useful=1');
    const picked = await chat.presses(section);
    expect(idsOf(picked.posted[0])).toEqual([['useful=2', 'useless=2']]);
    expect((await chat.kept())?.asked?.question).toBe('nuova vita per il paese');
  });
});

describe('a judgement', () => {
  test('useful is kept and thanked beside the button; no message comes of it', async () => {
    const chat = await openChat('private');
    const { posted } = await chat.says('chi coinvolge la Pro Loco?');
    const { posted: told, changed, note } = await chat.presses('useful=1');
    expect([told, note]).toEqual([[], "Grazie, l'ho segnato."]);
    expect(await chat.store.feedback()).toMatchObject([
      { answer: 'm1', person: 'ada', useful: true, lack: null, language: 'it', passages: expect.arrayContaining([]) },
    ]);
    expect((await chat.store.feedback())[0]?.passages).toEqual(posted[0]?.citations.map(({ passage }) => passage));
    // The row goes, the answer stays as it was read, with what introduced it.
    expect(changed.get('m1')).toEqual({ ...posted[0], choices: [] });
    expect(changed.get('m1')?.text).toContain('Sono Campanile');
  });

  test('not useful is kept at once, and what was missing is asked in one tap', async () => {
    const chat = await openChat('private');
    await chat.says('chi coinvolge la Pro Loco?');
    const { posted } = await chat.presses('useless=1');
    expect(posted.map(({ text }) => text)).toEqual(['Che cosa mancava?']);
    expect(idsOf(posted[0])).toEqual([['lack=1.other', 'lack=1.more', 'lack=1.unclear']]);
    expect(labelsOf(posted[0])).toEqual(['Chiedevo altro', 'Manca qualcosa', 'Non è chiaro']);
    expect(await judgedIn(chat)).toEqual([['m1', 'ada', false, null]]);
    const { changed, note } = await chat.presses('lack=1.more');
    expect(note).toBe("Grazie, l'ho segnato.");
    expect(changed.get('lack1')).toMatchObject({ text: "Grazie, l'ho segnato.", choices: [] });
    expect(await judgedIn(chat)).toEqual([['m1', 'ada', false, 'more']]);
  });

  test('of the same person takes the place of the one before; of another stands beside it', async () => {
    const chat = await openChat('group');
    await chat.says('chi coinvolge la Pro Loco?');
    await chat.presses('useful=1');
    await chat.presses('useful=1');
    await chat.presses('useless=1');
    await chat.presses('useful=1', 'ugo');
    expect(await judgedIn(chat)).toEqual([
      ['m1', 'ugo', true, null],
      ['m1', 'ada', false, null],
    ]);
  });

  test('of an answer that is long gone keeps nothing, and says so', async () => {
    const chat = await openChat('private');
    for (let count = 0; count < 11; count++) await chat.says('chi coinvolge la Pro Loco?');
    const { posted, changed, note } = await chat.presses('useful=1');
    expect([posted, changed.size, note]).toEqual([[], 0, 'Questa risposta è vecchia: non la segno più.']);
    expect((await chat.presses('useful=2')).note).toBe("Grazie, l'ho segnato.");
    expect(await judgedIn(chat)).toEqual([['m2', 'ada', true, null]]);
  });

  test.each(['useful=', 'useful=x', 'useful=1.more', 'lack=1', 'lack=1.all', 'lack=.more', 'useless=1=1'])(
    'by the button %s, which nobody was shown, keeps nothing',
    async (choice) => {
      const chat = await openChat('private');
      await chat.says('/piano pro loco');
      await chat.says('chi coinvolge la Pro Loco?');
      await chat.presses(choice);
      expect(await judgedIn(chat)).toEqual([]);
    },
  );

  test.each(['private', 'group'] as const)(
    'of what an answer lacked is kept only where that was asked; in a %s the button is told to be old',
    async (place) => {
      const chat = await openChat(place);
      await chat.says('/piano pro loco');
      await chat.says('/fase 2');
      await chat.says('chi coinvolge la Pro Loco?');
      const number = (await chat.kept())!.judged.at(-1)!.number;
      expect((await chat.presses(`lack=${number}.more`)).note).toContain('Questo bottone è vecchio');
      expect(await judgedIn(chat)).toEqual([]);
      await chat.presses(`useless=${number}`);
      await chat.presses(`lack=${number}.more`);
      expect(await judgedIn(chat)).toEqual([[`m${number}`, 'ada', false, 'more']]);
    },
  );

  test('of somebody who is not in the group is none', async () => {
    const chat = await openChat('group');
    await chat.says('chi coinvolge la Pro Loco?');
    expect((await chat.presses('useful=1', 'stranger')).note).toBe('Questo bottone è solo per chi è nel gruppo.');
    expect(await judgedIn(chat)).toEqual([]);
  });
});

describe('the buttons of an answer', () => {
  test('in a group go with the first press, and with the next answer', async () => {
    const chat = await openChat('group');
    const first = await chat.says('chi coinvolge la Pro Loco?');
    const second = await chat.says('quanto costa il notaio?');
    expect(second.changed.get('m1')).toEqual({ ...first.posted[0], choices: [] });
    const { changed } = await chat.presses('useful=2', 'ugo');
    expect(changed.get('m2')).toEqual({ ...second.posted[0], choices: [] });
    expect((await chat.says('e chi aiuta il comune?')).changed.size).toBe(0);
  });

  test('in a group the question of what was missing is asked once, and goes with the next answer too', async () => {
    const chat = await openChat('group');
    await chat.says('chi coinvolge la Pro Loco?');
    const [first, second] = [await chat.presses('useless=1'), await chat.presses('useless=1', 'ugo')];
    expect([first.posted.length, second.posted.length, second.note]).toEqual([1, 0, "Grazie, l'ho segnato."]);
    const { changed } = await chat.says('quanto costa il notaio?');
    expect(changed.get('lack1')).toMatchObject({ text: "Grazie, l'ho segnato.", choices: [] });
    expect(await judgedIn(chat)).toHaveLength(2);
  });

  test('in private stay until the answer is judged: the next answer changes nothing above it', async () => {
    const chat = await openChat('private');
    await chat.says('chi coinvolge la Pro Loco?');
    expect((await chat.says('quanto costa il notaio?')).changed.size).toBe(0);
    expect((await chat.presses('useful=1')).changed.size).toBe(0);
    expect(await judgedIn(chat)).toEqual([['m1', 'ada', true, null]]);
  });
});

describe('what was asked last', () => {
  test('is kept with its answer, its sources and what it lacked, for a person to be asked', async () => {
    const chat = await openChat('group');
    await chat.says('chi coinvolge la Pro Loco?');
    await chat.says('quanto costa il notaio?', 'ugo');
    const { asked } = (await chat.kept())!;
    expect(asked).toMatchObject({
      by: { id: 'ugo', name: 'ugo' },
      question: 'quanto costa il notaio?',
      missing: ['quanto costa il notaio?'],
    });
    expect(asked?.answer).toContain('la guida non parla');
    expect(asked?.citations.length).toBeGreaterThan(0);
    await chat.says('grazie');
    expect((await chat.kept())?.asked).toEqual(asked);
  });

  test('is forgotten after a day', async () => {
    const chat = await openChat('group');
    await chat.says('chi coinvolge la Pro Loco?');
    chat.later(23 * HOUR);
    await chat.says('grazie');
    expect((await chat.kept())?.asked).not.toBeNull();
    chat.later(HOUR);
    await chat.says('grazie');
    const kept = JSON.stringify(await chat.kept());
    expect(kept).not.toContain('chi coinvolge');
    expect(kept).not.toContain('Dalla guida');
  });

  test('is forgotten on disk too where nobody comes back', async () => {
    const chat = await openChat('group');
    await chat.says('chi coinvolge la Pro Loco?');
    const { asked } = (await chat.kept())!;
    await chat.store.forgetAsked(asked!.at);
    expect((await chat.kept())?.asked).not.toBeNull();
    await chat.store.forgetAsked(asked!.at + 1);
    const kept = JSON.stringify(await chat.kept());
    expect(kept).not.toContain('chi coinvolge');
    expect(kept).not.toContain('Dalla guida');
  });
});
