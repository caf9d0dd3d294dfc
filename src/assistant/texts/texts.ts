import type { Language } from '../../domain/language.ts';
import { type Catalogue, createMessages, type Messages } from '../../language/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** Every text that the assistant says in its own words; what the guide says stands in the edition. */
export type TextName =
  | 'greeting'
  | 'help'
  | 'privacy'
  | 'thanks'
  | 'goodbye'
  | 'howAreYou'
  | 'whoAreYou'
  | 'source'
  | 'insult'
  | 'complaint'
  | 'offTopic'
  | 'injection'
  | 'legalCertainty'
  | 'personalData'
  | 'noPersonalData'
  | 'distress'
  | 'childInDanger'
  | 'violence'
  | 'person'
  | 'personHere'
  | 'centre'
  | 'centresSay'
  | 'language'
  | 'followWhat'
  | 'tracking'
  | 'recommended'
  | 'phaseTold'
  | 'phaseOpen'
  | 'linked'
  | 'wouldChange'
  | 'situationUnclear'
  | 'empty'
  | 'choose'
  | 'notCovered'
  | 'nearest'
  | 'stepsIntro'
  | 'noEnd'
  | 'nothingMore'
  | 'endOfPhases'
  | 'foreign'
  | 'cut'
  | 'source_line'
  | 'place_phase'
  | 'place_lead'
  | 'place_process'
  | 'place_glossary'
  | 'label_phase'
  | 'label_lead'
  | 'phase_1'
  | 'phase_2'
  | 'phase_3'
  | 'phase_4'
  | 'notClearYet'
  | 'ask_who'
  | 'ask_need'
  | 'ask_far'
  | 'ask_agrees'
  | 'ask_have'
  | 'ask_how'
  | 'need_1'
  | 'need_2'
  | 'need_3'
  | 'need_4'
  | 'need_5'
  | 'far_1'
  | 'far_2'
  | 'far_3'
  | 'far_4'
  | 'have_1'
  | 'have_2'
  | 'have_3'
  | 'have_4'
  | 'have_5';

export type Texts = Catalogue<TextName>;

/** The assistant's own words in each language. */
export const texts: Readonly<Record<Language, Messages<TextName>>> = {
  it: createMessages('it', it),
  fr: createMessages('fr', fr),
  en: createMessages('en', en),
};
