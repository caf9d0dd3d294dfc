import type { Ranked } from '../domain/answer.ts';
import { type Edition, passagesOf } from '../domain/library.ts';
import { isSection, type SectionId } from '../domain/meaning.ts';
import type { Passage } from '../domain/passage.ts';
import type { Findings } from '../retriever.ts';

const MOST = 10;

/** The passage of a section that fits the question best; its first when none shares a word. */
export const bestPassage = (edition: Edition, findings: Findings, section: SectionId): Passage | undefined =>
  findings.passages.find(({ passage }) => passage.section === section && passage.kind !== 'role')?.passage ??
  passagesOf(edition, section)[0];

/** Up to ten places that may answer, best first, one for each (plan, phase). */
export const rank = (edition: Edition, findings: Findings): Ranked[] => {
  const places = new Map<string, Ranked>();
  for (const { meaning, probability } of findings.meanings) {
    if (places.size >= MOST) break;
    if (!isSection(meaning)) continue;
    const passage = bestPassage(edition, findings, meaning);
    if (!passage) continue;
    const { plan, phase } = passage.place;
    const key = `${plan}.${phase}`;
    const score = Number(probability.toFixed(6));
    if (!places.has(key)) places.set(key, { passage: passage.id, plan, phase, score });
  }
  return [...places.values()];
};
