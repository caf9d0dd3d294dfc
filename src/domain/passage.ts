import type { Language } from './language.ts';
import type { SectionId, UnknownId } from './meaning.ts';
import type { Place } from './plan.ts';

/** Names a paragraph of the source, `5.2.3` (plan.phase.paragraph), or a cell of its overview table, `T.5.2`. */
export type Anchor = string;

/** One sentence of the edition (or of a title) and the paragraphs of the source that it rests on. */
export type Statement = { readonly text: string; readonly anchors: readonly Anchor[] };

export type PassageKind =
  | 'lead'
  | 'what-for'
  | 'good-to-know'
  | 'who'
  | 'role'
  | 'step'
  | 'done'
  | 'process'
  | 'glossary'
  | 'unknown';

/**
 * A part of a section: at most 80 words, answered and cited by itself.
 * `id` is stable and the same in all languages (`5.2.who`, `5.2.listen-to-the-village`, `glossary.gal`).
 */
export type Passage = {
  readonly id: string;
  readonly section: SectionId | UnknownId;
  readonly kind: PassageKind;
  readonly place: Place;
  readonly language: Language;
  readonly title: string;
  readonly statements: readonly Statement[];
};

/** A passage's name within its section, as `listen-to-the-village`. */
export const nameOf = ({ id, section }: Passage): string => id.slice(section.length + 1);

/** Begins with a small letter, unless with a name in capitals: how a sentence goes on after a colon. */
export const inSentence = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** What follows after a colon, which French sets off. */
export const afterColon = (language: Language, before: string, after: string): string =>
  `${before}${language === 'fr' ? ' ' : ''}: ${after}`;

/** The passage's sentences as they are read; each passage stands by itself, a step without its title. */
export const textOf = ({ statements }: Passage): string => statements.map(({ text }) => text).join(' ');

/** All anchors of a passage, each once, in the order of its sentences. */
export const anchorsOf = (statements: readonly Statement[]): Anchor[] => [
  ...new Set(statements.flatMap((statement) => statement.anchors)),
];
