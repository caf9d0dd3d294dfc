import { LANGUAGES, type Language } from '../domain/language.ts';
import { clean, wordsOf } from './fold.ts';
import { foreignLanguageOf } from './foreign.ts';
import { fitLinearModel, type LinearModel, predict } from './linear-model.ts';

/** The language of a message: one of the three, and, where it was written in none of them, which one it seems to be (ISO 639-1). */
export type Identified = { readonly language: Language; readonly foreign: string | null };

/** Tells the language of a message; one too short to tell takes the person's usual language. */
export type Identify = (text: string, usual?: Language) => Identified;

/** Above this probability a message's own words decide. */
const SURE = 0.75;
/** One or two words must tell more plainly. */
const FEW_WORDS = 2;
const SURE_OF_FEW = 0.9;
/** Three classes need far fewer features than two hundred. */
const LEAST_TEXTS = 8;

/** Learns the three languages from how people ask in each: word forms and character n-grams, accents folded. */
export const fitLanguages = (texts: readonly { text: string; language: Language }[]): LinearModel =>
  fitLinearModel(
    null,
    texts.map(({ text, language }) => ({ text, classes: [[language]] })),
    LEAST_TEXTS,
  );

const WEB_ADDRESS = /\bhttps?:\/\/\S+|\bwww\.\S+/giu;

/** Names that all three languages have in common: a message of nothing else tells no language. */
const NAMES = new Set(
  'gal anci proloco unpli ifaap leader scic bcc covid ok legacoop confcooperative agci businessplan phase plan no non'.split(
    ' ',
  ),
);

/** Small words of the three languages: what these have in common with another language says nothing. */
const OWN_SMALL_WORDS = new Set(
  (
    'il lo la i gli le un una di a da in con su per e o ma non che chi cosa come quando dove si ci noi voi per del della dei delle al alla nel ' +
    'le la les un une des du de et ou mais ne pas que qui quoi comment quand on nous vous pour avec sur dans en est sont au aux ce se ' +
    'the a an of to in on for with and or but not who what how when where is are we you it this that have has can no me my as at be is was we us'
  ).split(' '),
);

/** Who writes one of these reads Italian more easily than English. */
const ROMANCE = new Set(['es', 'pt', 'ca', 'ro']);

/** The nearest of the three to another language: the usual one, unless Italian lies nearer. */
const nearestTo = (foreign: string, usual: Language): Language =>
  ROMANCE.has(foreign) && usual === 'en' ? 'it' : usual;

export const createIdentify =
  (model: LinearModel): Identify =>
  (message, usual) => {
    const text = clean(message.replace(WEB_ADDRESS, ' ')).slice(0, 1000);
    const telling = wordsOf(text).filter((word) => !NAMES.has(word) && /\p{L}/u.test(word));
    if (telling.length === 0 && usual !== undefined) return { language: usual, foreign: null };
    const [probabilities] = predict(model, text);
    const [first] = LANGUAGES.map((language) => ({ language, probability: probabilities?.get(language) ?? 0 })).sort(
      (a, b) => b.probability - a.probability,
    );
    const foreign = foreignLanguageOf(text, (word) => OWN_SMALL_WORDS.has(word));
    if (foreign !== null) return { language: nearestTo(foreign, usual ?? first!.language), foreign };
    const needed = telling.length <= FEW_WORDS ? SURE_OF_FEW : SURE;
    return { language: first!.probability >= needed || usual === undefined ? first!.language : usual, foreign };
  };
