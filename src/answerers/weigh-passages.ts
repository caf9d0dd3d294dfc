import type { AnswerRequest } from '../answerer.ts';
import type { BankQuestion } from '../domain/bank.ts';
import type { Facet } from '../domain/facet.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import { type Library, passagesOf } from '../domain/library.ts';
import { isSection, type SectionId } from '../domain/meaning.ts';
import { nameOf, type Passage, type PassageKind } from '../domain/passage.ts';
import { rememberLast } from '../language/remember.ts';
import { learnKinds, learnSection } from './section-model.ts';

/** A passage of the section that is asked, and how much speaks for its being the one asked for. */
export type Weighed = { readonly passage: Passage; readonly weight: number };

/** The passages of the asked section, best first, without its role, which is for the groups of others; and whether all of them are asked for. */
export type Weights = { readonly passages: readonly Weighed[]; readonly asksForAll: boolean };

export type Weigh = (request: AnswerRequest) => Weights;

/** All sections of several passages in three languages; each is learned when it is first asked, in some fifteen milliseconds, and has 0.4 MB. */
const MOST_SECTIONS = 128;

/** How much what is asked of any section ("who?", "why?") counts beside what is asked of this one. */
const SHARE_OF_KINDS = 0.5;

/** Who asks nothing but this asks for this kind of passage. */
const KIND_OF: Readonly<Partial<Record<Facet, PassageKind>>> = { who: 'who', why: 'what-for', 'when-done': 'done' };

/** More than any weight. */
const CERTAIN = 1;

export const createWeigh = (library: Library, bank: () => readonly BankQuestion[]): Weigh => {
  const passagesToTell = (language: Language, section: SectionId) =>
    passagesOf(library[language], section).filter(({ kind }) => kind !== 'role');

  /** The questions of a language of which it was written down what they want. */
  const wantingOf = rememberLast(LANGUAGES.length, (language: string) =>
    bank().flatMap(({ language: own, meanings: [section], text, wanted }) =>
      own === language && wanted && isSection(section) ? [{ section, text, wanted }] : [],
    ),
  );
  const sectionModelOf = rememberLast(MOST_SECTIONS, (key) => {
    const [language, section] = key.split(' ') as [Language, SectionId];
    const questions = wantingOf(language).filter((question) => question.section === section);
    return learnSection(language, passagesToTell(language, section), questions);
  });
  const kindModelOf = rememberLast(LANGUAGES.length, (key) => {
    const language = key as Language;
    const kindsOf = (section: SectionId, names: readonly string[]) =>
      passagesToTell(language, section).flatMap((passage) => (names.includes(nameOf(passage)) ? [passage.kind] : []));
    return learnKinds(
      language,
      wantingOf(language).map(({ section, text, wanted }) => ({
        text,
        kinds: wanted === 'all' ? wanted : [...new Set(kindsOf(section, wanted))],
      })),
    );
  });

  return ({ language, section, question, facet }) => {
    const passages = passagesToTell(language, section);
    if (passages.length < 2)
      return { passages: passages.map((passage) => ({ passage, weight: CERTAIN })), asksForAll: false };
    const asked = sectionModelOf(`${language} ${section}`)(question);
    const asksFor = kindModelOf(language)(question);
    const isBare = question === '';
    const weightOf = (passage: Passage, at: number): number => {
      const like = passages.filter(({ kind }) => kind === passage.kind).length;
      const isNamed = KIND_OF[facet] === passage.kind && (isBare || facet === 'when-done');
      return asked.passages[at]! * (asksFor(passage.kind) / like) ** SHARE_OF_KINDS + (isNamed ? CERTAIN : 0);
    };
    const weighed = passages
      .map((passage, at) => ({ passage, weight: weightOf(passage, at) }))
      .sort((a, b) => b.weight - a.weight);
    return {
      passages: weighed,
      asksForAll: !isBare && asked.all * asksFor('all') ** SHARE_OF_KINDS > weighed[0]!.weight,
    };
  };
};
