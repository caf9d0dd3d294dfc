import { EmbeddingError } from '../../embedder.ts';

/** How long an endpoint is left alone after a failure, in milliseconds: doubled with each further one, up to the longest. */
const FIRST_REST = 5000;
const LONGEST_REST = 60_000;
/** An endpoint may ask for a longer rest itself, up to this. */
const LONGEST_ASKED = 600_000;

/** Keeps an endpoint that failed from being asked again and again. */
export type Breaker = {
  /** Asks; an EmbeddingError begins a rest, or makes it longer, and is passed on. */
  run<Result>(ask: () => Promise<Result>): Promise<Result>;
  /** How long the endpoint is still to be left alone, in milliseconds; 0 when it may be asked. */
  restsFor(): number;
};

/** `onChange` is told the error when the endpoint goes down, and null when it answers again. */
export const createBreaker = (onChange: (error: EmbeddingError | null) => void): Breaker => {
  let failures = 0;
  let restsUntil = 0;
  const rest = (milliseconds: number): void => {
    restsUntil = performance.now() + milliseconds;
  };
  return {
    restsFor: () => Math.max(0, restsUntil - performance.now()),
    run: async (ask) => {
      const before = failures;
      // After a rest one asks; the others go on without until that one knows.
      if (before > 0) rest(FIRST_REST);
      try {
        const result = await ask();
        if (failures > 0) onChange(null);
        failures = 0;
        restsUntil = 0;
        return result;
      } catch (error) {
        // Many who asked at once and failed together are one failure.
        if (error instanceof EmbeddingError && failures === before) {
          failures += 1;
          rest(
            Math.max(
              Math.min(FIRST_REST * 2 ** (failures - 1), LONGEST_REST),
              Math.min((error.retryAfter ?? 0) * 1000, LONGEST_ASKED),
            ),
          );
          if (failures === 1) onChange(error);
        }
        throw error;
      }
    },
  };
};
