import type { Choice } from './answer.ts';
import { type Group, newGroup } from './group.ts';
import type { Language } from './language.ts';
import type { SectionId } from './meaning.ts';
import type { Proposal } from './proposal.ts';

/** What a follow-up ("and then?", "why?", "more") leans on. */
export type Exchange = {
  readonly section: SectionId;
  /** The ids of the passages that "more" goes on with. */
  readonly rest: readonly string[];
};

/** How far the questions have come: one answer a question asked, its number or null where it was skipped. */
export type Asking = { readonly answers: readonly (number | null)[] };

/** Who speaks to those who write here: the assistant, the assistant while a person is waited for, or a person. */
export type SpeaksNow = 'bot' | 'waiting' | 'person';

/** What we know of one address. What was asked is no part of it: only where the last answer came from. */
export type Conversation = {
  /** The conversation's usual language: the person's in private, the group's in a group. */
  readonly language: Language;
  /** The group's name, where it has one. */
  readonly title: string | null;
  /** Who was heard here, by the person's id, and the language in which they write. */
  readonly members: Readonly<Record<string, Language>>;
  readonly speaks: SpeaksNow;
  readonly last: Exchange | null;
  readonly offered: readonly Choice[];
  /** The questions being asked about who they are and how far, and what was answered; null when none are. */
  readonly asking: Asking | null;
  /** In a private conversation, the person's own. */
  readonly group: Group;
  /** What waits for a yes; null when nothing does. */
  readonly proposal: Proposal | null;
  /** Which of the two things that place a group was asked last: who they are, or how far. */
  readonly awaiting: 'who' | 'where' | null;
  /** The key of the message that shows the list and is kept current; null when none is shown. */
  readonly list: string | null;
  /** Whether it may keep a message at the top here, and the key of the list that it keeps there. */
  readonly mayPin: boolean;
  readonly pinned: string | null;
  /** The step spoken of last. */
  readonly step: string | null;
  /** How many messages and proposals were numbered here. */
  readonly count: number;
  /** What is said once only. */
  readonly told: readonly ('greeting' | 'coaching')[];
  /** When it was said last that only text is read (milliseconds since 1970). */
  readonly textOnlyAt: number;
  /** The one-time word of the link that brings this private list to a group; null when there is none. */
  readonly bring: string | null;
  /** When the assistant was sent away (milliseconds since 1970); null while it is there. All that is kept is erased a while after. */
  readonly leftAt: number | null;
};

export const newConversation = (language: Language): Conversation => ({
  language,
  title: null,
  members: {},
  speaks: 'bot',
  last: null,
  offered: [],
  asking: null,
  group: newGroup,
  proposal: null,
  awaiting: null,
  list: null,
  mayPin: false,
  pinned: null,
  step: null,
  count: 0,
  told: [],
  textOnlyAt: 0,
  bring: null,
  leftAt: null,
});
