import { markdownTable } from '../bench/markdown.ts';
import type { Verdict } from './judge.ts';
import { type Plan, runCrash } from './run.ts';
import type { Subject } from './scene.ts';

const rowOf = ({ name }: Subject, verdict: Verdict): string[] => {
  const { lost, doubled, outOfOrder, strayed, extra, beyondInFlight, unseen } = verdict;
  return [name, ...[lost, doubled, outOfOrder, strayed, extra, beyondInFlight, unseen].map(String)];
};

/** Whether a verdict is what it must be: nothing lost, nothing done twice, order kept, and again only what was in flight. */
export const isSound = ({ lost, doubled, outOfOrder, strayed, beyondInFlight }: Verdict): boolean =>
  lost + doubled + outOfOrder + strayed + beyondInFlight === 0;

/** Kills each of these as often, and tells what it came to; `onVerdict` is told each. */
export const crashTable = async (
  subjects: readonly Subject[],
  plan: Omit<Plan, 'tell'>,
  onVerdict: (subject: Subject, verdict: Verdict) => void = () => {},
): Promise<string> => {
  const rows: string[][] = [];
  for (const subject of subjects) {
    const tell = (what: string): void => void process.stderr.write(`crash: ${subject.name}: ${what}\n`);
    const verdict = await runCrash(subject, { ...plan, tell });
    tell(JSON.stringify(verdict));
    onVerdict(subject, verdict);
    rows.push(rowOf(subject, verdict));
  }
  const columns = [`${plan.updates} updates, ${plan.kills} kills`, 'lost', 'changed twice', 'out of order', 'strayed'];
  return markdownTable(
    [...columns, 'shown again', '… beyond the one in flight in a chat', 'sent again, shown once'],
    rows,
  );
};
