import { numeralOf } from './numerals.ts';

/** Numbers of steps that a clause names, and which of its words do so. */
export type NumbersNamed = { readonly numbers: readonly number[]; readonly from: number; readonly to: number };

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const ARTICLES = set(
  'il lo la l el er o lu al del dal le les the i gli lou au du quel quello quella ce cette that this',
);
const PLURALS = set('i gli le les the');
const STEP_NOUNS = set(
  'punto punti passo passi numero numeri num n nr no step steps point points number numbers etape etapes tache taches task tasks item items voce voci tappa tappe casella ligne lignes line lines riga one ones compito cosa chose thing truc',
);
/** A number after these names something else: a phase, a plan, an hour, a share. */
const OTHERWISE = set(
  'fase phase stage piano plan ore alle heures at h vers verso of su sur di de en in siamo are sommes eravamo circa about',
);
/** What may stand behind a step's number where neither "point" nor "step" says what it is: a verb, a link, a word of being done. */
const FOLLOW = set(
  'e ed et and n o ou or piu plus est es is are s was were sono sont son era xe ze l lo la li le il el lu ci ce c ca j ho hanno ha a ai on we ve nous abbiamo avons have has had been fatto fatta fatti fatte fait faits faite faites done finito finita fini finie finished completato completata conclusa concluso chiuso chiusa terminato terminata termine terminee complete completed sorted closed boucle bouclee regle reglee coche cochee ticked not non no pas n isn wasn aren ain haven hasn never ancora encore yet still mai gia deja already ok okay si oui yes anche aussi too also both per please s grazie merci thanks behind off out dai va finalement infine to alla che qui that which puo possono peut peuvent can may risulta ieri hier yesterday oggi stamattina today last so then allora alors donc sistemato sistemata a to da in pure bon ready but except tranne sauf one ones',
);
const AND = set('e ed et and n y o ou plus piu anche aussi also puis poi then il lo la l el le les the i gli');
const LAST = set('ultimo ultima ultim dernier derniere last darrier');
const FIRSTS = set('primi prime premiers premieres first');
const LASTS = set('ultimi ultime derniers dernieres last final');
const BEFORE_LAST = /^(?:penultim[oa]|avant dernier|avant derniere|last but one|second to last)\b/;
const MONTHS =
  /^(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|june|july|august|september|october|november|december)$/;

const span = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/** "Dal 2 al 4", "2 to 4", "up to 3": how many words it takes, and the numbers. */
const rangeAt = (words: readonly string[], at: number): NumbersNamed | undefined => {
  const tail = words.slice(at, at + 7).join(' ');
  const whole =
    /^(?:(?:dal|dalla|da|du|de la|de|from|from the|d)(?: l)? )?(\w+) (?:al|alla|a|a la|au|to|to the|through|thru|fino al|fino alla|fino a|till|until|jusqu au|jusqu a la)(?: l)? (\w+)\b/.exec(
      tail,
    );
  const upTo =
    /^(?:fino (?:al|alla|a)|jusqu (?:au|a la|a)|(?:all )?up to(?: the)?|till(?: the)?)(?: (?:punto|numero|point|number|step|etape))? (\w+)\b/.exec(
      tail,
    );
  if (upTo) {
    const last = numeralOf(upTo[1]);
    return last && { numbers: span(1, last.value), from: at, to: at + upTo[0].split(' ').length };
  }
  const first = numeralOf(whole?.[1]);
  const last = numeralOf(whole?.[2]);
  if (
    !whole ||
    !first ||
    !last ||
    last.value <= first.value ||
    (first.as === 'count' && last.as === 'count' && !/^d|^from/.test(tail))
  )
    return undefined;
  return { numbers: span(first.value, last.value), from: at, to: at + whole[0].split(' ').length };
};

/** "The first two", "gli ultimi tre", "les deux premiers". */
const groupAt = (words: readonly string[], at: number, count: number): NumbersNamed | undefined => {
  const from = PLURALS.has(words[at] ?? '') ? at + 1 : at;
  const [one = '', two = ''] = words.slice(from, from + 2);
  const howMany = (numeralOf(two)?.as === 'order' ? undefined : numeralOf(two)) ?? numeralOf(one);
  const edge = numeralOf(two)?.value === howMany?.value && numeralOf(two) ? one : two;
  if (!howMany || howMany.as === 'order' || howMany.value < 2 || howMany.value > count) return undefined;
  const first = FIRSTS.has(edge);
  if (!first && !LASTS.has(edge)) return undefined;
  const numbers = first ? span(1, howMany.value) : span(count - howMany.value + 1, count);
  return { numbers, from: at, to: from + 2 };
};

/** One step by its number: "il 2", "point 3", "the second", "4 done"; not "the 3 councillors", "alle 3", "il primo cittadino". */
const singleAt = (words: readonly string[], at: number, count: number, inList: boolean): NumbersNamed | undefined => {
  const before = words[at - 1] ?? '';
  const word = words[at] ?? '';
  const tail = words.slice(at).join(' ');
  const [beforeLast] = BEFORE_LAST.exec(tail) ?? [];
  if (beforeLast !== undefined && count > 1)
    return { numbers: [count - 1], from: at, to: at + beforeLast.split(' ').length };
  const last = LAST.has(word) && count > 0;
  const numeral = last ? { value: count, as: 'order' as const } : numeralOf(word);
  if (!numeral || numeral.value < 1) return undefined;
  const next = words[at + 1] ?? '';
  const after = words[at + 2] ?? '';
  const named = { numbers: [numeral.value], from: at, to: at + 1 };
  if (MONTHS.test(next)) return undefined;
  const spoken = ARTICLES.has(before) ? (words[at - 2] ?? '') : before;
  if (STEP_NOUNS.has(before) && before !== 'n' && before !== 'one') return named;
  if (OTHERWISE.has(spoken) && !ARTICLES.has(before)) return undefined;
  if (spoken === 'of' || spoken === 'fase' || spoken === 'phase') return undefined;
  if (numeral.as === 'order' && STEP_NOUNS.has(next)) return { ...named, to: at + 2 };
  const followed = next === '' || FOLLOW.has(next);
  if (!followed) return undefined;
  // "La prima" may be a step; "prima" alone means "before".
  if (numeral.as === 'order') return word === 'prima' && !ARTICLES.has(before) ? undefined : named;
  if (next === 'of' || (next === 'di' && numeralOf(after))) return undefined;
  if (numeral.as === 'count') {
    const single = ARTICLES.has(before) && !(PLURALS.has(before) && before !== 'le' && before !== 'the');
    return (single && word !== 'un' && word !== 'one') || inList ? named : undefined;
  }
  return named;
};

/** The steps that the words of a clause name by their numbers, among `count`, in their order. */
export const numbersNamed = (words: readonly string[], count: number): NumbersNamed[] => {
  const found: NumbersNamed[] = [];
  let at = 0;
  while (at < words.length) {
    const previous = found.at(-1);
    const inList =
      (previous !== undefined && words.slice(previous.to, at).every((word) => AND.has(word))) || listGoesOn(words, at);
    const named = rangeAt(words, at) ?? groupAt(words, at, count) ?? singleAt(words, at, count, inList);
    if (named) found.push(named);
    at = named ? named.to : at + 1;
  }
  return found;
};

/** A count that another number follows, "and" between them: "uno e due", "one two and three". */
const listGoesOn = (words: readonly string[], at: number): boolean => {
  const next = words.slice(at + 1).findIndex((word) => !AND.has(word));
  return next >= 0 && next <= 2 && numeralOf(words[at + 1 + next]) !== undefined && numeralOf(words[at]) !== undefined;
};
