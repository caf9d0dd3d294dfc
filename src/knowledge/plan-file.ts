import { z } from 'zod';
import { KnowledgeError } from '../domain/errors.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import type { PhaseText, PlanText, Step } from '../domain/library.ts';
import type { Passage, PassageKind } from '../domain/passage.ts';
import { type Phase, PLAN_NUMBERS, type PlanNumber } from '../domain/plan.ts';
import { type Block, blockOf, readDocument, readStatement } from './markdown.ts';

const frontMatter = z
  .object({
    plan: z.union(PLAN_NUMBERS.map((number) => z.literal(number))),
    language: z.enum(LANGUAGES),
    promoter: z.string().min(1),
    name: z.string().min(1),
    elsewhere: z.string().min(1).optional(),
    situations: z.array(z.string().min(1)).min(6),
  })
  .strict();

const STEP = /^- \*\*(.+)\*\* \{#([a-z0-9-]+)\}$/;

/** What a plan's file yields: the plan, and all its passages in reading order. */
export type PlanFile = { readonly plan: PlanText; readonly passages: readonly Passage[] };

type Reader = { file: string; anchors: ReadonlySet<string>; language: Language; plan: PlanNumber };

const readPassage = (reader: Reader, block: Block, kind: PassageKind, phase: Phase | null): Passage => {
  if (block.lines.length === 0)
    throw new KnowledgeError(reader.file, block.line, `nothing stands under {#${block.id}}`);
  const section = `${reader.plan}.${phase ?? 0}` as const;
  return {
    id: `${section}.${kind}`,
    section,
    kind,
    place: { plan: reader.plan, phase },
    language: reader.language,
    title: block.title,
    statements: block.lines.map((line) => readStatement(reader.file, line, reader.anchors)),
  };
};

const readSteps = (reader: Reader, block: Block, phase: Phase): Step[] => {
  const steps: Step[] = [];
  for (let at = 0; at < block.lines.length; ) {
    const [head, ...below] = block.lines.slice(at);
    const [, title, slug] = STEP.exec(head?.text ?? '') ?? [];
    if (!head || title === undefined || slug === undefined) {
      throw new KnowledgeError(reader.file, head?.number ?? block.line, 'a step reads "- **Title** {#slug}"');
    }
    const next = below.findIndex(({ text }) => !text.startsWith('  '));
    const lines = next < 0 ? below : below.slice(0, next);
    if (lines.length === 0 || lines.length > 3)
      throw new KnowledgeError(
        reader.file,
        head.number,
        'under a step stand one to three lines, indented: who does what, and why',
      );
    const says = lines.map((line) => readStatement(reader.file, line, reader.anchors));
    steps.push({ id: `${reader.plan}.${phase}.${slug}`, title, says });
    at += 1 + lines.length;
  }
  if (steps.length < 2 || steps.length > 6)
    throw new KnowledgeError(reader.file, block.line, 'a phase has two to six steps');
  return steps;
};

const readPhase = (reader: Reader, blocks: readonly Block[], phase: Phase): PhaseText => {
  const parts = blockOf(reader.file, blocks, String(phase)).blocks;
  const part = (id: PassageKind) => readPassage(reader, blockOf(reader.file, parts, id), id, phase);
  const optional = (id: PassageKind) => (parts.some((block) => block.id === id) ? part(id) : undefined);
  return {
    whatFor: part('what-for'),
    goodToKnow: optional('good-to-know'),
    who: part('who'),
    role: part('role'),
    steps: readSteps(reader, blockOf(reader.file, parts, 'steps'), phase),
    done: optional('done'),
  };
};

const stepPassage = (reader: Reader, phase: Phase, step: Step): Passage => ({
  id: step.id,
  section: `${reader.plan}.${phase}`,
  kind: 'step',
  place: { plan: reader.plan, phase },
  language: reader.language,
  title: step.title,
  statements: step.says,
});

/** Reads `plans/<n>-<promoter>/<language>.md`; throws KnowledgeError. */
export const readPlanFile = (file: string, language: Language, anchors: ReadonlySet<string>): PlanFile => {
  const { front, blocks } = readDocument(file, language, frontMatter);
  const reader: Reader = { file, anchors, language, plan: front.plan };
  const lead = readPassage(reader, blockOf(file, blocks, 'lead'), 'lead', null);
  const phases = {
    1: readPhase(reader, blocks, 1),
    2: readPhase(reader, blocks, 2),
    3: readPhase(reader, blocks, 3),
    4: readPhase(reader, blocks, 4),
  };
  const passages = ([1, 2, 3, 4] as const).flatMap((phase) => {
    const { whatFor, goodToKnow, who, role, steps, done } = phases[phase];
    const parts = [whatFor, goodToKnow, who, role, ...steps.map((step) => stepPassage(reader, phase, step)), done];
    return parts.filter((part) => part !== undefined);
  });
  return {
    plan: { ...front, number: front.plan, elsewhere: front.elsewhere, lead, phases },
    passages: [lead, ...passages],
  };
};
