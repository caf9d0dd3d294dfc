import { familyOf, isSection, type Meaning } from '../domain/meaning.ts';
import type { Place } from '../domain/plan.ts';
import { isClear } from '../domain/recommendation.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import type { Situation, WeighedMeaning } from '../retriever.ts';
import { type Understanding, understand } from './understand.ts';

/** A message of a hand left out: what it means, and what it was taken for. */
export type JudgedMessage = {
  readonly text: string;
  readonly right: readonly Meaning[];
  readonly meanings: readonly WeighedMeaning[];
};

/** A situation of a hand left out: what it tells (null: leaves open), and what was heard. */
export type JudgedSituation = { readonly told: Place; readonly heard: Situation };

type Knob = {
  readonly values: readonly number[];
  readonly of: (thresholds: Thresholds) => number;
  readonly set: (thresholds: Thresholds, value: number) => Thresholds;
};

const counted = (name: keyof Thresholds['counts'], values: readonly number[]): Knob => ({
  values,
  of: ({ counts }) => counts[name],
  set: (thresholds, value) => ({ ...thresholds, counts: { ...thresholds.counts, [name]: value } }),
});

const plain = (name: Exclude<keyof Thresholds, 'counts'>, values: readonly number[]): Knob => ({
  values,
  of: (thresholds) => thresholds[name],
  set: (thresholds, value) => ({ ...thresholds, [name]: value }),
});

const MESSAGE_KNOBS: readonly Knob[] = [
  counted('unknown', [0.5, 0.6, 0.7, 0.8, 0.9, 1]),
  counted('talk', [0.5, 0.6, 0.7, 0.8, 0.9, 1]),
  counted('onTheWay', [0.6, 0.8, 1, 1.3]),
  counted('onTheWayAsked', [0.2, 0.35, 0.5, 0.7, 1]),
  counted('storyAsked', [0.1, 0.2, 0.35, 0.5]),
  counted('toldOfThemselves', [1, 1.5, 2, 3, 4]),
  plain('clear', [0.25, 0.3, 0.34, 0.4, 0.45]),
  plain('near', [0.5, 0.6, 0.7, 0.8]),
];
const SITUATION_KNOBS: readonly Knob[] = [
  plain('plan', [0.24, 0.27, 0.3, 0.33, 0.36, 0.4]),
  plain('timesTheSecond', [1, 1.3, 1.6, 2]),
  plain('phase', [0.2, 0.25, 0.3, 0.35]),
];

/** What a misunderstanding costs: to turn away who asked what the guide has is the worst; an offer of choices is a small thing. */
const TURNED_AWAY = 3;
const ANSWERED_WRONG = 1;
const TAKEN_FOR_ANOTHER = 0.7;
const OFFERED = 0.2;

const costOf = ({ right, text, meanings }: JudgedMessage, thresholds: Thresholds): number => {
  const understood = understand({ meanings, passages: [] }, text, thresholds);
  const isRight = (meaning: Meaning | null) => meaning !== null && right.includes(meaning);
  const [meant] = right;
  if (meant === undefined) return 0;
  if (isSection(meant)) return costOfSection(understood, isRight);
  // What is turned away at all is turned away honestly: which unknown or which talk it was taken for costs less.
  if (understood.kind === 'unknown') return isRight(understood.unknown) ? 0 : familyOf(meant) === 'talk' ? 0.5 : 0.3;
  if (understood.kind === 'talk') return isRight(understood.talk) ? 0 : TAKEN_FOR_ANOTHER;
  return ANSWERED_WRONG;
};

const costOfSection = (understood: Understanding, isRight: (meaning: Meaning) => boolean): number => {
  switch (understood.kind) {
    case 'section':
      return isRight(understood.section) ? 0 : TAKEN_FOR_ANOTHER;
    case 'choose':
      return understood.sections.some(isRight) ? OFFERED : TAKEN_FOR_ANOTHER;
    default:
      return TURNED_AWAY;
  }
};

const costOfSituation = ({ told, heard }: JudgedSituation, thresholds: Thresholds): number => {
  const [plan] = heard.plans;
  const [phase] = heard.phases;
  const recommended = isClear(heard.plans, thresholds) ? plan!.where : null;
  const toldPhase = phase && phase.probability >= thresholds.phase ? phase.where : null;
  const of = (said: number | null, right: number | null) =>
    said === right ? 0 : said === null || right === null ? ANSWERED_WRONG : 2 * ANSWERED_WRONG;
  return of(recommended, told.plan) + of(toldPhase, told.phase);
};

/** The mean cost, each family of meanings weighing as much as the others, however many questions the bank has of it. */
const meanCost = <One>(ones: readonly One[], groupOf: (one: One) => string, cost: (one: One) => number): number => {
  const groups = [...Map.groupBy(ones, groupOf).values()];
  return groups.reduce((sum, group) => sum + group.reduce((all, one) => all + cost(one), 0) / group.length, 0);
};

const ROUNDS = 2;

/** Tries the values of each knob in turn and keeps the best. */
const descend = (
  start: Thresholds,
  knobs: readonly Knob[],
  costOfAll: (thresholds: Thresholds) => number,
): Thresholds => {
  let best = { thresholds: start, cost: costOfAll(start) };
  for (let round = 0; round < ROUNDS; round++) {
    for (const knob of knobs) {
      for (const value of knob.values.filter((candidate) => candidate !== knob.of(best.thresholds))) {
        const thresholds = knob.set(best.thresholds, value);
        const cost = costOfAll(thresholds);
        if (cost < best.cost) best = { thresholds, cost };
      }
    }
  }
  return best.thresholds;
};

/** Fits the thresholds to messages and situations of hands left out; `start` gives those that are not fitted. */
export const fitThresholds = (
  messages: readonly JudgedMessage[],
  situations: readonly JudgedSituation[],
  start: Thresholds,
): Thresholds => {
  const kindOf = ({ right: [meant] }: JudgedMessage) =>
    meant === undefined || isSection(meant) ? 'section' : meant === 'talk.situation' ? meant : familyOf(meant);
  const understood = descend(start, MESSAGE_KNOBS, (thresholds) =>
    meanCost(messages, kindOf, (message) => costOf(message, thresholds)),
  );
  const isOpen = ({ told }: JudgedSituation) => `${told.plan === null} ${told.phase === null}`;
  return descend(understood, SITUATION_KNOBS, (thresholds) =>
    meanCost(situations, isOpen, (situation) => costOfSituation(situation, thresholds)),
  );
};
