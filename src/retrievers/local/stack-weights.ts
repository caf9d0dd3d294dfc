import { writeFileSync } from 'node:fs';
import type { StackWeights } from './stack.ts';
import fitted from './stack-weights.json' with { type: 'json' };

/** The fitted weights, as `campanile fit` last wrote them. */
export const STACK_WEIGHTS: StackWeights = fitted;

const rounded = (group: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(group).map(([name, weight]) => [name, Number(weight.toFixed(3))]));

/** Writes newly fitted weights where they are kept. */
export const writeStackWeights = ({ signals, families }: StackWeights): void =>
  writeFileSync(
    new URL('./stack-weights.json', import.meta.url),
    `${JSON.stringify({ signals: rounded(signals), families: rounded(families) }, null, 2)}\n`,
  );
