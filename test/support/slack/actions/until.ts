const STEP_MS = 5;

/** Waits until something holds; fails with what was missing after so many milliseconds. */
export const until = async (missing: string | (() => string), within: number, holds: () => boolean): Promise<void> => {
  const end = performance.now() + within;
  while (!holds()) {
    if (performance.now() > end)
      throw new Error(`After ${within} ms ${typeof missing === 'string' ? missing : missing()}`);
    await new Promise((done) => setTimeout(done, STEP_MS));
  }
};
