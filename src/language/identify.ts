import { LANGUAGES, type Language } from '../domain/language.ts';
import { clean } from './fold.ts';
import { fitLinearModel, type LinearModel, predict } from './linear-model.ts';

/** The language of a message: one of the three, and, where it was written in none of them, which one it seems to be (ISO 639-1). */
export type Identified = { readonly language: Language; readonly foreign: string | null };

/** Tells the language of a message; one too short to tell takes the person's usual language. */
export type Identify = (text: string, usual?: Language) => Promise<Identified>;

/** Above this probability a message's own words decide. */
const SURE = 0.75;
/** Below this probability, or in words that are strange to all three, a second opinion is asked. */
const DOUBTFUL = 0.9;

/** Learns the three languages from how people ask in each: word forms and character n-grams, accents folded. */
export const fitLanguages = (texts: readonly { text: string; language: Language }[]): LinearModel =>
  fitLinearModel(
    null,
    texts.map(({ text, language }) => ({ text, classes: [[language]] })),
  );

type SecondOpinion = { detect(text: string): { language: string; isReliable(): boolean } };

/** Knows sixty languages, at the price of 90 MB and 0.2 s: loaded only when a message is doubtful. */
const loadSecondOpinion = async (): Promise<SecondOpinion> => {
  const { eld } = await import('eld/extrasmall');
  return eld;
};

const WEB_ADDRESS = /\bhttps?:\/\/\S+|\bwww\.\S+/giu;

export const createIdentify = (model: LinearModel): Identify => {
  let secondOpinion: Promise<SecondOpinion> | undefined;
  return async (message, usual) => {
    const text = clean(message.replace(WEB_ADDRESS, ' ')).slice(0, 1000);
    const [probabilities] = predict(model, text);
    const ranked = LANGUAGES.map((language) => ({ language, probability: probabilities?.get(language) ?? 0 })).sort(
      (a, b) => b.probability - a.probability,
    );
    const [first] = ranked;
    const nearest = first!.probability >= SURE || usual === undefined ? first!.language : usual;
    if (first!.probability >= DOUBTFUL || text.split(' ').length < 3) return { language: nearest, foreign: null };
    secondOpinion ??= loadSecondOpinion();
    const other = (await secondOpinion).detect(text);
    const foreign =
      other.isReliable() && !LANGUAGES.some((language) => language === other.language) ? other.language : null;
    return { language: nearest, foreign };
  };
};
