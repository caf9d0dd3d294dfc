import { expect, test, vi } from 'vitest';
import { deskWords } from '../../src/assistant/desk/words/words.ts';
import { handOverWords } from '../../src/assistant/hand-over/words/words.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import type { Talk } from '../support/slack/driver-types.ts';
import type { Person } from '../support/telegram/driver-types.ts';
import { openTwoPlatforms } from './two-platforms.ts';

const MINUTE = 60_000;
const SOON = { timeout: 15_000, interval: 50 };
const CENTRE = { centre: 'Centro di Valverde', place: 'private' };

const readBy = async ({ talk }: Person): Promise<string[]> => (await talk.botMessages()).map(({ text = '' }) => text);
const shownIn = async (thread: Talk): Promise<string[]> =>
  (await thread.botMessages()).map(({ lines }) => lines.join('\n'));
/** Which of these things that were said stand there, in the order in which they stand, as often as they do. */
const among = (texts: readonly string[], said: readonly string[]): string[] =>
  texts.flatMap((text) => said.filter((one) => text.includes(one)));
const count = (texts: readonly string[], text: string): number => texts.filter((one) => one.includes(text)).length;

const toCitizen = (language: Language) => ({
  delayed: handOverWords[language]('delayed', CENTRE),
  arrived: handOverWords[language]('arrived', CENTRE),
});
const toDesk = (language: Language, name: string) => ({
  delayed: deskWords[language]('news_delayed', { name }),
  arrived: deskWords[language]('news_arrived', { name }),
});

const QUESTIONS = {
  it: {
    name: 'Lucia',
    notary: 'Quanto costa il notaio per costituire la cooperativa?',
    money: 'dove troviamo i soldi?',
  },
  fr: {
    name: 'Claire',
    notary: 'Combien coûte le notaire pour créer la coopérative ?',
    money: 'où trouver l’argent ?',
  },
  en: {
    name: 'Meg',
    notary: 'How much is the notary for founding the cooperative?',
    money: 'where do we find the money?',
  },
} as const;

test.each([
  ['nobody is there', 'refused'],
  ['a page of HTML', { kind: 'page', status: 503, body: '<html>' }],
  ['its own trouble', { kind: 'refuse', error: 'internal_error' }],
] as const)(
  'Slack is down for ten minutes (%s) while people wait for a person: each is told once, and served; then all arrives in order, each once',
  async (_, fault) => {
    const both = await openTwoPlatforms('it');
    const people = await Promise.all(
      LANGUAGES.map(async (language) => {
        const { name, notary, money } = QUESTIONS[language];
        const adds = [1, 2, 3].map((number) => `${name.toUpperCase()}-${number}`);
        return { language, notary, money, adds, told: toCitizen(language), who: await both.citizen(name, language) };
      }),
    );
    for (const { who, notary } of people) {
      await both.calm(who.say(notary));
      await both.tap(who, /^person$/);
    }
    await both.slackDown(fault);
    for (const { who } of people) await both.tap(who, /^send=/);
    await both.pass(2 * MINUTE);
    for (const [at] of [1, 2, 3].entries()) {
      for (const { who, money, adds } of people) {
        await both.tap(who, /^add$/);
        await both.calm(who.say(adds[at]!));
        await both.calm(who.say(money));
      }
      await both.pass(2 * MINUTE);
    }
    for (const { who, told } of people) {
      const texts = await readBy(who);
      expect([count(texts, told.delayed), count(texts, told.arrived)]).toEqual([1, 0]);
      expect(count(texts, 'IFaAP')).toBe(3);
    }
    expect(await both.desk.botMessages()).toEqual([]);
    await both.pass(2 * MINUTE);

    await both.slackUp();
    await both.pass(2 * MINUTE);
    const roots = (await both.desk.messages()).filter(({ thread }) => thread === undefined);
    expect(roots).toHaveLength(3);
    for (const { who, notary, adds, told } of people) {
      const root = roots.find(({ lines }) => lines.join().includes(notary))!;
      expect(among(await shownIn(both.desk.threadOf(root)), [notary, ...adds])).toEqual([notary, ...adds]);
      const texts = await readBy(who);
      expect([count(texts, told.delayed), count(texts, told.arrived)]).toEqual([0, 1]);
    }
  },
);

