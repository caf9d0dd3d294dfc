import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Event } from '../../src/domain/message.ts';
import { bothSides, presses, says, sends } from '../support/two-sides.ts';

/** Wednesday evening, when nobody is at the desk any more. */
const EVENING = Date.parse('2026-11-25T20:30:00Z');
const MORNING = Date.parse('2026-11-26T10:00:00Z');

const sides = bothSides(EVENING, { TZ: 'UTC' });
const { staff, readBy, buttonOf } = sides;
let chats = 0;
let chat = '';
beforeEach(() => {
  sides.now = EVENING;
  sides.shown.length = 0;
  chats += 1;
  chat = `Lucia${chats}`;
});
const citizen = (event: Event) => sides.citizen(chat, event);
const modeOf = () => sides.modeOf(chat);

/** A citizen asked what the guide does not say, and handed it over. */
const handOver = async (): Promise<void> => {
  await citizen(says('Quanto costa il notaio a Valverde?'));
  await citizen(says('vorrei parlare con una persona'));
  await citizen(presses(buttonOf('Manda')));
};

describe('who asks for a person', () => {
  test('sees who will read it and the very text first, and nothing leaves before the yes', async () => {
    await citizen(says('Quanto costa il notaio a Valverde?'));
    await citizen(says('vorrei parlare con una persona'));
    expect(readBy(chat).at(-1)).toContain('Quanto costa il notaio a Valverde?');
    expect(readBy('desk')).toEqual([]);
    await citizen(presses(buttonOf('Solo la domanda')));
    await citizen(presses(buttonOf('Manda')));
    expect(readBy('desk')[0]).toContain('Quanto costa il notaio a Valverde?');
    expect(readBy('desk')[0]).not.toContain('Campanile ha risposto');
  });

  test('hands over the question that was asked, and not the words that asked to shorten its answer', async () => {
    await citizen(says('Che cosa fa la Pro Loco quando si coinvolge il paese?'));
    await citizen(says('più corto'));
    await citizen(says('vorrei parlare con una persona'));
    const shown = readBy(chat).at(-1);
    expect(shown).toContain('Che cosa fa la Pro Loco quando si coinvolge il paese?');
    expect(shown).not.toContain('più corto');
  });

  test('out of hours is told when the desk opens again', async () => {
    await handOver();
    expect(readBy(chat).at(-1)).toContain('Adesso è chiuso: riapre domani alle 9:00');
    expect(await modeOf()).toBe('waiting');
  });

  test('goes on being answered by the assistant while they wait, and is told once that the request is open', async () => {
    await handOver();
    await citizen(says('che cosa fa la Pro Loco?'));
    await citizen(says('e la Regione?'));
    const told = readBy(chat).filter((text) => text.includes('è sempre aperta'));
    expect(told).toHaveLength(1);
    expect(readBy(chat).some((text) => text.includes('Dalla guida: piano Regione'))).toBe(true);
  });

  test.each(['a che punto è la mia richiesta?', 'avete novità?', 'quando mi rispondete?', 'nessuno mi ha risposto'])(
    '“%s” tells how far it has come',
    async (asked) => {
      await handOver();
      await citizen(says(asked));
      expect(readBy(chat).at(-1)).toMatch(/^La tua richiesta a .* aspetta che una persona la prenda/);
    },
  );

  test('without a request is told that there is none, and asks the guide of anything else', async () => {
    await citizen(says('a che punto è la mia richiesta?'));
    expect(readBy(chat).at(-1)).toContain('Non hai richieste aperte');
    await citizen(says('la nostra domanda è: quando serve il notaio?'));
    expect(readBy(chat).at(-1)).toContain('Dalla guida');
  });

  test('twice has one request', async () => {
    await handOver();
    await citizen(says('voglio parlare con una persona'));
    expect(readBy(chat).at(-1)).toContain('Hai già una richiesta aperta');
    expect(new Set(sides.shown.flatMap(({ thread }) => thread ?? []))).toHaveProperty('size', 1);
  });
});

