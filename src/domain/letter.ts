import type { Brought } from './group.ts';
import type { Language } from './language.ts';
import type { Address } from './message.ts';
import type { Person } from './person.ts';
import type { Context, DeskAct, Line, Refused, Request } from './request.ts';

/** What a turn tells another conversation; it comes in there as an event of its own. */
export type Letter =
  /** A group asks a member's private conversation for what was prepared there. */
  | { readonly kind: 'bring'; readonly token: string; readonly group: Address; readonly by: Person }
  /** … and is given it, or nothing when the link was used before. */
  | { readonly kind: 'brought'; readonly from: Brought | null; readonly by: Person }
  /** A group sends a member's wish for a person to their private conversation, with what would go with it. */
  | {
      readonly kind: 'wish';
      readonly by: Person;
      readonly language: Language;
      readonly question: string | null;
      readonly context: Context;
      readonly tutor: Person | null;
    }
  /** To a desk's thread: the request as it is now, and what became of it that is to be shown. */
  | { readonly kind: 'request'; readonly request: Request; readonly news: News }
  /** To a desk's thread: an act came to nothing. `request` null: there is a newer one in its place, or none any more. */
  | { readonly kind: 'refused'; readonly request: Request | null; readonly because: Refused; readonly by: Person }
  /** To a desk's thread: the citizen had everything erased. */
  | { readonly kind: 'forgotten' }
  /** To a citizen: someone of the desk acted on their request. `source`: the platform's id of what it was written in, where it was. */
  | {
      readonly kind: 'act';
      readonly request: string;
      readonly thread: Address;
      readonly act: DeskAct;
      readonly by: Person;
      readonly source: string | null;
    }
  /** To a citizen: what the desk's side of their request meets. */
  | { readonly kind: 'desk'; readonly request: string; readonly what: 'unreachable' | 'delayed' | 'arrived' }
  /** To a group: a tutor was named for it, or none any more. */
  | { readonly kind: 'tutor'; readonly tutor: Person | null; readonly centre: string };

/** What became of a request, for the desk's eyes. */
export type News =
  | { readonly kind: 'opened' | 'again' | 'status' | 'unreachable' | 'delayed' | 'arrived' }
  | { readonly kind: 'said'; readonly line: Line }
  | { readonly kind: 'sent'; readonly line: Line; readonly source: string | null }
  | { readonly kind: 'changed' | 'taken-back'; readonly line: number; readonly followed: boolean };
