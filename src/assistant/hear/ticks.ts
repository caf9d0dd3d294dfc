import type { StepsNamed } from '../../domain/heard.ts';
import type { Language } from '../../domain/language.ts';
import { withoutCount } from './counted.ts';
import { BARELY_DONE, DONE } from './done-words.ts';
import { numbersNamed } from './numbers-named.ts';
import { doubtIn } from './report.ts';
import type { Said } from './said.ts';
import { RATHER, type Talk } from './talk.ts';

/** What ticks are heard among: how many steps the phase has, and which are open, by number. */
export type OnTheList = { readonly count: number; readonly open: readonly number[]; readonly language: Language };

const UNTICK =
  /\b(?:(?:togli|toglie|togliete|tolga|leva|levate|levi|rimuovi|elimina|cancella)\w*\b.*\b(?:spunta|crocetta|segno|tick|il|la|lo|punto|fatt[ie])|desel\w+|riapr\w+|aprite di nuovo|rimett\w+|decoch\w+|rouvr\w+|reouvr\w+|(?:enlev|retir|ote)\w*|untick\w*|uncheck\w*|unmark\w*|reopen\w*|open (?:it |that |the )?(?:\w+ ){0,2}again|(?:take|put|set) (?:the |that |it )?.*\b(?:off|away|back|open|out)|remove)\b/;
const NOT =
  /\b(?:non|no|not|pas|mica|macche|neanche|nemmeno|nope|nah|nan|isn|wasn|aren|weren|haven|hasn|didn|never|jamais|niente|rien|niet|nothing|neither|none|nessun\w*|aucun\w*|yet to|still open|ancora (?:aperto|aperta|da fare)|da (?:fare|rifare|riaprire)|a (?:faire|refaire|rouvrir)|to (?:do|redo)|needs? (?:doing|redoing)|falso allarme|fausse alerte|false alarm|too (?:early|soon)|trop tot|troppo presto|manca|missing|nanca|minga|point fini)\b/;
/** "Not" that denies nothing here. */
const NOT_NOT =
  /\b(?:non solo|not only|pas que|pas seulement|no problem|non c e problema|nessun problema|pas de probleme|pas de souci|not bad|why not|finally not)\b/g;
/** "Si" is a yes at a clause's end or before what it agrees to; before a verb ("si occupa") it is none. */
const AGREED =
  /\b(?:ok|okay|si(?=$| (?:il|lo|la|i|gli|le|l|anche|tutto|ok|punto|passo|fatt\w+|\d+)\b)|oui|yes|fine|bon|bene|good|check)\b/;
const TICK =
  /\b(?:segna|segnate|segni|segnare|segnalo|segnala|segnami|spunta|spuntate|spunti|spuntare|spuntami|metti(?:ci|lo|la)?|mettete(?:ci)?|coche|cochez|cocher|notez|note|mettez|tick|check|mark|put)\b/;
/** Ticked, but by mistake. */
const WRONGLY =
  /\b(?:sbagliat[oaie]|troppo (?:presto|in fretta)|trop (?:vite|tot)|too (?:soon|fast|quickly|hastily)|per (?:errore|sbaglio)|par erreur|trompee?s?|by (?:mistake|accident)|wrong(?:ly)?)\b/;
const REDO = /\b(?:rifare|rifatt[oaie]|refaire|redo|redone|da capo)\b/;
const NOT_TO_TICK =
  /\b(?:non|don t|do not|never|ne|n|pas) (?:ancora |encore |yet |la |le |lo )?(?:segn|spunt|coch|tick|mark|check|mett)/;

const REST =
  /\b(?:(?:che|what|qui) (?:restavano|restano|mancavano|mancano|rimanevano|rimangono|was left|restaient|restent)|resto|gli altri|le altre|le reste|les autres|the rest|the others|the remaining|the ones left)\b/;
const BOTH =
  /\b(?:entramb[ie]|tutt[ie] e due|ambedue|i due|le due(?= (?:sono|le|fatte|finite|ok|a))|tous les deux|toutes les deux|les deux(?= (?:sont|c est|faits|faites|ok|finis|on))|both)\b/;
const ALL =
  /\b(?:tutt[oie]|tout|tous|toutes|everything|all|the lot|everyone of them|every one|whole list|par tutt)\b(?! (?:e due|les deux|a fait|de suite|le monde|of you|right|bene|quello|quanti))/;
const GREETED =
  /\b(?:(?:a|ciao|buongiorno|buonasera|salve|salut|bonjour|bonsoir|hi|hello|hey|morning|evening|afternoon|night) (?:a |to )?(?:tutti|tutte|tous|toutes|all|tout le monde)|bonjour tout le monde|after all|at all|pas du tout|du tout|tutto il|toute la|all the (?:people|best|same)|all (?:came|there|here))\b/g;
const EXCEPT =
  /\b(?:tranne|eccetto|salvo|meno|a parte|fuorche|sauf|excepte|hormis|a part|except(?: for)?|bar|apart from|(?:all|everything|tutto|tous) (?:but|ma)|but for|barring|other than)\b|^tolt[oaie]\b/;
/** One step is named as the only one left; "only 3 left" counts them. */
const ONLY_LEFT =
  /^(?:ormai |adesso |ora )?(?:ci )?(?:manca|resta|rimane) (?:solo|soltanto|ormai solo) ((?:il|la|l|solo il) .*)$|^(?:maintenant )?il (?:ne |nous )?(?:manque|reste) (?:plus )?que ((?:le|la|l) .*)$|^(?:now )?only ((?:number|point|step|the) .*) (?:is |s )?(?:left|missing|remaining|to go|to do)$/;
