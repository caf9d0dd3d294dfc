import type { Heard, StepsNamed } from '../../domain/heard.ts';
import { type NumbersNamed, numbersNamed } from './numbers-named.ts';
import type { Said } from './said.ts';

/** What ticks are heard among: how many steps the phase has, and which are open, by number. */
export type OnTheList = { readonly count: number; readonly open: readonly number[] };

const UNTICK =
  /\b(?:(?:togli|toglie|togliete|tolga|leva|levate|levi|rimuovi|elimina|cancella)\w*\b.*\b(?:spunta|crocetta|segno|tick|il|la|lo|punto|fatt[ie])|desel\w+|riapr\w+|aprite di nuovo|rimett\w+|decoch\w+|rouvr\w+|reouvr\w+|(?:enlev|retir|ote)\w*|untick\w*|uncheck\w*|unmark\w*|reopen\w*|open (?:it |that |the )?(?:\w+ ){0,2}again|(?:take|put|set) (?:the |that |it )?.*\b(?:off|away|back|open|out)|remove)\b/;
const NOT =
  /\b(?:non|no|not|pas|mica|macche|neanche|nemmeno|nope|nah|nan|isn|wasn|aren|weren|haven|hasn|didn|never|jamais|niente|rien|niet|nothing|neither|none|nessun\w*|aucun\w*|yet to|still open|ancora (?:aperto|aperta|da fare)|da (?:fare|rifare|riaprire)|a (?:faire|refaire|rouvrir)|to (?:do|redo)|needs? (?:doing|redoing)|falso allarme|fausse alerte|false alarm|too (?:early|soon)|trop tot|troppo presto|manca|missing|nanca|minga|point fini)\b/;
/** "Not" that denies nothing here. */
const NOT_NOT =
  /\b(?:non solo|not only|pas que|pas seulement|no problem|non c e problema|nessun problema|pas de probleme|pas de souci|not bad|why not|finally not)\b/g;
const DONE_WORDS =
  'fatt[oaie]|finit[oaie]|conclus[oaie]|chius[oaie]|completat[oaie]|complet[oaie]|terminat[oaie]|risolt[oaie]|sistemat[oaie]|sbrigat[oaie]|archiviat[oaie]|ultimat[oaie]|eseguit[oaie]|svolt[oaie]|compiut[oaie]|spuntat[oaie]|tenut[oaie]|superat[oaie]|a posto|ci siamo|portat[oaie] a (?:casa|termine)|alle spalle|in fondo|dietro le spalle|di mezzo|fada|completare|esaurit[oaie]' +
  '|faite?s?|finie?s?|terminee?s?|bouclee?s?|reglee?s?|close?s?|cochee?s?|achevee?s?|accomplie?s?|pliee?s?|expediee?s?|validee?s?|tenue?s?|c est bon|ca y est|a eu lieu|ont eu lieu|derriere nous|au bout|c est dans la poche|debarrasses?|classee?s?|rayee?s?' +
  '|done|did|finished|complete|completed|sorted|settled|closed|ticked|checked|behind us|out of the way|in the bag|wrapped(?: up)?|dusted|held|sealed|cracked|nailed|dealt with|crossed off|finito|over and done|licked|in order|took place|seen to|accomplished|carried out|concluded';
const DONE = new RegExp(`\\b(?:${DONE_WORDS})\\b`);
const AGREED = /\b(?:ok|okay|si|oui|yes|fine|bon|bene|good|check)\b/;
const TICK =
  /\b(?:segna|segnate|segni|segnare|segnalo|segnala|segnami|spunta|spuntate|spunti|spuntare|spuntami|metti|mettete|coche|cochez|cocher|notez|note|mettez|tick|check|mark|put)\b/;
const NOT_TO_TICK =
  /\b(?:non|don t|do not|never|ne|n|pas) (?:ancora |encore |yet |la |le |lo )?(?:segn|spunt|coch|tick|mark|check|mett)/;

const REST =
  /\b(?:il resto|gli altri|le altre|quelli|quelle|quei)?\s?\b(?:che (?:restavano|restano|mancavano|mancano|rimanevano|rimangono)|resto|gli altri|le altre|le reste|les autres|ceux qui restaient|celles qui restaient|celles qui restent|ceux qui restent|the rest|the others|the remaining|what was left|the ones left)\b/;
const BOTH =
  /\b(?:entramb[ie]|tutt[ie] e due|ambedue|i due|le due(?= (?:sono|le|fatte|finite|ok|a))|tous les deux|toutes les deux|les deux(?= (?:sont|c est|faits|faites|ok|finis|on))|both)\b/;
const ALL =
  /\b(?:tutt[oie]|tout|tous|toutes|everything|all|the lot|everyone of them|every one|whole list|par tutt)\b(?! (?:e due|les deux|a fait|de suite|le monde|of you|right|bene|quello|quanti))/;
const GREETED =
  /\b(?:(?:a|ciao|buongiorno|buonasera|salve|salut|bonjour|bonsoir|hi|hello|hey|morning|evening|afternoon|night) (?:a |to )?(?:tutti|tutte|tous|toutes|all|tout le monde)|bonjour tout le monde|after all|at all|pas du tout|du tout|tutto il|toute la|all the (?:people|best|same)|all (?:came|there|here))\b/g;
const EXCEPT =
  /\b(?:tranne|eccetto|salvo|meno|a parte|fuorche|sauf|excepte|hormis|a part|except(?: for)?|bar|apart from|all but|but for|barring|other than)\b/;
