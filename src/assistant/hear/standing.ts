import type { Heard } from '../../domain/heard.ts';
import type { Language } from '../../domain/language.ts';
import { isPhase, type Phase, type PlanNumber } from '../../domain/plan.ts';
import type { Retriever, Situated } from '../../retriever.ts';
import { phaseIn } from '../named-place.ts';
import { countsThemselves } from './counted.ts';
import { isOnlyIdea, partNow } from './part-now.ts';
import { isOfThemselves, type Mention, promotersIn } from './promoters.ts';
import type { Said } from './said.ts';
import { HINT, RATHER, type Talk } from './talk.ts';

/** That a message tells where its writers stand is likely from this probability on. */
const LIKELY = 0.25;
/** From this probability on a plan is told; a promoter that is named needs less. */
const PLAN_TOLD = 0.5;
const PLAN_NAMED = 0.8;
/** From this probability on the words beside the promoter's name tell a phase. */
const PHASE_TOLD = 0.3;
/** Who has a plan and tells what they did, and not who they are, must tell another phase more plainly. */
const PHASE_SURE = 0.5;

/** A handful of people who name no body are citizens. */
const CITIZENS: PlanNumber = 9;

/** Who writes: "siamo", "I'm with", "ici la", "… here". */
const OF_THEMSELVES =
  /\b(?:siamo|sem[ou]?|simmo|sono|abbiamo (?:gia )?una|nostra|faccio parte|facciamo parte|noi (?:d[ei]\w*|siamo)|lavor(?:o|iamo) (?:in|a|al|alla|per|nel|nella|con|presso)|scriv(?:o|iamo)|a nome|per conto|rappresent(?:o|iamo)|parl(?:o|a)|da parte|we are|we re|i am|i m|i work|we work|i run|on behalf|speaking for|writing|we(?: have| ve) (?:already )?(?:got )?an?|nous sommes|(?:on a|nous avons) (?:deja )?une|notre|nous c est|on est|je suis|je (?:travaille|bosse)|nous travaillons|au nom d\w+|je represente|je parle|ici l[ae]?)\b/;
/** Speaks of what those who write do. */
const OUR = /\b(?:ci|noi|nostr[aioe]|abbiamo|stiamo|\w{2,}iamo|nous|notre|nos|on|us|we|our)\b/;
const HERE = /\b(?:qui|qua|ici|here|speaking|writing)\b/;
/** What may stand before a promoter with which a message opens. */
const OPENING =
  /^(?:(?:ciao|buongiorno|buonasera|salve|bonjour|bonsoir|salut|hi|hello|hey|good \w+|allora|alors|so|ok|noi|nous|us|we|solo|soltanto|just|only|from|da|dal|dalla|dall|juste|seulement|un|una|uno|il|la|lo|l|i|gli|le|les|des|du|de|d|the|a|an|some|few|bunch of|couple of|gruppo di|gruppo|groupe d|groupe de|groupe|group of|quelques|alcun[ei]|\d+|due|tre|quattro|cinque|sei|deux|trois|quatre|cinq|six|two|three|four|five) )*$/;

/** The message opens with a promoter, and makes a stop or says "here": "comité des fêtes, rien de commencé", "mayor here". */
const opensWith = ({ line, clauses: [first = ''] }: Said, [mention]: readonly Mention[]): boolean => {
  if (!mention || !OPENING.test(line.slice(0, mention.from))) return false;
  const behind = first.slice(mention.to).trim();
  return mention.to <= first.length && (behind.split(' ').length <= 4 || HERE.test(behind));
};

/** Nothing but a promoter's name: "BCC". */
const isAlone = ({ line }: Said, [mention]: readonly Mention[]): boolean =>
  mention !== undefined && OPENING.test(line.slice(0, mention.from)) && mention.to === line.length;

/** What is left of a line without the promoters' names. */
const withoutMentions = (line: string, mentions: readonly Mention[]): string =>
  mentions.reduceRight((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, line);

const planTold = (
  [first, ...others]: readonly Situated<PlanNumber>[],
  [mention]: readonly Mention[],
): PlanNumber | null => {
  if (!first) return null;
  const isNear = mention && [first, ...others].slice(0, 3).some(({ where }) => where === mention.plan);
  if (isNear && first.probability < PLAN_NAMED) return mention.plan;
  return first.probability >= PLAN_TOLD ? first.where : (mention?.plan ?? null);
};

/** True for a message that tells who writes or how far they are, rather than asks the guide. */
const isLikely = (
  said: Said,
  talk: Talk,
  mentions: readonly Mention[],
  { plan, awaiting }: { readonly plan: PlanNumber | null; readonly awaiting: 'confirmation' | 'who' | 'where' | null },
): boolean => {
  if (talk.of('appointment') > talk.of('situation')) return false;
  const tellsWho = OF_THEMSELVES.test(said.line);
  const situation = talk.of('situation');
  const answers = awaiting === 'who' || awaiting === 'where';
  if ((tellsWho || answers) && mentions.length > 0 && isPhase(phaseIn(said.line))) return true;
  if (plan !== null) return situation >= (tellsWho || awaiting === 'where' ? LIKELY : RATHER);
  if (situation >= LIKELY) return true;
  if (talk.among('situation') < RATHER) return mentions.length === 1 && isAlone(said, mentions);
  const names = mentions.length > 0 && (tellsWho || answers || opensWith(said, mentions));
  return names || (situation >= HINT && (answers || OUR.test(said.line)));
};

/** "We are the Pro Loco, the project is written": who they are and where they stand; undefined when a message tells neither. */
export const hearStanding = async (
  retriever: Retriever,
  said: Said,
  talk: Talk,
  context: {
    readonly language: Language;
    readonly plan: PlanNumber | null;
    readonly phase: Phase | null;
    readonly awaiting: 'confirmation' | 'who' | 'where' | null;
  },
): Promise<Heard | undefined> => {
  const mentions = promotersIn(said.line);
  if (said.asks || !isLikely(said, talk, mentions, context)) return undefined;
  const { language } = context;
  const { plans } = await retriever.situate({ text: said.text, language });
  // A promoter's name leans towards the phases in which it is spoken of most.
  const now = partNow(said.line);
  const whole = withoutMentions(said.line, mentions);
  const { phases } = await retriever.situate({ text: now ?? whole, language });
  const tellsDeeds = context.plan !== null && context.awaiting !== 'where' && !OF_THEMSELVES.test(said.line);
  // Who has a plan and names others does not say that these lead.
  const othersOnly =
    context.plan !== null && mentions.length > 0 && !mentions.some((one) => isOfThemselves(said.line, one));
  if (othersOnly) return undefined;
  const counted = context.plan === null && mentions.length === 0 && countsThemselves(said.line);
  const plan = tellsDeeds ? null : (planTold(plans, mentions) ?? (counted ? CITIZENS : null));
  const [likeliest] = phases;
  const needed = tellsDeeds ? PHASE_SURE : PHASE_TOLD;
  const understood = likeliest && likeliest.probability >= needed ? likeliest.where : null;
  const told = phaseIn(said.line) ?? (isOnlyIdea(said.line) ? 1 : undefined);
  const phase: Phase | null = isPhase(told) ? told : understood;
  if (tellsDeeds && phase === context.phase) return undefined;
  return plan === null && phase === null ? undefined : { kind: 'standing', plan, phase };
};