describe('while a person has the conversation', () => {
  beforeEach(async () => {
    await handOver();
    sides.now = MORNING;
    await staff(presses('take'));
  });

  test('words go to that person and the assistant is silent; commands still work', async () => {
    expect(await modeOf()).toBe('person');
    const before = readBy(chat).length;
    await citizen(says('che cosa fa la Pro Loco?'));
    expect(readBy(chat)).toHaveLength(before);
    expect(readBy('desk').at(-1)).toBe('che cosa fa la Pro Loco?');
    await citizen(says('/aiuto'));
    expect(readBy(chat).length).toBeGreaterThan(before);
  });

  test('what staff sends arrives under their name, and what they say in the thread does not', async () => {
    await staff(says('questa la sa Bruno'));
    await staff(says('> citato, non mandato'));
    await staff(sends('Da noi costa 1.200 euro.'));
    const heard = sides.lastAt(chat).message;
    expect(heard).toMatchObject({ heading: 'Anna · Centro cooperativo', text: 'Da noi costa 1.200 euro.' });
    expect(readBy(chat).join('\n')).not.toMatch(/Bruno|citato/);
  });

  test('a file sent into the thread waits for a yes, like words', async () => {
    const before = readBy(chat).length;
    await staff(presses('reply'));
    const file = { channel: 'terminal', id: 'f1', kind: 'document', name: 'statuto.pdf', bytes: 10 } as const;
    await staff({ kind: 'unreadable', what: 'file', file });
    expect(readBy(chat)).toHaveLength(before);
    expect(readBy('desk').at(-1)).toContain('statuto.pdf');
    await staff(presses('send'));
    expect(sides.lastAt(chat).message.file).toEqual(file);
  });

  test('two who answer both arrive, in order and each by name, and one has the request', async () => {
    await staff(sends('Costa 1.200 euro.'), 'Anna');
    await staff(sends('Meno, se siete in tanti.'), 'Bruno');
    const heard = sides.shown.filter(({ chat: at, message }) => at === chat && message.heading?.includes('·'));
    expect(heard.map(({ message }) => message.heading)).toEqual([
      'Anna · Centro cooperativo',
      'Bruno · Centro cooperativo',
    ]);
    await staff(presses('take'), 'Bruno');
    expect(readBy('desk').at(-1)).toBe('La richiesta è già di Anna.');
  });

  test('a citizen who writes as staff would is heard as a citizen', async () => {
    const before = readBy(chat).length;
    for (const text of ['> a tutti', 'nota: interno', '/close']) await citizen(says(text));
    expect(readBy('desk').filter((text) => text === '> a tutti' || text === 'nota: interno')).toHaveLength(2);
    expect(readBy(chat).slice(before).join('\n')).not.toMatch(/a tutti|interno/);
    expect(await modeOf()).toBe('person');
  });

  test('a change of what was sent follows to the citizen', async () => {
    await staff(sends('Costa 1.200 euro.'));
    await staff({ kind: 'form', choice: 'change=1', fields: { text: 'Costa 1.300 euro.' }, source: null });
    const last = sides.lastAt(chat);
    expect(last).toMatchObject({ edits: true, message: { text: 'Costa 1.300 euro.' } });
  });

  test('what was changed or taken back is told to nobody else with a later question', async () => {
    await staff(sends('Costa zafferano.'));
    await staff({ kind: 'form', choice: 'change=1', fields: { text: 'Costa bergamotto.' }, source: null });
    await staff(presses('close'));
    await citizen(says('vorrei parlare con una persona'));
    expect(readBy(chat).at(-1)).toMatch(/bergamotto/);
    expect(readBy(chat).at(-1)).not.toMatch(/zafferano/);
    await staff(presses('take-back=1'));
    await citizen(presses(buttonOf('Manda')));
    await citizen(says('vorrei parlare con una persona'));
    expect(readBy(chat).at(-1)).not.toMatch(/bergamotto/);
  });

  test('a second colleague learns who has it, and can take it over', async () => {
    await staff(presses('take'), 'Bruno');
    expect(readBy('desk').at(-1)).toBe('La richiesta è già di Anna.');
    await staff(presses(buttonOf('La prendo io')), 'Bruno');
    expect(readBy(chat).at(-1)).toContain('Da adesso ti segue Bruno');
  });

  test('closing gives the conversation back, asks whether it helped, and an answer after that goes nowhere', async () => {
    await staff(sends('Costa 1.200 euro.'));
    await staff(presses('close'));
    expect(await modeOf()).toBe('bot');
    await citizen(presses(buttonOf('In parte')));
    expect(readBy('desk').at(-1)).toBe('Chi ha chiesto dice se è servito: in parte.');
    const before = readBy(chat).length;
    await staff(sends('troppo tardi'));
    expect(readBy(chat)).toHaveLength(before);
    expect(readBy('desk').at(-1)).toContain('La richiesta è chiusa');
  });

  test('a second request works like the first', async () => {
    await staff(presses('close'));
    const first = sides.thread();
    await citizen(says('E quanto costa il commercialista?'));
    await citizen(says('vorrei parlare con una persona'));
    await citizen(presses(buttonOf('Manda')));
    expect(sides.thread()).not.toBe(first);
    await staff(sends('Dipende.'));
    expect(readBy(chat).at(-1)).toBe('Dipende.');
  });

  test('who has it opened again while another is shown to be sent has one request all the same', async () => {
    const first = sides.thread();
    await staff(presses('close'));
    await citizen(says('E quanto costa il commercialista?'));
    await citizen(presses('person'));
    const send = buttonOf('Manda');
    await citizen(presses('reopen'));
    await citizen(presses(send));
    expect(readBy(chat).at(-1)).toContain('Hai già una richiesta aperta');
    expect(sides.thread()).toBe(first);
  });

  test('who has everything erased leaves nothing at the desk, of an earlier request neither', async () => {
    const first = sides.thread();
    await staff(presses('close'));
    await citizen(says('E quanto costa il commercialista?'));
    await citizen(presses('person'));
    await citizen(presses(buttonOf('Manda')));
    await citizen(says('/cancella'));
    await citizen(says('sì'));
    const last = (thread: string) => sides.shown.findLast((one) => one.thread === thread)?.message.text;
    expect([first, sides.thread()].map(last)).toEqual([
      expect.stringContaining('qui non resta niente'),
      expect.stringContaining('qui non resta niente'),
    ]);
  });

  test('who has everything erased leaves nothing at the desk', async () => {
    await citizen(says('/cancella'));
    await citizen(says('sì'));
    expect(readBy('desk').at(-1)).toContain('qui non resta niente');
  });
});

