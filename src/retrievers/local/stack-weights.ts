import { writeFileSync } from 'node:fs';
import type { Thresholds } from '../../domain/thresholds.ts';
import type { StackWeights } from './stack.ts';
import fitted from './stack-weights.json' with { type: 'json' };

/** The fitted weights, as `campanile fit` last wrote them. */
export const STACK_WEIGHTS: StackWeights = { signals: fitted.signals, families: fitted.families };

/** The thresholds, kept in the same file: they hold for these weights only. `plan` and `phase` were set by hand since the last fit. */
export const THRESHOLDS: Thresholds = fitted.thresholds;

/** Writes newly fitted weights and thresholds where they are kept. */
export const writeStackWeights = ({ signals, families }: StackWeights, thresholds: Thresholds): void =>
  writeFileSync(
    new URL('./stack-weights.json', import.meta.url),
    `${JSON.stringify(
      { signals, families, thresholds },
      (_, value) => (typeof value === 'number' ? Number(value.toFixed(3)) : value),
      2,
    )}\n`,
  );
