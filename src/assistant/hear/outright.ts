import type { Heard } from '../../domain/heard.ts';
import type { Language } from '../../domain/language.ts';
import type { Phase, PlanNumber } from '../../domain/plan.ts';
import { isPhase, isPlanNumber } from '../../domain/plan.ts';
import { languageNamed } from './commands.ts';
import type { Said } from './said.ts';

/** "My groups", "show me my lists". */
const GROUPS =
  /^(?:\w+ ){0,3}?(?:my|all my|i miei|tutti i miei|le mie|mes|tous mes|toutes mes) (?:groups?|gruppi|groupes?|lists?|liste|listes)$/;

/** "Erase everything about us", "cancella tutti i nostri dati". */
const ERASE =
  /\b(?:cancell\w+|elimin\w+|effac\w+|supprim\w+|erase|delete|remove|forget)\b.*\b(?:tutto|tutti i (?:nostri |miei )?dati|di noi|di me|i (?:nostri|miei) dati|tout|toutes? (?:nos|mes) donnees|nos donnees|mes donnees|de nous|everything|all (?:our|my|the) data|(?:our|my) data|about us|about me)\b/;

/** "Parle français", "please speak English". */
const SPEAK =
  /^(?:(?:per favore|s il te plait|s il vous plait|please|can you|puoi|potete|tu peux|vous pouvez) )*(?:parl\w+|speak|talk|write|scriv\w+|ecri\w+|answer|rispond\w+|repond\w+)(?: to us| to me|ci|mi|moi|nous)?(?: in| en)? (\w+)(?: (?:per favore|s il te plait|s il vous plait|please|grazie|merci|thanks))?$/;

/** "The cooperative is born!" */
const BORN =
  /\b(?:cooperativa (?:e nata|e costituita|e fatta)|siamo nat[ie]|(?:e nata|abbiamo (?:fondato|costituito)) la (?:nostra )?cooperativa|cooperative est (?:nee|creee|fondee)|(?:on|nous) (?:a|avons) (?:fonde|cree) la cooperative|co ?op(?:erative)? (?:is|was|has been) (?:born|founded|set up)|we ve founded|(?:e|a) (?:firmato|signe) (?:dal|chez le) nota\w+)\b/;

/** "Who does what?" */
const WHO_DOES_WHAT =
  /^(?:\w+ ){0,3}?(?:chi (?:fa|ha fatto|deve fare|sta facendo|si occupa di) (?:che )?cosa|qui (?:fait|a fait|doit faire|s occupe de) quoi|who (?:does|did|is doing|s doing|has done) what)$/;

/** "We are tired": no hope is left, and nothing is asked. Who is tired of something tells what they would rather do. */
const TIRED =
  /\b(?:(?:siamo|sono|stiamo) (?:\w+ )?(?:stanc\w+|stuf\w+|demoralizzat\w+|scoraggiat\w+|sfiduciat\w+|a terra)|(?:on est|nous sommes|je suis) (?:\w+ )?(?:fatigues?|decourages?|demoralises?|demotives?|au bout)|on en a marre|(?:we are|we re|i m|i am) (?:\w+ )?(?:tired|worn out|fed up|discouraged|demoralised|demoralized|giving up))\b(?! (?:d[ieua]\b|del\w*|of|with))/;
const MOST_WORDS = 12;

type Context = {
  readonly plan: PlanNumber | null;
  readonly phase: Phase | null;
  readonly awaiting: 'confirmation' | 'who' | 'where' | null;
};

/** A number alone answers a question that has numbers: who they are, how far they are. */
const hearNumber = ({ line }: Said, { awaiting }: Context): Heard | undefined => {
  const number = /^\d$/.test(line) ? Number(line) : undefined;
  if (awaiting === 'who' && isPlanNumber(number)) return { kind: 'plan', plan: number, unknown: null };
  return awaiting === 'where' && isPhase(number) ? { kind: 'phase', phase: number, unknown: null } : undefined;
};

const hearSpeak = ({ line }: Said): Heard | undefined => {
  const [, word] = SPEAK.exec(line) ?? [];
  const language: Language | undefined = word === undefined ? undefined : languageNamed(word);
  return language && { kind: 'language', language };
};

/** What is said in so many words, so that no weighing is needed; undefined for all else. */
export const hearOutright = (said: Said, context: Context): Heard | undefined => {
  const { line, asks, begs } = said;
  if (WHO_DOES_WHAT.test(line)) return { kind: 'list' };
  if (!asks && TIRED.test(line) && line.split(' ').length <= MOST_WORDS) return { kind: 'stuck' };
  if (GROUPS.test(line)) return { kind: 'groups', argument: '' };
  if (ERASE.test(line) && (!asks || begs === 'you')) return { kind: 'erase', argument: '' };
  // At the last phase's end there is one way on.
  if (context.plan !== null && context.phase === 4 && !asks && BORN.test(line)) return { kind: 'advance' };
  return hearSpeak(said) ?? hearNumber(said, context);
};
