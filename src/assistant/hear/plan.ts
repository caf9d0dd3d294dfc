import type { Heard } from '../../domain/heard.ts';
import type { Language } from '../../domain/language.ts';
import { isPlanNumber, type PlanNumber } from '../../domain/plan.ts';
import { planIn } from '../named-place.ts';
import { isOfThemselves, type Mention, promotersIn } from './promoters.ts';
import { doubtIn } from './report.ts';
import type { Said } from './said.ts';
import { HINT, LIKELY, RATHER, type Talk } from './talk.ts';

/** Says that another leads. */
const LEADS =
  /\b(?:guid\w+|conduc\w+|capofila|regia|redini|timone|al posto (?:nostro|di)|al nostro posto|promuov\w+|promotor[ei]|port(?:a|ano|iamo) avanti|(?:prend|prendono|prende) (?:in mano|la main)|porte(?:nt|ur|use)?|mene(?:nt)?|dirige(?:nt)?|pilote(?:nt)?|chef de file|renes|la barre|a la tete|gere(?:nt)?|succed\w+|promoteur|leads?|leading|in charge|reins|driving seat|helm|leadership|promot\w+|tak(?:es|en|ing) (?:it )?over|heads?|runs (?:it|this|the show))\b/;
/** Says outright that another goes on with the project. */
const TAKES_OVER =
  /\b(?:(?:reprend|reprennent|prend(?:ent)? en main) (?:le|tout le) projet|(?:prend(?:e|ono) in mano|rileva(?:no)?|porta(?:no)? avanti) (?:lui |lei |loro )?il progetto|(?:takes?|is taking|are taking|has taken) (?:it |this |over |the )*(?:project|over)|(?:da ora in poi|d ora in (?:poi|avanti)|desormais|dorenavant|a partir de maintenant|from now on)\b.*\b(?:guid\w+|capofila|pilot\w+|men\w+|in charge|leads?|leading))\b/;
/** Says that what was told is to change. */
const CHANGES =
  /\b(?:in realta|in verita|anzi|veramente|en fait|en realite|actually|rather|instead|plutot|piuttosto|cambi(?:o|a|ate|amo)|on change|changeons|changez|switch\w*|change (?:\w+ )?to|change (?:the )?plan|errore|erreur|correction|mistake|(?:non|pas|not) (?:la|le|il|l|i|gli|les|the|us|a))\b/;
const DENIED =
  /\b(?:non|pas|not|mica|no longer|plus|invece (?:di|della|del|dei)|au lieu (?:de|du)|instead of|rather than|plutot que|piuttosto che)\s+(?:\w+\s+){0,2}$/;
/** Said right behind a promoter: it is no longer with us. */
const LEAVES =
  /^ (?:n est plus|ne sont plus|ne nous \w+ plus|non (?:e|sono|ci) \w*piu|non (?:e|sono) piu|is no longer|are no longer|isn t|aren t|(?:si e|si sono) (?:sfilat|tirat|ritirat|chiamat)\w+|ha mollato|s est retiree?|(?:nous )?a lachee?s?|dropped out|pulled out|backed out|let us down)\b/;
const PLAN = /\b(?:piano|plan)\b/;
/** What a line says of who leads: the promoter whom it names and does not deny, other than the lead so far. */
const namedIn = (line: string, lead: PlanNumber | null): (Mention & { readonly isWe: boolean }) | undefined => {
  const mentions = promotersIn(line)
    .filter(({ from, to, plan }) => plan !== lead && !DENIED.test(line.slice(0, from)) && !LEAVES.test(line.slice(to)))
    .map((mention) => ({
      ...mention,
      isWe: isOfThemselves(line, mention),
    }));
  return mentions.find(({ isWe }) => isWe) ?? mentions[0];
};

/** "Actually the council leads, not the association": the plan is to be another; undefined when a message does not say so. */
export const hearPlan = (
  { line, asks, begs }: Said,
  talk: Talk,
  { plan, language }: { readonly plan: PlanNumber | null; readonly language: Language },
): Heard | undefined => {
  if ((asks && begs !== 'you') || ['condition', 'others'].includes(doubtIn(line, language) ?? '')) return undefined;
  const change = talk.of('change-plan');
  if (asks && change < RATHER) return undefined;
  const number = planIn(line);
  if (isPlanNumber(number) && change >= HINT) return { kind: 'plan', plan: number, unknown: null };
  const named = plan === null ? undefined : namedIn(line, plan);
  if (!named) return undefined;
  const likely =
    named.isWe ||
    change >= LIKELY ||
    TAKES_OVER.test(line) ||
    (change >= HINT && (CHANGES.test(line) || PLAN.test(line))) ||
    (LEADS.test(line) && talk.among('change-plan') >= LIKELY);
  return likely ? { kind: 'plan', plan: named.plan, unknown: null } : undefined;
};
