import { fold } from '../language/fold.ts';

/** Long numbers and codes that belong to somebody. */
const FORMS: readonly RegExp[] = [
  // A bank account, in one word or in groups of four.
  /\b[A-Z]{2}\d{2}(?=(?:[A-Z ]*\d){8})(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/gi,
  // An Italian tax code.
  /\b[A-Z]{3} ?[A-Z]{3} ?\d{2}[A-Z]\d{2} ?[A-Z]\d{3}[A-Z]\b/gi,
  /\b[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}\b/giu,
  // A card, a number of social security.
  /\b\d(?:[ -]?\d){12,18}\b/g,
  // A telephone: it begins with its country, a nought, or the three of an Italian mobile. A date is none, and no amount in thousands.
  /(?<![\d.,])(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b(?![./-]\d))(?!\d{1,3}(?:[. ]\d{3})+\b(?![ .-]?\d))(?:\+\d{1,3}|00\d|0\d|3\d{2})(?:[ ./-]?\d){6,11}\b/g,
];

/** What illnesses are called, folded. */
const ILLNESS =
  '(?:tumore|cancro|diabete|alzheimer|parkinson|leucemia|epilessia|sclerosi|depressione|demenza|epatite|infarto|ictus|hiv|aids|sida|' +
  'cancer|tumeur|leucemie|epilepsie|sclerose|depression|demence|hepatite|avc|' +
  'tumou?r|diabetes|leuka?emia|epilepsy|sclerosis|dementia|hepatitis)(?! economi)';
const HAS: readonly string[] = [
  'ho|ha|hai|abbiamo|hanno|soffro di|soffre di|malat[oa] di|in cura per|hanno trovato',
  'j ai|(?:il|elle|qui|mere|pere|mari|femme|fils|fille|frere|soeur) a|souffre (?:de|d)|soignee? pour|suivie? pour|malade (?:de|d)',
  'i have|i ve|has|have got|suffers? from|diagnosed with|treated for',
];
const HEALTH: readonly RegExp[] = [
  ...HAS.map((has) => new RegExp(`\\b(?:${has}) (?:\\w+ ){0,2}${ILLNESS}\\b`)),
  /\bsono (?:\w+ )?(?:diabetic[oa]|sieropositiv[oa]|invalid[oa]|epilettic[oa]|cardiopatic[oa]|incinta|depress[oa])\b/,
  /\bje suis (?:\w+ )?(?:diabetique|seropositi(?:f|ve)|invalide|epileptique|cardiaque|enceinte|depressi(?:f|ve))\b/,
  /\bi(?: am| m) (?:\w+ )?(?:diabetic|hiv positive|epileptic|pregnant|on antidepressants)\b/,
  /\b(?:cartella clinica|referto medico|dossier medical|medical records?)\b/,
];

const hasNumber = (text: string): boolean => FORMS.some((form) => text.search(form) >= 0);

/** Whether a message tells an account, a code, a telephone, an address of mail, or somebody's health, as far as form and words show it. */
export const tellsPersonalData = (text: string): boolean => {
  const words = fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
  return hasNumber(text) || HEALTH.some((told) => told.test(words));
};

/** A question without the personal numbers that stand in it or beside it; the text as it is where no question would be left. */
export const withoutNumbers = (text: string): string => {
  if (!hasNumber(text)) return text;
  const clauses = text.split(/(?<=[.?!;:,])\s+/u);
  const others = clauses.filter((clause) => !hasNumber(clause)).join(' ');
  if (others.includes('?')) return others;
  const rest = FORMS.reduce((left, form) => left.replace(form, ' '), text);
  return rest.includes('?') ? rest.replace(/\s+/gu, ' ').trim() : text;
};
