import { isPhase, isPlanNumber, type Phase, type Place, type PlanNumber } from './plan.ts';

/**
 * All that a message can mean, as one flat set of names:
 * a phase of a plan (`5.2`), a plan's lead (`5.0`), a topic of the general part, a glossary entry,
 * a known unknown (the guide does not say it), or talk that is no question to the guide.
 */
export type SectionId = `${PlanNumber}.${Phase}` | `${PlanNumber}.0` | `process.${string}` | `glossary.${string}`;
export type UnknownId = `unknown.${string}`;
export type TalkId = `talk.${string}`;
export type Meaning = SectionId | UnknownId | TalkId;

const FAMILIES = ['process', 'glossary', 'unknown', 'talk'] as const;
type Family = 'plan' | (typeof FAMILIES)[number];

/** The family of a meaning; `plan` for phases and leads. */
export const familyOf = (meaning: Meaning): Family => FAMILIES.find((family) => meaning.startsWith(family)) ?? 'plan';

/** True for meanings that the guide answers: phases, leads, general topics and glossary entries. */
export const isSection = (meaning: Meaning): meaning is SectionId => {
  const family = familyOf(meaning);
  return family !== 'unknown' && family !== 'talk';
};

/** Reads a name such as `5.2` or `process.what`; undefined when it is none. */
export const parseMeaning = (name: string): Meaning | undefined => {
  if (/^(process|glossary|unknown|talk)\.[a-z0-9-]+$/.test(name)) return name as Meaning;
  const [plan, phase, rest] = name.split('.').map(Number);
  const known = rest === undefined && isPlanNumber(plan) && (phase === 0 || isPhase(phase));
  return known ? (name as Meaning) : undefined;
};

const NOWHERE: Place = { plan: null, phase: null };

/** Where in the guide a meaning lies. */
export const placeOf = (meaning: Meaning): Place => {
  if (familyOf(meaning) !== 'plan') return NOWHERE;
  const [plan, phase] = [Number(meaning[0]), Number(meaning[2])];
  return { plan: isPlanNumber(plan) ? plan : null, phase: isPhase(phase) ? phase : null };
};
