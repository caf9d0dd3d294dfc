import type { Centre } from '../../domain/centre.ts';
import { masked } from '../../domain/mask.ts';
import { plainWords } from '../../domain/plain-words.ts';

const LINK = /\bhttps?:\/\/\S+|\bwww\.\S+/giu;
const NUMBER = /\+?\d(?:[\s./-]?\d){5,}/gu;
/** Letters of no alphabet: they stand for what is kept as it is. */
const FIRST_SIGN = 0xe100;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** What a centre tells everybody of itself, and links: they are nobody's personal data. */
const publicIn = (text: string, { telephone, email }: Centre): string[] => {
  const own = telephone === null ? '' : digitsOf(telephone);
  const numbers = [...text.matchAll(NUMBER)]
    .map(([number]) => number)
    .filter((number) => own.endsWith(digitsOf(number)));
  const mail = email !== null && text.includes(email) ? [email] : [];
  return [...[...text.matchAll(LINK)].map(([link]) => link), ...mail, ...numbers];
};

/** A centre's text without the personal data of people; its own telephone and e-mail, and links, stay, and no link hides where it leads. */
export const maskedNote = (written: string, centre: Centre): string => {
  const text = plainWords(written);
  const kept = publicIn(text, centre);
  const signed = kept.reduce((rest, one, at) => rest.replaceAll(one, String.fromCharCode(FIRST_SIGN + at)), text);
  return kept.reduce((rest, one, at) => rest.replaceAll(String.fromCharCode(FIRST_SIGN + at), one), masked(signed));
};

const WORD = /\p{L}[\p{L}'’-]*/gu;
/** A shorter word of a name may be any word. */
const LEAST_OF_A_NAME = 3;

/** Words that greet one person by name, and are for nobody else. */
const GREETING =
  /^\s*(?:buongiorno|buonasera|ciao|salve|gentile|car[oa]|bonjour|bonsoir|salut|chère?|hello|hi|dear|good (?:morning|afternoon|evening))(?: (?:signora|signor|sig\.ra|sig\.|madame|monsieur))? \[name\]\s*[,!.:]\s*(\p{L})/iu;

/** A text without the name of who asked, wherever it stands: "Sono Maria Rossi"; "Gentile Maria, …" is left out whole. */
export const withoutName = (text: string, name: string): string => {
  const words = new Set((name.match(WORD) ?? []).filter((word) => word.length >= LEAST_OF_A_NAME));
  return text
    .replace(WORD, (word) => (words.has(word) ? '[name]' : word))
    .replace(/\[name\](?: \[name\])+/g, '[name]')
    .replace(GREETING, (_, first: string) => first.toUpperCase());
};