const THIS =
  /\b(?:quest[oa]|quell[oa]|quel (?:punto|passo)|celui (?:la|ci)|celle (?:la|ci)|cette etape|ce point|ca|that(?: one)?|this(?: one)?)\b/;

type Done = boolean | undefined;

const doneIn = (clause: string): Done => {
  if (UNTICK.test(clause)) return false;
  if (NOT.test(clause.replace(NOT_NOT, ' '))) return false;
  return DONE.test(clause) || AGREED.test(clause) || TICK.test(clause) ? true : undefined;
};

type Piece = { readonly numbers: readonly number[]; readonly done: Done };

/** A clause cut before each number that follows a word of being done: "1 e 3 ok il 2 no" are two. */
const cutAtDone = (clause: string, count: number): string[] => {
  const words = clause.split(' ');
  const named = numbersNamed(words, count);
  const cuts = named.flatMap((one, at) => {
    const before = named[at - 1];
    const between = before ? words.slice(before.to, one.from).join(' ') : '';
    return before && (DONE.test(between) || AGREED.test(between) || NOT.test(between)) ? [one.from] : [];
  });
  const starts = [
    0,
    ...cuts.map((cut) => (/^(?:il|lo|la|l|le|the|el|point|punto)$/.test(words[cut - 1] ?? '') ? cut - 1 : cut)),
  ];
  return starts.map((start, at) => words.slice(start, starts[at + 1]).join(' '));
};

const numbersIn = (clause: string, list: OnTheList): number[] => {
  const words = clause.split(' ');
  const named: NumbersNamed[] = numbersNamed(words, list.count);
  const own = named.flatMap(({ numbers }) => numbers);
  if (own.length > 0) return own;
  if (BOTH.test(clause)) return list.count === 2 ? [1, 2] : list.open.length === 2 ? [...list.open] : [];
  return REST.test(clause) ? [...list.open] : [];
};

/** Clauses that name steps, each with what is said of them; a clause that only says it ("… : finished!") goes with the one before. */
const piecesOf = ({ clauses }: Said, list: OnTheList): Piece[] => {
  const pieces: { numbers: number[]; done: Done }[] = [];
  let told: Done;
  for (const clause of clauses.flatMap((one) => cutAtDone(one, list.count))) {
    const numbers = numbersIn(clause, list);
    const done = doneIn(clause);
    const last = pieces.at(-1);
    if (numbers.length > 0) {
      const goesOn = last !== undefined && last.done === undefined;
      if (goesOn) {
        last.numbers.push(...numbers);
        last.done = done;
      } else pieces.push({ numbers, done: done ?? (pieces.length === 0 ? told : last?.done) });
    } else if (last && last.done === undefined) last.done = done;
    else if (!last && clause !== 'no' && clause !== 'non') told = done;
  }
  return pieces;
};

const byNumber = (numbers: readonly number[]): StepsNamed => ({
  by: 'number',
  numbers: [...new Set(numbers)].sort((a, b) => a - b),
});

/** Steps told by number, all at once, or "this one", as done or not; undefined when a message names none. */
export const ticksIn = (said: Said, list: OnTheList): Omit<Heard & { kind: 'ticks' }, 'advance'> | undefined => {
  if (NOT_TO_TICK.test(said.line)) return undefined;
  const plain = said.line.replace(GREETED, ' ');
  if (EXCEPT.test(plain)) {
    const [, ...after] = plain.split(EXCEPT);
    const but = numbersNamed((after[0] ?? '').trim().split(' '), list.count).flatMap(({ numbers }) => numbers);
    const whole = Array.from({ length: list.count }, (_, at) => at + 1);
    if (but.length > 0 && list.count > 0)
      return { kind: 'ticks', steps: byNumber(whole.filter((number) => !but.includes(number))), done: true };
  }
  const pieces = piecesOf(said, list).filter(({ done }) => done !== undefined);
  const told = pieces.some(({ done }) => done === true);
  const numbers = pieces.filter(({ done }) => done === told).flatMap((piece) => piece.numbers);
  if (numbers.length > 0) return { kind: 'ticks', steps: byNumber(numbers), done: told };
  const all = said.clauses.find((clause) => {
    const own = clause.replace(GREETED, ' ');
    return ALL.test(own) && DONE.test(own) && !NOT.test(own) && !EXCEPT.test(own);
  });
  if (all !== undefined) return { kind: 'ticks', steps: { by: 'all' }, done: true };
  return thisOne(said);
};

const MOST_WORDS = 6;
const BARE_DONE = new RegExp(
  `^(?:(?:ok|ecco|bene|bon|voila|si|oui|yes|allora|alors|right|et|e|and|all) )*(?:(?:e|c est|it s|that s|l abbiamo|on l a|we ve|we|abbiamo|nous avons|on a|sono|j ai|ho|i ve|i) )?(?:gia |deja |already |tout juste |bien )*(?:${DONE_WORDS})(?: (?:ecco|voila|anche questo|ragazzi|ieri|hier|yesterday|grazie|merci|thanks|that|it|one|two|tout a l heure|x))*$`,
);

/** "Done!", "quello l'abbiamo fatto", "that one isn't": the step just spoken of. */
const thisOne = ({ line }: Said): Omit<Heard & { kind: 'ticks' }, 'advance'> | undefined => {
  const short = line.split(' ').length <= MOST_WORDS;
  const told = BARE_DONE.test(line) || (THIS.test(line) && DONE.test(line) && line.split(' ').length <= MOST_WORDS + 2);
  if (!told || (!short && !THIS.test(line))) return undefined;
  return { kind: 'ticks', steps: { by: 'nothing' }, done: doneIn(line) !== false };
};
