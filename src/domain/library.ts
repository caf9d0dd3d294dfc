import type { Language } from './language.ts';
import type { SectionId, UnknownId } from './meaning.ts';
import type { Anchor, Passage, Statement } from './passage.ts';
import type { Phase, PlanNumber } from './plan.ts';
import { PLAN_NUMBERS } from './plan.ts';

/** One thing to do in a phase of a plan; a line of a checklist. `id` is stable and the same in all languages. */
export type Step = { readonly id: string; readonly title: string; readonly says: readonly Statement[] };

/** What the edition says of one phase of one plan. `done` only where the source says what shows that it is finished. */
export type PhaseText = {
  readonly whatFor: Passage;
  readonly goodToKnow: Passage | undefined;
  readonly who: Passage;
  /** What this promoter does in the phase, as the groups of other promoters see it. */
  readonly role: Passage;
  readonly steps: readonly Step[];
  readonly done: Passage | undefined;
};

/** One action plan: `name` is its display name, `promoter` stands in running text with its article. */
export type PlanText = {
  readonly number: PlanNumber;
  readonly name: string;
  readonly promoter: string;
  /** French and English only: that the guide describes Italian bodies, and who it might be elsewhere. Not the guide's word. */
  readonly elsewhere: string | undefined;
  readonly situations: readonly string[];
  readonly lead: Passage;
  readonly phases: Readonly<Record<Phase, PhaseText>>;
};

/** What the guide does not say: `silence` says so, `near` what it does say nearby, `help` who could help according to it. */
export type Unknown = {
  readonly id: UnknownId;
  readonly title: string;
  readonly silence: string;
  readonly near: readonly Statement[];
  readonly help: readonly Statement[];
};

/** Our own plain-language text of the guide in one language. */
export type Edition = {
  readonly language: Language;
  readonly plans: Readonly<Record<PlanNumber, PlanText>>;
  /** All passages, in reading order. */
  readonly passages: readonly Passage[];
  readonly unknowns: ReadonlyMap<UnknownId, Unknown>;
  /** The words people really use for a glossary entry. */
  readonly also: ReadonlyMap<SectionId, readonly string[]>;
};

/** Two promoters that the guide itself links, and where it says so. */
export type Link = { readonly plans: readonly [PlanNumber, PlanNumber]; readonly anchors: readonly Anchor[] };

/** Everything the assistant may say, loaded and checked. */
export type Library = Readonly<Record<Language, Edition>> & { readonly links: readonly Link[] };

/** The promoters that the guide links with a plan's own, each with where it says so. */
export const linkedWith = (library: Library, plan: PlanNumber): { plan: PlanNumber; anchors: readonly Anchor[] }[] =>
  library.links.flatMap(({ plans: [one, other], anchors }) => {
    if (one === plan) return [{ plan: other, anchors }];
    return other === plan ? [{ plan: one, anchors }] : [];
  });

export const passagesOf = (edition: Edition, section: SectionId): Passage[] =>
  edition.passages.filter((passage) => passage.section === section);

/** What each of the other eight promoters does in a phase, in the order of the plans. */
export const rolesOfOthers = (edition: Edition, plan: PlanNumber, phase: Phase): Passage[] =>
  PLAN_NUMBERS.filter((other) => other !== plan).map((other) => edition.plans[other].phases[phase].role);
