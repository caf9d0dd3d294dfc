import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { App } from '../../src/app.ts';
import { type HearingContext, hear } from '../../src/assistant/hear/hear.ts';
import type { Heard } from '../../src/domain/heard.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Library } from '../../src/domain/library.ts';
import type { Phase, PlanNumber } from '../../src/domain/plan.ts';
import { clean } from '../../src/language/fold.ts';

type Expected = {
  readonly kind: Heard['kind'] | 'question' | 'talk';
  readonly numbers?: readonly number[];
  /** All steps that are still open. */
  readonly all?: boolean;
  readonly done?: boolean;
  readonly advance?: boolean;
  readonly plan?: PlanNumber | null;
  readonly phase?: Phase | null;
  readonly unknown?: string;
  readonly agreed?: boolean;
  readonly yes?: boolean;
  readonly language?: Language;
  readonly entry?: number | null;
};

/** A line of the examination of what a group's message does: `also` holds other readings that are as good. */
export type MoveLine = {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  readonly context: {
    readonly plan: PlanNumber;
    readonly phase: Phase;
    readonly open: readonly number[];
    readonly ticked: readonly number[];
  } | null;
  readonly expect: Expected;
  readonly also?: readonly Expected[];
  readonly tags: readonly string[];
};

/** Sentences that the product was asked for in so many words: tests of their own, and no part of the figure. */
const ASKED_FOR = new Set(
  (
    'mv001.it mv003.it mv010.it mv011.it mv032.it mv048.it mv054.it mv082.it mv107.it mv108.it mv133.it mv134.it ' +
    'mv151.fr mv188.fr mv203.fr mv204.fr mv231.fr ' +
    'mv300.en mv307.en mv309.en mv337.en mv342.en mv352.en mv372.en mv380.en mv381.en mv390.en mv395.en mv410.en mv411.en mv433.en'
  ).split(' '),
);

/** The half that may be read while working, or the one that is kept for the figure; without what was asked for in so many words. */
export const moveLines = (half: 'read' | 'kept'): MoveLine[] =>
  readFileSync(new URL('./moves.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as MoveLine)
    .filter(({ id }) => !ASKED_FOR.has(id))
    .filter(({ id }) => (createHash('sha256').update(id).digest()[31]! % 2 === 0) === (half === 'read'));

const contextOf = ({ context, expect }: MoveLine, language: Language, library: Library): HearingContext => {
  const awaiting = expect.kind === 'confirm' ? 'confirmation' : null;
  if (!context) return { language, plan: null, phase: null, steps: [], open: [], lastStep: null, awaiting };
  const { plan, phase, open, ticked } = context;
  // The examination's lists are its own: as long as it says, with the edition's steps as far as these go.
  const own = library[language].plans[plan].phases[phase].steps;
  const steps = Array.from({ length: open.length + ticked.length }, (_, at) => own[at] ?? { id: `${at}`, title: '' });
  return { language, plan, phase, steps, open, lastStep: null, awaiting };
};

const sameNumbers = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && [...one].sort().join() === [...other].sort().join();

const numbersOf = (heard: Heard & { kind: 'ticks' | 'why' }, { steps, open }: HearingContext): readonly number[] => {
  switch (heard.steps.by) {
    case 'number':
      return heard.steps.numbers;
    case 'all':
      return open;
    case 'words': {
      const { ids } = heard.steps;
      return steps.flatMap(({ id }, at) => (ids.includes(id) ? [at + 1] : []));
    }
    case 'nothing':
      return [];
  }
};

const CHANGE_NOTHING: ReadonlySet<Heard['kind']> = new Set(['help', 'person', 'privacy', 'recommend', 'why', 'helpers']);

const fits = (heard: Heard | undefined, expected: Expected, context: HearingContext): boolean => {
  if (expected.kind === 'question' || expected.kind === 'talk') return !heard || CHANGE_NOTHING.has(heard.kind);
  if (heard?.kind !== expected.kind) return false;
  switch (heard.kind) {
    case 'ticks': {
      const numbers = expected.all ? context.open : (expected.numbers ?? []);
      return (
        sameNumbers(numbersOf(heard, context), numbers) &&
        heard.done === expected.done &&
        heard.advance === (expected.advance ?? false)
      );
    }
    case 'why':
      return sameNumbers(numbersOf(heard, context), expected.numbers ?? []);
    case 'plan':
      return heard.plan === (expected.plan ?? null);
    case 'phase':
      return heard.phase === (expected.phase ?? null);
    case 'standing':
      return heard.plan === (expected.plan ?? null) && heard.phase === (expected.phase ?? null);
    case 'partner':
      return heard.plan === expected.plan && heard.agreed === expected.agreed;
    case 'confirm':
      return heard.yes === expected.yes;
    case 'language':
      return heard.language === (expected.language ?? null);
    case 'undo':
      return heard.entry === (expected.entry ?? null);
    default:
      return true;
  }
};

const MOVES: ReadonlySet<Heard['kind']> = new Set([
  'ticks',
  'advance',
  'back',
  'phase',
  'plan',
  'standing',
  'partner',
  'undo',
]);

/** A line, what was heard in it, whether that is right, and whether talk or a question was taken for a move. */
export type HeardLine = {
  readonly line: MoveLine;
  readonly heard: Heard | undefined;
  readonly right: boolean;
  readonly falseMove: boolean;
};

/** Hears lines as the writer's language is known to be theirs. */
export const hearLines = async (
  { retriever, identify }: { readonly retriever: App['retriever']; readonly identify: (text: string, usual: Language) => Language },
  library: Library,
  lines: readonly MoveLine[],
): Promise<HeardLine[]> => {
  const all: HeardLine[] = [];
  for (const line of lines) {
    const language = identify(clean(line.text), line.lang);
    const context = contextOf(line, language, library);
    const findings = await retriever.retrieve({ text: line.text, language });
    const heard = await hear(retriever, line.text, findings, context);
    const readings = [line.expect, ...(line.also ?? [])];
    const right = readings.some((expected) => fits(heard, expected, context));
    const idle = line.expect.kind === 'question' || line.expect.kind === 'talk';
    all.push({ line, heard, right, falseMove: idle && !right && heard !== undefined && MOVES.has(heard.kind) });
  }
  return all;
};

/** The share that is heard right, and the share of talk and questions that is taken for a move. */
export const figuresOf = (heard: readonly HeardLine[]) => {
  const idle = heard.filter(({ line: { expect } }) => expect.kind === 'question' || expect.kind === 'talk');
  return {
    lines: heard.length,
    right: heard.filter(({ right }) => right).length / heard.length,
    falseMoves: heard.filter(({ falseMove }) => falseMove).length / Math.max(1, idle.length),
  };
};
