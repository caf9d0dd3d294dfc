import type { Citation } from './answer.ts';
import type { FileRef } from './file.ts';
import type { Language } from './language.ts';
import type { Address } from './message.ts';
import type { Person } from './person.ts';
import type { Phase, PlanNumber } from './plan.ts';

/** How far a request has come. `since` and `at` in milliseconds since 1970. */
export type Status =
  /** Nobody of the desk has taken it yet, or it was put back. */
  | { readonly kind: 'waiting'; readonly since: number }
  /** Someone has it, and the citizen waits for an answer. */
  | { readonly kind: 'taken'; readonly by: Person; readonly since: number }
  /** Someone has it, and answered what was said last. */
  | { readonly kind: 'answered'; readonly by: Person; readonly since: number }
  /** `how`: settled; given back to the assistant; ended by the citizen; ended because nobody wrote any more. */
  | {
      readonly kind: 'closed';
      readonly by: Person | null;
      readonly how: 'settled' | 'handed-back' | 'withdrawn' | 'quiet';
      readonly at: number;
    };

/** Something said within a request; `number` names it, for its edits and for what is taken back. */
export type Line = {
  readonly number: number;
  readonly from: 'citizen' | 'desk';
  readonly by: Person;
  readonly at: number;
  readonly text: string;
  readonly file: FileRef | null;
  /** The same for files that were sent together. */
  readonly album?: string | undefined;
};

/** What goes with a question so that it need not be told again. */
export type Context = {
  /** The group's name, where it was asked in one. */
  readonly group: string | null;
  /** Where that group is; never shown. */
  readonly groupAt: Address | null;
  readonly plan: PlanNumber | null;
  readonly phase: Phase | null;
  /** Ids of the phase's steps. */
  readonly ticked: readonly string[];
  readonly open: readonly string[];
  /** What the assistant answered last, and rested on; null when it was asked nothing. */
  readonly answer: { readonly question: string; readonly text: string; readonly citations: readonly Citation[] } | null;
  /** What the assistant could not answer. */
  readonly missing: readonly string[];
};

/** A question handed to a centre's desk. It lives with the conversation of who asked; the desk holds a copy. */
export type Request = {
  readonly id: string;
  /** The centre's name, and the thread of its desk where the request is shown. */
  readonly centre: string;
  readonly thread: Address;
  /** Where it lives: the conversation of who asked, in private or "here" in the group. */
  readonly home: Address;
  readonly place: 'private' | 'group';
  /** The thread there in which it was raised, as the platform names it; absent where it was in none. */
  readonly homeThread?: string;
  /** How many may read what is answered in the group; null in private, or where it is not known. */
  readonly readers: number | null;
  readonly by: Person;
  readonly language: Language;
  readonly question: string;
  /** Null where only the question was handed over. */
  readonly context: Context | null;
  readonly status: Status;
  readonly lines: readonly Line[];
  readonly openedAt: number;
  /** By when an answer is promised (milliseconds since 1970); null where the desk promises none. */
  readonly promisedBy: number | null;
  /** 1 (no help) to 3 (helped); null until it is told. */
  readonly rating: 1 | 2 | 3 | null;
  /** The tutor of the group, first to get it; null where there is none. */
  readonly tutor: Person | null;
};

/** What was said in a request is erased so long after it is closed, in milliseconds. */
export const KEPT_CLOSED = 90 * 24 * 3_600_000;

export const isOpen = ({ status }: Pick<Request, 'status'>): boolean => status.kind !== 'closed';

/** Who has a request, or had it last. */
export const holderOf = ({ status }: Pick<Request, 'status'>): Person | null =>
  status.kind === 'waiting' ? null : status.by;

/** What the desk does about a request. */
export type DeskAct =
  | { readonly kind: 'take' }
  | {
      readonly kind: 'reply';
      readonly text: string;
      readonly file: FileRef | null;
      readonly album?: string | undefined;
    }
  | { readonly kind: 'change'; readonly line: number; readonly text: string }
  | { readonly kind: 'take-back'; readonly line: number }
  | { readonly kind: 'close' }
  | { readonly kind: 'hand-back' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'reassign'; readonly to: Person }
  /** Back to the queue: someone else may take it. */
  | { readonly kind: 'release' };

/** What the citizen does about it. */
export type CitizenAct =
  | { readonly kind: 'say'; readonly text: string; readonly file: FileRef | null; readonly album?: string | undefined }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'rate'; readonly rating: 1 | 2 | 3 };

