import type { Citation } from '../../domain/answer.ts';
import type { Language } from '../../domain/language.ts';
import { type Note, textFor } from '../../domain/note.ts';
import type { Answered, Missing } from '../compose.ts';
import type { Turn } from '../turn.ts';
import { dayInWords } from './day.ts';
import { FITS, FITS_WELL, type Found, findNote } from './find-notes.ts';
import { noteWords } from './words/words.ts';

/** How a name says already that it is a centre's. */
const SAYS_CENTRE: Readonly<Record<Language, RegExp>> = {
  it: /^centro\b/i,
  fr: /^centre\b/i,
  en: /\bcent(?:re|er)\b/i,
};

export const centreInWords = (name: string, language: Language): string =>
  SAYS_CENTRE[language].test(name) ? name : noteWords[language]('the_centre', { name });

const timeZoneOf = ({ parts }: Pick<Turn, 'parts'>, centre: string): string =>
  parts.centres.find(({ name }) => name === centre)?.timeZone ?? 'UTC';

/** A note as it is told: the centre's word and date, in the asker's language or framed in it. */
export const noteInWords = (turn: Pick<Turn, 'parts' | 'language'>, note: Note, asked: string | null): string => {
  const { language } = turn;
  const say = noteWords[language];
  const told = textFor(note, language);
  const values = {
    centre: centreInWords(note.centre, language),
    day: dayInWords(note.at, timeZoneOf(turn, note.centre), language),
    asked: asked ?? 'none',
    text: told.text,
  };
  if (told.language === language) return say('from_centre', values);
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(told.language) ?? told.language;
  return say('centre_wrote', { ...values, language: name });
};

/** What an answer that tells a note rests on. */
export const citationOfNote = ({ id }: Note): Citation => ({
  passage: `note.${id}`,
  plan: null,
  phase: null,
  anchors: [],
});

/** The notes' lines, each note once. Where it is not quite the same question, the one that it answers stands beside it. */
const linesOf = (turn: Turn, found: readonly Found[]): string[] => {
  const once = new Map(found.map((one) => [one.note.id, one]));
  return [...once.values()].map(({ note, sureness }) =>
    noteInWords(turn, note, sureness < FITS_WELL ? (note.questions[0]?.text ?? null) : null),
  );
};

const citationsOf = (found: readonly Found[]): Citation[] => [
  ...new Map(found.map(({ note }) => [note.id, citationOfNote(note)])).values(),
];

/** The notes instead of an answer that had nothing to tell. */
const instead = (turn: Turn, { answer }: Answered, found: readonly Found[]): Answered => {
  const text = [...linesOf(turn, found), noteWords[turn.language]('not_in_guide')].join('\n');
  const told = { ...answer, outcome: 'answered', text, citations: citationsOf(found), choices: [] } as const;
  return { answer: told, last: null, offered: [] };
};

/** The notes below an answer. */
const below = (turn: Turn, answered: Answered, found: readonly Found[]): Answered['answer'] => ({
  ...answered.answer,
  text: [answered.answer.text, ...linesOf(turn, found)].join('\n'),
  citations: [...answered.answer.citations, ...citationsOf(found)],
});

/** What is asked and not in the guide; a plan that is only announced is told as such. */
const missingIn = ({ text }: Turn, { answer, missing = [] }: Answered): readonly Missing[] =>
  answer.outcome === 'not_covered' && missing.length === 0 ? [{ meaning: null, text }] : missing;

/** Answers by notes what the guide has no answer to. */
const answerMissing = async (turn: Turn, answered: Answered, missing: readonly Missing[]): Promise<Answered> => {
  const told = await Promise.all(missing.map(async (one) => ({ one, found: await findNote(turn, one.text, FITS) })));
  const found = told.flatMap((part) => part.found ?? []);
  if (found.length === 0) return answered;
  const open = told.flatMap(({ one, found: by }) => (by ? [] : [one]));
  const left = answered.missing ? { missing: answered.missing.filter((one) => open.includes(one)) } : {};
  const isAll = open.length === 0;
  if (isAll && answered.answer.outcome === 'not_covered') return instead(turn, answered, found);
  const answer = { ...below(turn, answered, found), outcome: isAll ? 'answered' : 'partly' } as const;
  return { ...answered, answer, ...left };
};

/** Lets the centres' notes speak: where the guide has no answer, or beside it where one fits very well; never mixed with it. */
export const withNotes = async (turn: Turn, answered: Answered): Promise<Answered> => {
  if ((await turn.parts.notes()).length === 0) return answered;
  const missing = missingIn(turn, answered);
  if (missing.length > 0) return answerMissing(turn, answered, missing);
  const found = await findNote(turn, turn.text, FITS_WELL);
  if (!found || answered.asking) return answered;
  const { outcome } = answered.answer;
  // Taken for talk, or for something else: who wrote the note knows better what was asked.
  if (outcome === 'declined' || outcome === 'small_talk') return instead(turn, answered, [found]);
  return { ...answered, answer: below(turn, answered, [found]) };
};
