import { deskWords } from '../../../src/assistant/desk/words/words.ts';
import { handOverWords } from '../../../src/assistant/hand-over/words/words.ts';

export const CENTRE = 'Sportello di Valverde';
/** How everybody at the desk is called. */
export const COLLEAGUE = 'Anna';

/** What people say carries a mark of its own: what it is, by which citizen, in which request, the how manieth. */
export type Mark = {
  readonly kind: 'question' | 'word' | 'answer' | 'aside' | 'note';
  readonly citizen: number;
  readonly request: number;
};

/** `answer-3-1-2`: the second answer in the first request of the third citizen. */
export const markOf = ({ kind, citizen, request }: Mark, number: number): string =>
  [kind, citizen, request, number].join('-');

const MARK = /\b(question|word|answer|aside|note)-(\d+)-(\d+)-\d+\b/g;

/** All that a text carries, in order. */
export const marksIn = (text: string): (Mark & { readonly mark: string })[] =>
  [...text.matchAll(MARK)].map(([mark, kind, citizen, request]) => ({
    mark,
    kind: kind as Mark['kind'],
    citizen: Number(citizen),
    request: Number(request),
  }));

/** Stands for what a text names that is another each time. */
const OPEN = '§';
const values = { place: 'private', name: COLLEAGUE, centre: CENTRE, expected: OPEN, rating: OPEN, reader: OPEN };

/** What the assistant tells citizens, and desks, of a request: by the words that it begins with. */
const openings = <Name extends string>(say: (name: Name, given: typeof values) => string, names: readonly Name[]) =>
  names.map((name) => [say(name, values).split(OPEN)[0]!, name] as const);

const TOLD = openings(handOverWords.it, ['preview', 'sent', 'taken', 'closed', 'reopened', 'rated_low']);
const NEWS = openings(deskWords.it, ['news_taken', 'news_waiting', 'news_rated', 'sent_short']);

const openingOf = (text: string, all: readonly (readonly [string, string])[]): string | undefined =>
  all.find(([opening]) => text.startsWith(opening))?.[1];

const firstMark = (text: string, kinds: readonly Mark['kind'][]): string | undefined =>
  marksIn(text).find(({ kind }) => kinds.includes(kind))?.mark;

/** What a citizen is told: the desk's answer, a step of the request, or else the assistant's own answer. */
export const toldCitizen = (text: string): string =>
  openingOf(text, TOLD) ?? firstMark(text, ['answer']) ?? 'the guide’s answer';

/** What a desk is told in a thread: the citizen's words, a note, what was sent, a step of the request; undefined for what is said to who pressed twice. */
export const toldDesk = (text: string): string | undefined =>
  firstMark(text, ['word', 'note', 'answer']) ?? openingOf(text, NEWS);

/** The question that a card shows. */
export const questionOn = (text: string): string | undefined => firstMark(text, ['question']);