/** What the passing of time does. */
export type ClockAct = { readonly kind: 'abandon' | 'quiet' };

/** Why an act does nothing: somebody else has the request; it is closed; it is not closed; it is so already; there is no such line. */
export type Refused = 'taken' | 'closed' | 'open' | 'same' | 'no-line';

const say = (
  request: Request,
  from: Line['from'],
  by: Person,
  at: number,
  { text, file, album }: Pick<Line, 'text' | 'file' | 'album'>,
): Request => {
  const number = (request.lines.at(-1)?.number ?? 0) + 1;
  return { ...request, lines: [...request.lines, { number, from, by, at, text, file, album }] };
};

/** Whether a line was sent together with the one before it, of the same person: it needs no name of its own. */
export const goesOn = ({ lines }: Pick<Request, 'lines'>, { number, album, by }: Line): boolean => {
  const before = lines.findLast((line) => line.number < number);
  return album !== undefined && before?.album === album && before.by.id === by.id;
};

const withLine = (request: Request, number: number, change: (line: Line) => readonly Line[]): Request | Refused =>
  request.lines.some((line) => line.number === number && line.from === 'desk')
    ? { ...request, lines: request.lines.flatMap((line) => (line.number === number ? change(line) : [line])) }
    : 'no-line';

/** The request after someone of the desk acted, or why nothing came of it. Who answers what nobody has taken takes it. */
export const deskActs = (request: Request, act: DeskAct, by: Person, at: number): Request | Refused => {
  const { status } = request;
  if (act.kind === 'change') return withLine(request, act.line, (line) => [{ ...line, text: act.text }]);
  if (act.kind === 'take-back') return withLine(request, act.line, () => []);
  if (act.kind === 'reopen')
    return status.kind === 'closed' ? { ...request, rating: null, status: { kind: 'taken', by, since: at } } : 'open';
  if (status.kind === 'closed') return 'closed';
  // Who ended it did not know yet how it went on, or that it was opened again: a second press on the same button, or one heard late.
  if ((act.kind === 'close' || act.kind === 'hand-back') && at < status.since) return 'open';
  switch (act.kind) {
    case 'take':
      if (status.kind === 'waiting') return { ...request, status: { kind: 'taken', by, since: at } };
      return status.by.id === by.id ? 'same' : 'taken';
    case 'reply': {
      const holder = status.kind === 'waiting' ? by : status.by;
      return {
        ...say(request, 'desk', by, at, act),
        status: { kind: 'answered', by: holder, since: at },
      };
    }
    case 'close':
      return { ...request, status: { kind: 'closed', by, how: 'settled', at } };
    case 'hand-back':
      return { ...request, status: { kind: 'closed', by, how: 'handed-back', at } };
    case 'reassign':
      return holderOf(request)?.id === act.to.id
        ? 'same'
        : { ...request, status: { kind: 'taken', by: act.to, since: at } };
    case 'release':
      return status.kind === 'waiting' ? 'same' : { ...request, status: { kind: 'waiting', since: at } };
  }
};

/** The request after the citizen acted, or why nothing came of it. */
export const citizenActs = (request: Request, act: CitizenAct, by: Person, at: number): Request | Refused => {
  const { status } = request;
  switch (act.kind) {
    case 'say': {
      if (status.kind === 'closed') return 'closed';
      const said = say(request, 'citizen', by, at, act);
      return status.kind === 'answered' ? { ...said, status: { kind: 'taken', by: status.by, since: at } } : said;
    }
    case 'withdraw':
      return status.kind === 'closed'
        ? 'closed'
        : { ...request, status: { kind: 'closed', by: null, how: 'withdrawn', at } };
    case 'reopen':
      return status.kind === 'closed' ? { ...request, rating: null, status: { kind: 'waiting', since: at } } : 'open';
    case 'rate':
      return status.kind === 'closed' ? { ...request, rating: act.rating } : 'open';
  }
};

/** The request after nothing happened for so long: back to the queue, or closed where it was the citizen's turn. */
export const timePasses = (request: Request, { kind }: ClockAct, at: number): Request | Refused => {
  const { status } = request;
  if (kind === 'abandon')
    return status.kind === 'taken' ? { ...request, status: { kind: 'waiting', since: at } } : 'same';
  return status.kind === 'answered' ? { ...request, status: { kind: 'closed', by: null, how: 'quiet', at } } : 'same';
};
