const NUMBER = {
  it: '(?:\\d|[12]\\d|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|quindici|venti|pochi|poche)',
  fr: '(?:\\d|[12]\\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|quelques uns)',
  en: '(?:\\d|[12]\\d|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|a few|a handful)',
};

/** How a handful of people counts itself: "siamo in cinque", "noi 5", "on est quatre copains", "there are six of us". */
const COUNTED = new RegExp(
  `\\b(?:(?:siamo|saremo|eravamo) (?:gia |solo |appena |noi )*(?:in )?${NUMBER.it}\\b(?! (?:soci|cooperative|comuni|piani|fasi|passi))|noi ${NUMBER.it}\\b(?! (?:punti|passi))|` +
    `(?:on est|nous sommes|on etait) (?:deja |seulement |a )*${NUMBER.fr}\\b(?! (?:communes|cooperatives|etapes|phases))|` +
    `(?:there are|there s|we are|we re|were) (?:already |only |just |about )*${NUMBER.en} of us|${NUMBER.en} of us)\\b`,
  'g',
);

/** Whether a folded line counts those who write: a handful of people, and no body. */
export const countsThemselves = (line: string): boolean => line.search(COUNTED) >= 0;

/** A folded line without what counts those who write: its numbers are of no step. */
export const withoutCount = (line: string): string => line.replace(COUNTED, ' ').replace(/\s+/g, ' ').trim();