test.each(LANGUAGES)(
  'Telegram is down for ten minutes while staff answers (%s): the thread is told once, then that all has arrived, in order, each once',
  async (language) => {
    const both = await openTwoPlatforms(language);
    const { name, notary } = QUESTIONS[language];
    const told = toDesk(language, name);
    const who = await both.citizen(name, language);
    await both.calm(who.say(notary));
    await both.tap(who, /^person$/);
    await both.tap(who, /^send=/);
    const thread = both.desk.threadOf((await both.desk.botMessages())[0]!);
    const before = await readBy(who);

    await both.telegramDown({ kind: 'page', status: 502, body: '<html>' });
    await both.press(thread, both.staff, 'take');
    const answers = ['ANSWER-1', 'ANSWER-2', 'ANSWER-3'];
    for (const text of answers.slice(0, 2)) await both.answer(thread, text);
    await both.pass(2 * MINUTE);
    await both.answer(thread, answers[2]!);
    await both.press(thread, both.staff, 'close');
    await both.pass(8 * MINUTE);
    const during = await shownIn(thread);
    expect([count(during, told.delayed), count(during, told.arrived)]).toEqual([1, 0]);
    expect(await readBy(who)).toEqual(before);

    await both.telegramUp();
    await both.pass(2 * MINUTE);
    await vi.waitFor(async () => expect(count(await shownIn(thread), told.arrived)).toBe(1), SOON);
    const after = await shownIn(thread);
    expect(count(after, told.delayed)).toBe(1);
    expect(among(after, [told.delayed, told.arrived])).toEqual([told.delayed, told.arrived]);
    const taken = handOverWords[language]('taken', { ...CENTRE, name: 'Anna' });
    const closed = handOverWords[language]('closed', { ...CENTRE, name: 'Anna' });
    const said = [taken, ...answers, closed];
    expect(among(await readBy(who), said)).toEqual(said);
  },
);

test('both are down, one after the other, and the program is begun anew in the middle: nothing is lost, nothing is told twice, order is kept', async () => {
  const both = await openTwoPlatforms('fr');
  const { name, notary } = QUESTIONS.en;
  const told = { citizen: toCitizen('en'), desk: toDesk('fr', name) };
  const who = await both.citizen(name, 'en');
  await both.calm(who.say(notary));
  await both.tap(who, /^person$/);
  await both.tap(who, /^send=/);
  const thread = both.desk.threadOf((await both.desk.botMessages())[0]!);
  await both.press(thread, both.staff, 'take');

  await both.telegramDown({ kind: 'cut', executed: false });
  const answers = ['ANSWER-1', 'ANSWER-2', 'ANSWER-3'];
  for (const text of answers) await both.answer(thread, text);
  await both.pass(3 * MINUTE);
  await both.slackDown('refused');
  const words = ['WORD-1', 'WORD-2', 'WORD-3'];
  for (const word of words) await who.say(word);
  await both.pass(2 * MINUTE);
  await both.restart();
  await both.pass(5 * MINUTE);
  expect(among(await readBy(who), answers)).toEqual([]);

  await both.telegramUp();
  await both.pass(2 * MINUTE);
  await vi.waitFor(async () => expect(among(await readBy(who), answers)).toEqual(answers), SOON);
  await vi.waitFor(async () => {
    await both.pass(2 * MINUTE);
    expect(count(await readBy(who), told.citizen.delayed)).toBe(1);
  }, SOON);
  await both.restart();
  await both.pass(5 * MINUTE);
  await both.slackUp();
  await both.pass(2 * MINUTE);
  await vi.waitFor(async () => expect(count(await readBy(who), told.citizen.arrived)).toBe(1), SOON);

  expect(among(await readBy(who), answers)).toEqual(answers);
  expect(count(await readBy(who), told.citizen.delayed)).toBe(0);
  const shown = await shownIn(thread);
  expect(among(shown, words)).toEqual(words);
  const news = [told.desk.delayed, told.desk.arrived];
  expect(among(shown, news)).toEqual(news);
});
