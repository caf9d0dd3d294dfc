import type { Answerer } from '../answerer.ts';
import type { Centre } from '../domain/centre.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Language } from '../domain/language.ts';
import type { Library } from '../domain/library.ts';
import { placeOf } from '../domain/meaning.ts';
import type { Note } from '../domain/note.ts';
import type { Place } from '../domain/plan.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import type { Identify } from '../language/identify.ts';
import type { Query, Retriever } from '../retriever.ts';
import { namedPlace } from './named-place.ts';

/** Who runs this assistant, as told at first contact and under "privacy"; null when nobody said. */
export type Operator = { readonly name: string | null; readonly contact: string | null };

export type AssistantParts = {
  readonly library: Library;
  readonly retriever: Retriever;
  readonly answerer: Answerer;
  readonly identify: Identify;
  readonly operator: Operator;
  /** Where people can be sent to; none where the operator named none. */
  readonly centres: readonly Centre[];
  readonly thresholds: Thresholds;
  /** What the centres keep as their own word and may be told now. */
  readonly notes: () => Promise<readonly Note[]>;
};

/** One message with all that is known when it comes. `text` is clean and has at least one letter or digit. */
export type Turn = {
  readonly parts: AssistantParts;
  readonly text: string;
  readonly language: Language;
  readonly conversation: Conversation;
};

/** Where the conversation stands: what was spoken of last, else where the group is. */
const placeIn = ({ last, group }: Conversation): { place?: Place } => {
  if (last) return { place: placeOf(last.section) };
  return group.plan === null ? {} : { place: { plan: group.plan, phase: group.phase } };
};

/** What a turn is searched with: its text, where the conversation stands, and what the message names by number. */
export const queryOf = ({ language, conversation }: Turn, text: string): Query => {
  const { named, rest } = namedPlace(text);
  const names = named.plan !== null || named.phase !== null;
  return {
    // The numbers are heard by themselves; among the words they would sound like a question about phases in general.
    text: names && rest !== '' ? rest : text,
    language,
    ...(names ? { named } : {}),
    ...placeIn(conversation),
  };
};
