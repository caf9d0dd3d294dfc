import type { Centre, Desk } from '../../domain/centre.ts';
import { afterOpenTime, isOpen, type Opening, opensNext } from '../../domain/opening.ts';
import type { Person } from '../../domain/person.ts';
import { whenInWords } from '../../language/when.ts';
import { centresFor } from '../centres.ts';
import type { Here } from '../track/here.ts';
import { handOverWords } from './words/words.ts';

/** A centre that answers by message. */
export type Answering = Centre & { readonly desk: Desk };

const answers = (centre: Centre): centre is Answering => centre.desk !== null;

/** Whether there is anybody to hand a question to. */
export const isAnyoneThere = (centres: readonly Centre[]): boolean => centres.some(answers);

/** The centres that a question can go to, by the places that it names: one, or several to choose from. */
export const desksFor = ({ parts, language }: Here, text: string): readonly Answering[] => {
  const found = centresFor(parts.centres.filter(answers), text).filter(answers);
  // Who speaks one's language comes first.
  return [...found].sort((a, b) => Number(b.languages.includes(language)) - Number(a.languages.includes(language)));
};

export const centreNamed = ({ parts }: Pick<Here, 'parts'>, name: string): Answering | undefined =>
  parts.centres.filter(answers).find((centre) => centre.name === name);

/** When a centre's desk is open; for the requests of a tutor's group, when the tutor is there. */
export const openingOf = ({ desk, holidays, timeZone, tutors }: Answering, tutor: Person | null): Opening => ({
  week: tutors.find(({ person }) => person === tutor?.id)?.hours ?? desk.hours,
  holidays,
  timeZone,
});

/** By when an answer is promised to what is asked at a time (milliseconds since 1970); null where the desk never opens. */
export const promiseOf = (centre: Answering, tutor: Person | null, at: number): number | null =>
  afterOpenTime(openingOf(centre, tutor), at, centre.desk.answersWithin);

/** When an answer may be expected, as it is told to who waits for it. */
export const expectedOf = (here: Here, name: string, tutor: Person | null, latest: number | null): string => {
  const say = handOverWords[here.language];
  const centre = centreNamed(here, name);
  if (!centre) return say('expected');
  const now = here.incoming.at;
  const inWords = (at: number) => whenInWords(at, { now, timeZone: centre.timeZone, language: here.language });
  const opening = openingOf(centre, tutor);
  const late = latest !== null && latest > now ? inWords(latest) : null;
  if (isOpen(opening, now)) return late === null ? say('expected') : say('expected_open', { latest: late });
  const opens = opensNext(opening, now);
  if (opens === null) return say('expected');
  return late === null
    ? say('expected_closed', { opens: inWords(opens) })
    : say('expected_closed_latest', { opens: inWords(opens), latest: late });
};
