import type { Choice, Citation } from './answer.ts';
import type { DeskThread } from './desk.ts';
import { type Group, newGroup } from './group.ts';
import type { Language } from './language.ts';
import type { SectionId } from './meaning.ts';
import type { Address, Message } from './message.ts';
import type { Person } from './person.ts';
import type { Proposal } from './proposal.ts';
import type { Context, Request } from './request.ts';

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

/** The question asked last and its answer: kept for a day, so that it can be handed to a person. */
export type Asked = {
  readonly at: number;
  readonly by: Person;
  readonly question: string;
  readonly answer: string;
  readonly citations: readonly Citation[];
  /** What of it could not be answered. */
  readonly missing: readonly string[];
};

/** An answer that can be judged: its number, what it rested on, and whether it was asked what it lacked. */
export type Judged = { readonly number: number; readonly passages: readonly string[]; readonly lackAsked?: true };

/** A question that somebody wants to hand to a person, before they said yes to what is sent. */
export type Wish = {
  /** Names its buttons: an old one sends nothing. */
  readonly number: number;
  readonly by: Person;
  /** Null while it is asked for. */
  readonly question: string | null;
  /** What would go with it. */
  readonly context: Context;
  readonly onlyQuestion: boolean;
  /** The centre that it goes to, by its name; null while there are several to choose from. */
  readonly centre: string | null;
  readonly tutor: Person | null;
};

/** What is spoken of in one thread of a conversation, or outside of them: what a follow-up or a number typed there leans on. */
export type Talk = Pick<
  Conversation,
  'thread' | 'since' | 'last' | 'offered' | 'asking' | 'awaiting' | 'step' | 'asked'
>;

/** What we know of one address. */
export type Conversation = {
  /** The conversation's usual language: the person's in private, the group's in a group. */
  readonly language: Language;
  /** The group's name, where it has one. */
  readonly title: string | null;
  /** Who was heard here, by the person's id, and the language in which they write. */
  readonly members: Readonly<Record<string, Language>>;
  readonly speaks: SpeaksNow;
  /** Where it was spoken last: the thread, as the platform names it; null outside of threads. */
  readonly thread: string | null;
  /** How many messages and proposals were numbered when that talk was last answered. */
  readonly since: number;
  /** What was spoken of in other threads, the newest first. */
  readonly talks: readonly Talk[];
  readonly last: Exchange | null;
  readonly offered: readonly Choice[];
  /** The questions being asked about who they are and how far, and what was answered; null when none are. */
  readonly asking: Asking | null;
  /** In a private conversation, the person's own. */
  readonly group: Group;
  /** What waits for a yes; null when nothing does. */
  readonly proposal: Proposal | null;
  /** The thread in which a yes is waited for, or words to hand on; null outside of threads. Its buttons hold wherever they stand. */
  readonly waitsIn: string | null;
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
  readonly told: readonly ('greeting' | 'coaching' | 'waiting' | 'personal')[];
  /** When it was said last that only text is read (milliseconds since 1970). */
  readonly textOnlyAt: number;
  /** When it was said last that an answer comes late (milliseconds since 1970): it is said once for all that was written before. */
  readonly excusedAt: number;
  /** The one-time word of the link that brings this private list to a group; null when there is none. */
  readonly bring: string | null;
  /** Null once it is a day old. */
  readonly asked: Asked | null;
  /** The last answers, which can still be judged; the newest last. */
  readonly judged: readonly Judged[];
  /** In a group: the answer whose buttons are still there, as it is shown without them. */
  readonly answered: { readonly key: string; readonly message: Message } | null;
  readonly wish: Wish | null;
  /** Whose next words, by the person's id, go to the person of the request that lives here. */
  readonly answering: string | null;
  /** The request that lives here: the open one, or the one closed last; the ones before it are gone with it. */
  readonly request: Request | null;
  /** The threads of desks that hold a copy of a request from here, also of the ones before: what is erased here is erased there. */
  readonly threads: readonly Address[];
  /** The key of the message that tells that its desk cannot be reached just now; null when it can. */
  readonly late: string | null;
  /** In a group: who of a centre walks with it; null where nobody does. */
  readonly tutor: { readonly person: Person; readonly centre: string } | null;
  /** In a group: the centre, by its name, that may see where the group stands; null where none may. */
  readonly shownTo: string | null;
  /** At a desk's thread: what it holds. */
  readonly desk: DeskThread | null;
  /** At a desk: when the week's questions were shown last (milliseconds since 1970). */
  readonly gapsShownAt: number;
  /** When the assistant was sent away (milliseconds since 1970); null while it is there. All that is kept is erased a while after. */
  readonly leftAt: number | null;
};

export const newConversation = (language: Language): Conversation => ({
  language,
  title: null,
  members: {},
  speaks: 'bot',
  thread: null,
  since: 0,
  talks: [],
  last: null,
  offered: [],
  asking: null,
  group: newGroup,
  proposal: null,
  waitsIn: null,
  awaiting: null,
  list: null,
  mayPin: false,
  pinned: null,
  step: null,
  count: 0,
  told: [],
  textOnlyAt: 0,
  excusedAt: 0,
  bring: null,
  asked: null,
  judged: [],
  answered: null,
  wish: null,
  answering: null,
  request: null,
  threads: [],
  late: null,
  tutor: null,
  shownTo: null,
  desk: null,
  gapsShownAt: 0,
  leftAt: null,
});
