import { OPENS_DONE } from './done-words.ts';
import { numeralOf } from './numerals.ts';

/** Numbers of steps that a clause names, and which of its words do so. */
export type NumbersNamed = { readonly numbers: readonly number[]; readonly from: number; readonly to: number };

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const ARTICLES = set(
  'il lo la l el er o lu al del dal le les the i gli lou au du quel quello quella ce cette that this sul number numero',
);
const PLURALS = set('i gli le les the');
const STEP_NOUNS = set(
  'punto punti passo passi numero numeri num n nr no step steps point points number numbers etape etapes tache taches task tasks item items ' +
    'voce voci tappa tappe casella ligne lignes line lines riga one ones compito cosa chose thing truc',
);
/** A number after these names something else: a phase, a plan, an hour, a share. */
const OTHERWISE = set(
  'fase phase stage piano plan ore alle heures at h vers verso of su sur di de en in siamo are sommes eravamo etait etions etaient were erano circa about',
);
/** What may stand behind a step's number where neither "point" nor "step" says what it is: a verb, a link, a small word. */
const FOLLOW = set(
  'e ed et and n o ou or piu plus est es is are s was were sono sont son era xe ze l lo la li le il el lu ci ce c ca j ho hanno ha a ai on we ve ' +
    'nous abbiamo avons have has had been not non no pas isn wasn aren ain haven hasn never ancora encore yet still mai gia deja already ok okay si ' +
    'oui yes anche aussi too also both per please s grazie merci thanks behind off out dai va finalement infine to alla che qui that which puo ' +
    'possono peut peuvent can may risulta ieri hier yesterday oggi stamattina today last so then as ont avons allora alors donc da in pure bon ready but except ' +
    'tranne sauf one ones svp stp pf pls by mi',
);
/** What is done, or ticked, is the number that follows. */
const VERBS = set(
  'tick off mark check with did done finished closed completed do undo untick reopen fatto finito chiuso fait fini coche',
);
const AND = set('e ed et and n y o ou plus piu anche aussi also puis poi then il lo la l el le les the i gli');
const LAST = set('ultimo ultima ultim dernier derniere last darrier');
const FIRSTS = set('primi prime premiers premieres first');
/** "The first who says so" is somebody. */
const WHO = set('che qui who that to');
const LASTS = set('ultimi ultime derniers dernieres last final');
const BEFORE_LAST = /^(?:penultim[oa]|avant dernier|avant derniere|last but one|second to last)\b/;
/** Behind a number these make it a date, an hour, a sum, people. */
const COUNTED = new RegExp(
  '^(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre' +
    '|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|decembre' +
    '|january|february|march|april|may|june|july|august|september|october|november|december' +
    '|ore|heures?|hours?|h|oclock|giorn[oi]|jours?|days?|anni|ans|years?|mesi|mois|months?|euro|euros|volt[ae]|fois|times|person[ae]|personnes?|people|di noi|d entre nous|of us)\\b',
);

const span = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

const UP_TO =
  /^(?:fino (?:al|alla|a)|jusqu (?:au|a la|a)|(?:all )?up to(?: the)?|till(?: the)?)(?: (?:punto|numero|point|number|step|etape))? (\w+)\b/;
const FROM_TO =
  /^((?:dal|dalla|da|du|de la|de|from|from the|d)(?: l)? )?(\w+) (?:al|alla|all|a|a la|au|to|to the|through|thru|fino al|fino alla|fino a|till|until|jusqu au|jusqu a la)(?: l)? (\w+)\b/;

/** "Dal 2 al 4", "2 to 4", "up to 3": how many words it takes, and the numbers. */
const rangeAt = (words: readonly string[], at: number, count: number): NumbersNamed | undefined => {
  const tail = words.slice(at, at + 7).join(' ');
  const [upTo, end] = UP_TO.exec(tail) ?? [];
  if (upTo !== undefined) {
    const last = numeralOf(end);
    return last && { numbers: span(1, last.value), from: at, to: at + upTo.split(' ').length };
  }
  const [whole, opening, one, other] = FROM_TO.exec(tail) ?? [];
  const first = numeralOf(one);
  const last = LAST.has(other ?? '') && count > 0 ? { value: count, as: 'order' as const } : numeralOf(other);
  if (whole === undefined || !first || !last || last.value <= first.value) return undefined;
  if (first.as === 'count' && last.as === 'count' && opening === undefined && !/ thr(?:ough|u) /.test(whole))
    return undefined;
  return { numbers: span(first.value, last.value), from: at, to: at + whole.split(' ').length };
};

