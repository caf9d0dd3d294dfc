import type { Choice } from './answer.ts';
import type { Language } from './language.ts';
import type { SectionId } from './meaning.ts';
import type { Place } from './plan.ts';

/** What a follow-up ("and then?", "why?", "more") leans on. */
export type Exchange = {
  readonly section: SectionId;
  /** The ids of the passages that "more" goes on with. */
  readonly rest: readonly string[];
};

/** How far the questions have come: one answer a question asked, its number or null where it was skipped. */
export type Asking = { readonly answers: readonly (number | null)[] };

/** What we know of one address: the person's usual language, the last exchange, and what was offered to choose from. */
export type Conversation = {
  readonly language: Language;
  readonly last: Exchange | null;
  readonly offered: readonly Choice[];
  /** The questions being asked about who they are and how far, and what was answered; null when none are. */
  readonly asking: Asking | null;
  /** The plan and phase that were recommended to those who speak here, or that they named; null until then. */
  readonly group: Place | null;
};

export const newConversation = (language: Language): Conversation => ({
  language,
  last: null,
  offered: [],
  asking: null,
  group: null,
});
