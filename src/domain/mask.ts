/** What tells who somebody is, or how to reach them, and what stands in its place. */
const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/\b[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}\b/giu, '[e-mail]'],
  [/\bhttps?:\/\/\S+|\bwww\.\S+/giu, '[link]'],
  [/(?<![\p{L}\p{N}])@\w{3,}/giu, '[name]'],
  // A bank account as it is printed, in groups of four; a tax code in its groups.
  [/\b[A-Z]{2}\d{2}(?=(?:[A-Z ]*\d){8})(?: [A-Z0-9]{4}){3,7}(?: [A-Z0-9]{1,3})?\b/giu, '[code]'],
  [/\b[A-Z]{3} [A-Z]{3} \d{2}[A-Z]\d{2} [A-Z]\d{3}[A-Z]\b/giu, '[code]'],
  // An Italian tax code, a bank account: letters and digits in one long word.
  [/\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{11,34}\b/giu, '[code]'],
  // Six digits or more in a row, spaces and dots between them; a slash only behind an area code: a law or a date is no telephone.
  [/(?:\+|\b)\d(?:[\s.-]?\d){5,}\b|\b0\d{1,4}\/\d{5,}\b/gu, '[number]'],
  // "Mi chiamo Anna Rossi", "my name is …": the name that is told.
  [
    /\b((?:[Mm]i chiamo|[Ii]l mio nome è|[Jj]e m['’]appelle|[Mm]on nom est|[Mm]y name(?: is|['’]s)) +)\p{L}[\p{L}'’-]*(?: +\p{Lu}[\p{L}'’-]*){0,3}/gu,
    '$1[name]',
  ],
  // "Signora Bianchi", "M. Dupont", "Mr Smith".
  [
    /(?<!\p{L})((?:[Ss]ig(?:\.|nor[ae]?|\.ra)?|[Dd]ott(?:\.|ore|oressa|\.ssa)?|[Mm]onsieur|[Mm]adame|M\.|Mme|Mlle|M(?:r|rs|s)\.?) +)\p{Lu}[\p{L}'’-]+(?: +\p{Lu}[\p{L}'’-]+)?/gu,
    '$1[name]',
  ],
];

/** A text without what tells who somebody is or how to reach them, as far as its form shows it. */
export const masked = (text: string): string =>
  PERSONAL.reduce((rest, [personal, instead]) => rest.replace(personal, instead), text);
