import type { Heard } from '../../domain/heard.ts';
import type { Language } from '../../domain/language.ts';
import type { Phase, PlanNumber } from '../../domain/plan.ts';
import { wordsOf } from '../../language/fold.ts';
import type { Retriever } from '../../retriever.ts';
import { promotersIn } from './promoters.ts';
import type { Said } from './said.ts';

const LIKELY = 0.25;
/** From this probability on a plan, or a phase, is told. */
const PLAN_TOLD = 0.5;
const PHASE_TOLD = 0.5;
/** "We are the council" tells who, not how far. */
const ENOUGH_FOR_A_PHASE = 6;

const ASKS_GUIDE = /\?\s*$/;

/** "We are the Pro Loco, the project is written": who they are and where they stand; undefined when a message tells neither. */
export const hearStanding = async (
  retriever: Retriever,
  said: Said,
  talk: (name: string) => number,
  context: {
    readonly language: Language;
    readonly plan: PlanNumber | null;
    readonly awaiting: 'confirmation' | 'who' | 'where' | null;
    readonly tellsWho: boolean;
  },
): Promise<Heard | undefined> => {
  if (ASKS_GUIDE.test(said.text)) return undefined;
  const asked = context.awaiting === 'who' || context.awaiting === 'where';
  const likely = talk('situation') >= LIKELY || (context.tellsWho && talk('situation') >= 0.08);
  const answersWho =
    context.awaiting === 'who' && context.plan === null && promotersIn(said.line).length > 0 && !said.asks;
  if (!likely && !answersWho && !(asked && talk('situation') >= 0.08)) return undefined;
  const { plans, phases } = await retriever.situate({ text: said.text, language: context.language });
  const [mention] = promotersIn(said.line);
  const [first] = plans;
  const plan =
    mention && plans.slice(0, 3).some(({ where }) => where === mention.plan) && (first?.probability ?? 0) < 0.8
      ? mention.plan
      : first && first.probability >= PLAN_TOLD
        ? first.where
        : (mention?.plan ?? null);
  const [likeliest] = phases;
  const enough = wordsOf(said.text).length >= ENOUGH_FOR_A_PHASE;
  const phase: Phase | null = enough && likeliest && likeliest.probability >= PHASE_TOLD ? likeliest.where : null;
  return plan === null && phase === null ? undefined : { kind: 'standing', plan, phase };
};
