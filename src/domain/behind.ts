import type { Edition } from './library.ts';
import { familyOf, type SectionId } from './meaning.ts';
import { type Anchor, anchorsOf, type Passage, type Statement } from './passage.ts';
import { isPhase, isPlanNumber } from './plan.ts';

/** Where in the edition a paragraph of the source is told: its own phase or lead, or the general part. */
const sectionOf = (anchor: Anchor): SectionId | 'process' => {
  const [plan, phase] = anchor.replace(/^T\./, '').split('.').map(Number);
  return isPlanNumber(plan) && (phase === 0 || isPhase(phase)) ? `${plan}.${phase}` : 'process';
};

/** The passages behind a statement that stands outside the sections: for each of its paragraphs, the one that tells little else. */
export const passagesBehind = (edition: Edition, { anchors }: Statement): Passage[] => {
  const behind = anchors.flatMap((anchor) => {
    const section = sectionOf(anchor);
    const holding = edition.passages.filter(
      (passage) =>
        (section === 'process' ? familyOf(passage.section) === 'process' : passage.section === section) &&
        passage.kind !== 'role' &&
        anchorsOf(passage.statements).includes(anchor),
    );
    return holding.sort((a, b) => anchorsOf(a.statements).length - anchorsOf(b.statements).length).slice(0, 1);
  });
  return [...new Set(behind)];
};
