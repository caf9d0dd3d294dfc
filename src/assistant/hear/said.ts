import type { Language } from '../../domain/language.ts';
import { wordsOf } from '../../language/fold.ts';

/** A message as it is listened to: folded, what phones shorten written out, cut where its writer paused. */
export type Said = {
  /** The message as it came, clean. */
  readonly text: string;
  /** All words, one space between them. */
  readonly line: string;
  /** The same, cut at punctuation and at "but". */
  readonly clauses: readonly string[];
  /** It has a question mark, or opens as a question does. */
  readonly asks: boolean;
  /** It begs for something in a question's form: "can you tick 2?", "shall we move on?" */
  readonly begs: 'you' | 'we' | undefined;
};

type Spelling = readonly [RegExp, string];

const spellings = (pairs: string): Spelling[] =>
  pairs.split(',').map((pair) => {
    // What is short may hold a colon itself.
    const at = pair.lastIndexOf(':');
    return [new RegExp(`\\b${pair.slice(0, at)}\\b`, 'g'), pair.slice(at + 1)];
  });

/** What phones, haste and dialects write, and what it stands for. Between words of three languages none of these is another word. */
const EVERYWHERE = spellings(
  'thats:that s,whats:what s,weve:we ve,ive:i ve,dont:don t,doesnt:doesn t,isnt:isn t,wasnt:wasn t,havent:haven t,hasnt:hasn t,' +
    'didnt:didn t,arent:aren t,cant:can t,wont:won t,werent:weren t,teh:the,doen:done,dun:done,wot:what,wat:what,pls:please,plz:please,' +
    'nxt:next,nite:night,jai:j ai,cest:c est,cetait:c etait,ya:y a,mtn:maintenant,koi:quoi,kon:qu on,chui:je suis,jsuis:je suis,jme:je me,' +
    'ke:che,nn:non,qst:questo,qsto:questo,nun:non,primmo:primo,yin:one,fato:fatto,fach:fait,faich:fait,abiamo:abbiamo,' +
    'avimmo:abbiamo,regler:regle,lassemblee:l assemblee,lassemblea:l assemblea,qnti:quanti,premiere:premiere,ausi:aussi,itou:aussi,pis:puis,aswell:as well,nubmer:number,dnoe:done,finit:fini',
);

const OWN: Readonly<Record<Language, readonly Spelling[]>> = {
  it: spellings('k:che,ki:chi,c(?! e\\b):ci,x:per,tt:tutto,mo:adesso,quella li:quella'),
  fr: spellings('c(?! (?:est|etait|sera|a)\\b):c est,ki:qui,pr:pour,ds:dans,tt:tout,g:j ai,t:tu'),
  en: [...spellings('u:you,r:are,n:and,im:i m'), [/^were\b(?= (?:a|an|the|still|just|in|on|at|now)\b)/, 'we re']],
};

const lineOf = (text: string, language: Language): string =>
  [...EVERYWHERE, ...OWN[language]].reduce((line, [short, long]) => line.replace(short, long), wordsOf(text).join(' '));

/** Where a writer pauses; a dot or comma inside a number is none. */
const PAUSE = /[;!?…\n()]+|[.,:](?!\d)|\s[-–—]+\s|(?<=\D),/u;
const BUT = /\b(?:ma|pero|invece|mais|par contre|en revanche|but|however|though|instead)\b/;

/** "2-4" is read as "2 to 4". */
const RANGE = /(?<![\d/-])(\d)\s?[-–—]\s?(\d)(?![\d/-])/g;
/** "1+2" and "1 & 2" are read as "1 and 2". */
const PLUS = /(\d)\s*[&+]\s*(?=\d)/g;

/** "Due, tre e cinque" is one list: a comma between two numbers in words is read as "and". */
const NUMBER_WORD =
  '(?:uno|due|tre|quattro|cinque|sei|primo|secondo|terzo|quarto|quinto|deux|trois|quatre|cinq|six|premier|deuxieme|troisieme|quatrieme|one|two|three|four|five|first|second|third|fourth)';
const LISTED = new RegExp(
  `\\b(${NUMBER_WORD})\\s*,\\s*(?=(?:(?:il|la|lo|le|the)\\s+)?${NUMBER_WORD}\\b)|\\b(\\d{1,2})\\s*,\\s+(?=\\d{1,2}\\b)`,
  'giu',
);
const LIST_AND: Readonly<Record<Language, string>> = { it: '$1$2 e ', fr: '$1$2 et ', en: '$1$2 and ' };

/** Signs that stand for words. */
const DONE_SIGN = /[✅✔☑]/gu;
const NOT_SIGN = /[❌✖❎]/gu;
const SIGNS: Readonly<Record<Language, readonly [done: string, not: string]>> = {
  it: [' fatto ', ' non fatto '],
  fr: [' fait ', ' pas fait '],
  en: [' done ', ' not done '],
};

const OPENS =
  /^(?:(?:e|ma|et|mais|and|but|so|ok|scusa|scusate|pardon|sorry|ciao|bonjour|hi|hello) )*(?:chi|che|cosa|come|quando|dove|perche|quanto|quanta|quanti|quante|quale|quali|qual|qui|que|quoi|comment|quand|ou|pourquoi|combien|quel|quelle|quels|quelles|est ce|qu est|qu|lequel|laquelle|who|whom|whose|what|how|when|where|why|which|do|does|did|is|are|was|can|could|should|may|would|will|has|have (?:we|you|they|i)|si puo|si possono|puo|possiamo|potremmo|posso|peut on|pouvons|puis je|faut il|doit on|bisogna|c e (?:qualcuno|un)|y a t il|y a)\b/;

const YOU =
  /^(?:\w+ ){0,2}?(?:puoi|potete|potresti|potreste|potrebbe|riesci|can you|could you|would you|will you|do you mind|pouvez vous|vous pouvez|tu peux|peux tu|pourriez vous|vous pourriez|(?:mi|ci|me|m|nous|vous nous|tu nous) \w+)\b/;
const WE =
  /^(?:\w+ ){0,2}?(?:possiamo|potremmo|si puo|si va|andiamo|passiamo|torniamo|procediamo|proseguiamo|peut on|on peut|on (?:y va|passe|avance|continue|revient)|pouvons nous|nous pouvons|can we|could we|may we|shall we|should we)\b/;

/** Listens to a message: folds it, writes out what is shortened, cuts it into clauses. */
export const listen = (message: string, language: Language): Said => {
  const [done, not] = SIGNS[language];
  const text = message
    .replace(RANGE, '$1 to $2')
    .replace(PLUS, '$1 and ')
    .replace(LISTED, LIST_AND[language])
    .replace(DONE_SIGN, done)
    .replace(NOT_SIGN, not);
  const line = lineOf(text, language);
  const clauses = text
    .split(PAUSE)
    .flatMap((piece) => lineOf(piece, language).split(BUT))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const asks = text.includes('?') || OPENS.test(line);
  const begs = !asks ? undefined : YOU.test(line) ? 'you' : WE.test(line) ? 'we' : undefined;
  return { text: message, line, clauses, asks, begs };
};