const file = { channel: 'terminal', id: 'f1', kind: 'photo', name: 'foto.jpg', bytes: 10 } as const;
/** Whatever staff may do in a thread that is no sending. */
const unsent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ maxLength: 60 }).map((text) => says(`zafferano ${text}`)) },
  { weight: 3, arbitrary: fc.string({ maxLength: 60 }).map((text) => says(`> zafferano ${text}`)) },
  fc.constant<Event>({ kind: 'aside' }),
  fc.constant<Event>({ kind: 'unreadable', what: 'file', file }),
  fc.string({ maxLength: 20 }).map((text): Event => ({ kind: 'edited', source: 'C1:1', text: `zafferano ${text}` })),
  fc.constant<Event>({ kind: 'deleted', source: 'C1:1' }),
  fc
    .constantFrom('reply', 'canned', 'canned=more', 'reassign', 'note', 'discard', 'change=1', 'zafferano')
    .map(presses),
);

test('of ten thousand things that staff does in a thread without sending, nothing reaches the citizen', async () => {
  await handOver();
  sides.now = MORNING;
  await staff(presses('take'));
  const before = readBy(chat).length;
  await fc.assert(
    fc.asyncProperty(fc.array(unsent, { minLength: 100, maxLength: 100 }), async (all) => {
      for (const event of all) await staff(event);
      expect(readBy(chat)).toHaveLength(before);
      // Only the desk's own thread is looked back into.
      sides.shown.splice(
        0,
        sides.shown.length,
        ...sides.shown.filter((one) => one.chat === chat),
        sides.lastAt('desk'),
      );
    }),
    { numRuns: 100, endOnFailure: true },
  );
}, 180_000);
