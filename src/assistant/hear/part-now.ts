/** Where a message turns from what was to what is: "we have talked to all, now we must make the project". */
const NOW =
  /\b(?:e adesso|adesso|ed ora|e ora|ora (?=dobbiamo|bisogna|tocca|vogliamo|facciamo|ci|si|siamo|manca)|maintenant|a present|desormais|and now|now)\b/;
/** The least that must stand on either side. */
const LEAST_BEFORE = 3;
const LEAST_BEHIND = 2;

const wordsIn = (text: string): number => text.trim().split(' ').filter(Boolean).length;

/** What a folded line says of now where it tells too what was before; undefined where it does not turn. */
export const partNow = (line: string): string | undefined => {
  const [now] = NOW.exec(line) ?? [];
  if (now === undefined) return undefined;
  const at = line.indexOf(now);
  const behind = line.slice(at + now.length).trim();
  return wordsIn(line.slice(0, at)) >= LEAST_BEFORE && wordsIn(behind) >= LEAST_BEHIND ? behind : undefined;
};

/** "Just an idea": the beginning, said outright. */
const ONLY_IDEA =
  /\b(?:(?:solo|soltanto|appena|giusto|per ora|ancora) (?:\w+ )?(?:un |una |l )?idea|(?:juste|seulement|qu|encore) (?:\w+ )?(?:une |l )?idee|(?:just|only|barely|still) (?:\w+ )?(?:an |the )?idea)\b/;

/** Whether a folded line says that there is no more than an idea. */
export const isOnlyIdea = (line: string): boolean => ONLY_IDEA.test(line);
