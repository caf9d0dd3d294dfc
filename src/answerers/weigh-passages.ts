import type { AnswerRequest } from '../answerer.ts';
import type { BankQuestion } from '../domain/bank.ts';
import type { Facet } from '../domain/facet.ts';
import { type Library, passagesOf } from '../domain/library.ts';
import type { Passage, PassageKind } from '../domain/passage.ts';
import { rememberLast } from '../language/remember.ts';
import { learnSection } from './section-model.ts';

/** A passage of the section that is asked, and how well it fits the question and its facet; about 1 for the best one. */
export type Weighed = { readonly passage: Passage; readonly weight: number };

/** That a phase is over is told to who asks for it in so many words. */
const SELDOM = -1;

/** What a kind of passage gains when the question asks for its facet. */
const GAINS: Readonly<Record<Facet, Partial<Record<PassageKind, number>>>> = {
  who: { who: 0.2, done: SELDOM },
  why: { 'what-for': 0.5, done: SELDOM },
  'when-done': { done: 2, 'what-for': 0.5 },
  how: { 'what-for': 0.05, done: SELDOM },
  about: { 'what-for': 0.05, done: SELDOM },
};

/** Passages that all fit less than this fit by chance: then the facet decides. */
const CHANCE = 0.1;

/** All sections of several passages in three languages; each is learned when it is first asked, in about ten milliseconds, and has 0.2 MB. */
const MOST_SECTIONS = 128;

/** Weighs the passages of the asked section, best first; its role is for the groups of others and left out. */
export type Weigh = (request: AnswerRequest) => readonly Weighed[];

export const createWeigh = (library: Library, bank: () => readonly BankQuestion[]): Weigh => {
  const passagesToTell = (language: AnswerRequest['language'], section: AnswerRequest['section']) =>
    passagesOf(library[language], section).filter(({ kind }) => kind !== 'role');
  const modelOf = rememberLast(MOST_SECTIONS, (key) => {
    const [language, section] = key.split(' ') as [AnswerRequest['language'], AnswerRequest['section']];
    const asked = bank().filter((one) => one.language === language && one.meanings.includes(section));
    return learnSection(
      language,
      passagesToTell(language, section),
      asked.map(({ text }) => text),
    );
  });
  return ({ language, section, question, facet }) => {
    const passages = passagesToTell(language, section);
    const fits = passages.length > 1 ? modelOf(`${language} ${section}`)(question) : [1];
    const highest = Math.max(CHANCE, ...fits);
    return passages
      .map((passage, at) => ({ passage, weight: fits[at]! / highest + (GAINS[facet][passage.kind] ?? 0) }))
      .sort((a, b) => b.weight - a.weight);
  };
};
