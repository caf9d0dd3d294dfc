import type { Choice, Citation } from '../domain/answer.ts';
import type { Edition } from '../domain/library.ts';
import { placeOf, type SectionId } from '../domain/meaning.ts';
import { anchorsOf, inSentence, type Passage } from '../domain/passage.ts';
import type { Phase } from '../domain/plan.ts';
import { type TextName, texts } from './texts/texts.ts';

/** A phase's plain name: "Coinvolgere il paese". */
export const phaseName = (edition: Edition, phase: Phase): string =>
  texts[edition.language](`phase_${phase}` satisfies TextName);

/** Where a place of the guide is, in plain words; never an anchor. */
const placeText = (edition: Edition, passage: Passage): string => {
  const say = texts[edition.language];
  const { plan, phase } = passage.place;
  if (plan !== null && phase !== null) {
    return say('place_phase', { plan: edition.plans[plan].name, phase, name: inSentence(phaseName(edition, phase)) });
  }
  if (plan !== null) return say('place_lead', { plan: edition.plans[plan].name });
  return say(passage.kind === 'glossary' ? 'place_glossary' : 'place_process', { title: passage.title });
};

/** The visible source line: every place once, in the order of the answer. */
export const sourceLine = (edition: Edition, passages: readonly Passage[]): string => {
  const places = [...new Set(passages.map((passage) => placeText(edition, passage)))];
  return texts[edition.language]('source_line', { places: places.join(edition.language === 'fr' ? ' ; ' : '; ') });
};

/** How a section is called when it is offered as a choice. */
export const choiceOf = (edition: Edition, section: SectionId): Choice => {
  const say = texts[edition.language];
  const { plan, phase } = placeOf(section);
  if (plan !== null && phase !== null) {
    return {
      id: section,
      label: say('label_phase', { plan: edition.plans[plan].name, phase, name: phaseName(edition, phase) }),
    };
  }
  if (plan !== null) return { id: section, label: say('label_lead', { plan: edition.plans[plan].name }) };
  const title = edition.passages.find((passage) => passage.section === section)?.title ?? section;
  return { id: section, label: title };
};

/** What an answer rests on: each passage once. */
export const citationsOf = (passages: readonly Passage[]): Citation[] =>
  [...new Set(passages)].map(({ id, place, statements }) => ({
    passage: id,
    ...place,
    anchors: anchorsOf(statements),
  }));