const THIS =
  /\b(?:quest[oa]|quell[oa]|quel (?:punto|passo)|celui (?:la|ci)|celle (?:la|ci)|cette etape|ce point|ca|that(?: one)?|this(?: one)?)\b/;

type Done = boolean | undefined;

const doneIn = (clause: string): Done => {
  if (UNTICK.test(clause) || REDO.test(clause)) return false;
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

const numbersIn = (clause: string, list: OnTheList, freely: boolean): readonly number[] => {
  const own = numbersNamed(clause.split(' '), list.count, freely).flatMap(({ numbers }) => numbers);
  if (own.length > 0) return own;
  if (BOTH.test(clause)) return list.count === 2 ? [1, 2] : list.open.length === 2 ? list.open : [];
  return REST.test(clause) ? list.open : [];
};

/** Clauses that name steps, each with what is said of them; a clause that only says it ("… : finished!") goes with the one before. */
const piecesOf = (clauses: readonly string[], list: OnTheList, freely: boolean): Piece[] => {
  const pieces: { numbers: number[]; done: Done }[] = [];
  let told: Done;
  for (const clause of clauses.flatMap((one) => cutAtDone(one, list.count))) {
    const numbers = numbersIn(clause, list, freely);
    const done = doneIn(clause);
    const last = pieces.at(-1);
    if (numbers.length > 0) {
      if (last && last.done === undefined) {
        last.numbers.push(...numbers);
        last.done = done;
      } else pieces.push({ numbers: [...numbers], done: done ?? (pieces.length === 0 ? told : last?.done) });
    } else if (last && last.done === undefined) last.done = done;
    else if (!last && clause !== 'no' && clause !== 'non') told = done;
  }
  return pieces;
};

type Ticks = { readonly steps: StepsNamed; readonly done: boolean };

const byNumber = (numbers: readonly number[]): StepsNamed => ({
  by: 'number',
  numbers: [...new Set(numbers)].sort((a, b) => a - b),
});

/** "All but the third", "only point 3 is left": all the others. */
const allExcept = (line: string, { count }: OnTheList): Ticks | undefined => {
  const after = line.split(EXCEPT)[1] ?? ONLY_LEFT.exec(line)?.slice(1).find(Boolean);
  if (after === undefined) return undefined;
  const but = numbersNamed(after.trim().split(' '), count, true).flatMap(({ numbers }) => numbers);
  const whole = Array.from({ length: count }, (_, at) => at + 1);
  return but.length > 0 && count > 0
    ? { steps: byNumber(whole.filter((number) => !but.includes(number))), done: true }
    : undefined;
};

const numbered = (clauses: readonly string[], list: OnTheList, talk: Talk): Ticks | undefined => {
  const aboutSteps = talk.of('step-done') + talk.of('step-undone') + talk.of('next-phase') >= RATHER;
  const strictly = piecesOf(clauses, list, false);
  const pieces = strictly.length > 0 || !aboutSteps ? strictly : piecesOf(clauses, list, true);
  // Where no word says it, the whole message does.
  const meant: Done = talk.of('step-done') >= RATHER ? true : talk.of('step-undone') >= RATHER ? false : undefined;
  const sure = pieces.flatMap(({ numbers, done = meant }) => (done === undefined ? [] : [{ numbers, done }]));
  const told = sure.some(({ done }) => done) && !WRONGLY.test(clauses.join(' '));
  const numbers = sure.filter(({ done }) => done === told || !told).flatMap((piece) => piece.numbers);
  return numbers.length > 0 ? { steps: byNumber(numbers), done: told } : undefined;
};

const MOST_WORDS = 6;

/** "Done!", "quello l'abbiamo fatto", "that one isn't": the step just spoken of. */
const thisOne = (line: string): Ticks | undefined => {
  const length = line.split(' ').length;
  const told =
    (BARELY_DONE.test(line) && length <= MOST_WORDS) ||
    (THIS.test(line) && DONE.test(line) && length <= MOST_WORDS + 2);
  return told ? { steps: { by: 'nothing' }, done: doneIn(line) !== false } : undefined;
};

/** Steps told by number, all at once, or "this one", as done or not; undefined when a message names none. */
export const ticksIn = ({ line, clauses }: Said, list: OnTheList, talk: Talk): Ticks | undefined => {
  if (NOT_TO_TICK.test(line) || ['condition', 'others'].includes(doubtIn(line, list.language) ?? '')) return undefined;
  // "We must do 1 again" takes its tick away.
  const again = (clause: string) => UNTICK.test(clause) || REDO.test(clause) || talk.of('step-undone') >= RATHER;
  const reported = clauses.map(withoutCount).filter((clause) => {
    const doubt = doubtIn(clause, list.language);
    return doubt === undefined || (doubt === 'need' && again(clause));
  });
  if (reported.length === 0) return undefined;
  const plain = reported.map((clause) => clause.replace(GREETED, ' '));
  const exceptIn = reported.length === clauses.length ? [line, ...reported] : reported;
  const except = exceptIn.map((one) => allExcept(one.replace(GREETED, ' '), list)).find(Boolean);
  const named = except ?? numbered(reported, list, talk);
  if (named) return named;
  if (reported.length < clauses.length) return undefined;
  const all = plain.some(
    (clause) => ALL.test(clause) && DONE.test(clause) && !NOT.test(clause) && !EXCEPT.test(clause),
  );
  return all ? { steps: { by: 'all' }, done: true } : thisOne(line);
};