/** "The first two", "gli ultimi tre", "les deux premiers". */
const groupAt = (words: readonly string[], at: number, count: number): NumbersNamed | undefined => {
  const from = PLURALS.has(words[at] ?? '') ? at + 1 : at;
  const [one = '', two = ''] = words.slice(from, from + 2);
  const countsFirst = numeralOf(two) === undefined || numeralOf(two)?.as === 'order';
  const howMany = numeralOf(countsFirst ? one : two);
  const edge = countsFirst ? two : one;
  if (!howMany || howMany.as === 'order' || howMany.value < 2 || howMany.value > count) return undefined;
  const isFirst = FIRSTS.has(edge);
  if (!isFirst && !LASTS.has(edge)) return undefined;
  const numbers = isFirst ? span(1, howMany.value) : span(count - howMany.value + 1, count);
  return { numbers, from: at, to: from + 2 };
};

type Listening = {
  readonly count: number;
  /** It is known that the message speaks of steps: a number with an article is one whatever follows. */
  readonly freely: boolean;
};

/** One step by its number: "il 2", "point 3", "the second", "4 done"; not "the 3 councillors", "alle 3", "il primo cittadino". */
const singleAt = (
  words: readonly string[],
  at: number,
  { count, freely }: Listening,
  inList: boolean,
): NumbersNamed | undefined => {
  const [before = '', word = '', next = ''] = [words[at - 1], words[at], words[at + 1]];
  const [beforeLast] = BEFORE_LAST.exec(words.slice(at, at + 3).join(' ')) ?? [];
  if (beforeLast !== undefined && count > 1)
    return { numbers: [count - 1], from: at, to: at + beforeLast.split(' ').length };
  const numeral = LAST.has(word) && count > 0 ? { value: count, as: 'order' as const } : numeralOf(word);
  if (!numeral || numeral.value < 1 || COUNTED.test(words.slice(at + 1, at + 4).join(' '))) return undefined;
  const named = { numbers: [numeral.value], from: at, to: at + 1 };
  if (STEP_NOUNS.has(before) && before !== 'n' && before !== 'one') return named;
  const hasArticle = ARTICLES.has(before);
  const spoken = hasArticle ? (words[at - 2] ?? '') : before;
  if (OTHERWISE.has(spoken) && words[at - 2] !== 'care' && (!hasArticle || /^(?:of|fase|phase)$/.test(spoken)))
    return undefined;
  if (numeral.as === 'order' && STEP_NOUNS.has(next)) return { ...named, to: at + 2 };
  if (next === 'of' || (next === 'di' && numeralOf(words[at + 2]))) return undefined;
  if (numeral.as === 'order' && !LAST.has(word) && hasArticle && WHO.has(next)) return undefined;
  if (numeral.as === 'digits' && inList && at > 0 && words.slice(0, at).some((one) => STEP_NOUNS.has(one)))
    return named;
  const isFollowed = next === '' || FOLLOW.has(next) || OPENS_DONE.test(words.slice(at + 1, at + 4).join(' '));
  const isSingle = hasArticle && !(PLURALS.has(before) && before !== 'le' && before !== 'the');
  if (!isFollowed && !(freely && (isSingle || inList || at === 0) && numeral.value <= count)) return undefined;
  // "La prima" may be a step; "prima" alone means "before".
  if (numeral.as === 'order') return word === 'prima' && !hasArticle ? undefined : named;
  if (numeral.as === 'count') {
    const isOne = word === 'un' || word === 'one';
    return (isSingle && !isOne) || inList || (VERBS.has(before) && !isOne) || (freely && at === 0) ? named : undefined;
  }
  return named;
};

/** A count that another number follows, "and" between them: "uno e due", "one two and three". */
const listGoesOn = (words: readonly string[], at: number): boolean => {
  const next = words.slice(at + 1).findIndex((word) => !AND.has(word));
  return next >= 0 && next <= 2 && numeralOf(words[at + 1 + next]) !== undefined && numeralOf(words[at]) !== undefined;
};

/** The steps that the words of a clause name by their numbers, among `count`, in their order. */
export const numbersNamed = (words: readonly string[], count: number, freely = false): NumbersNamed[] => {
  const found: NumbersNamed[] = [];
  let at = 0;
  while (at < words.length) {
    const previous = found.at(-1);
    const inList =
      (previous !== undefined && words.slice(previous.to, at).every((word) => AND.has(word))) || listGoesOn(words, at);
    const named =
      rangeAt(words, at, count) ?? groupAt(words, at, count) ?? singleAt(words, at, { count, freely }, inList);
    if (named) found.push(named);
    at = named ? named.to : at + 1;
  }
  return found;
};
