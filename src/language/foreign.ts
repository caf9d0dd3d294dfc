import { wordsOf } from './fold.ts';

/** Small words that hardly any Italian, French or English message has, folded: enough to tell what else a message is written in. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    de: 'der das den dem und ist sind wir ihr ich nicht ein eine einen einer wie wer wo was warum kann konnen fur mit auf von zu zum zur im auch oder gibt es geld dorf gemeinde genossenschaft bitte uns unsere unser haben wird werden welche welcher viele hilft macht zahlt brauchen mitglieder',
    es: 'el los las es y que quien quienes como donde por para pueblo ayuntamiento dinero hay podemos puede pueden nuestro nuestra nosotros cual cuando muy mas pero esta estan una unos hacer tenemos queremos gracias hola cuanto cuesta hace necesitamos',
    pt: 'os um uma nao com para como onde quem quando dinheiro aldeia nos nossa nosso podemos fazer temos queremos obrigado ola quanto ha tem sao esta voces mais mas ao aos dos das em',
    nl: 'het een van en is wij we ons onze niet hoe wie waar wat waarom kan kunnen voor met op aan ook of geld dorp gemeente zijn hebben wordt bij maar dit deze',
    ro: 'si este sunt noi cum cine unde cand pentru bani sat satul primaria putem nu va ce care avem vrem multumesc buna din la',
    ca: 'els amb quan diners poble podem nosaltres tenim volem aixo aquest aquesta som molt',
    sl: 'je in kako kdo kje kdaj zakaj za vas denar lahko imamo nas hvala ali smo ki na se',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Cyrillic}/u, 'uk'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Greek}/u, 'el'],
];

/** The share of a message's words that must be small words of another language, and how many there must be. */
const SHARE = 0.34;
const LEAST = 2;

/** Which language other than the three a message seems to be written in (ISO 639-1, for a script its most likely one here); null when none. */
export const foreignLanguageOf = (text: string, isKnown: (word: string) => boolean): string | null => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([pattern]) => (text.match(new RegExp(pattern.source, 'gu'))?.length ?? 0) > letters / 2);
  if (script) return script[1];
  const words = wordsOf(text);
  const counted = Object.entries(WORDS).map(([language, small]) => ({
    language,
    hits: words.filter((word) => small.has(word)).length,
    strange: words.filter((word) => small.has(word) && !isKnown(word)).length,
  }));
  const [first] = counted.sort((a, b) => b.hits - a.hits);
  const enough = first && first.hits >= LEAST && first.hits >= SHARE * words.length && first.strange * 2 >= first.hits;
  return enough ? first.language : null;
};
