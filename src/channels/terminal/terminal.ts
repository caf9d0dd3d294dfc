import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** A conversation in a terminal or over a pipe: lines in, texts out. */
export type Terminal = {
  /** True when a person sits at it; false over a pipe. */
  readonly interactive: boolean;
  lines(): AsyncGenerator<string, void>;
  say(text: string): void;
  /** Ends the reading: else a terminal would keep the program alive. */
  close(): void;
};

/** What a terminal would obey instead of show. */
const CONTROL_SEQUENCES = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

export const openTerminal = (input: Readable & { isTTY?: boolean }, output: Writable, prompt: string): Terminal => {
  const interactive = input.isTTY === true;
  const reader = createInterface({
    input,
    ...(interactive ? { output, prompt } : {}),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  return {
    interactive,
    lines: async function* () {
      if (interactive) reader.prompt();
      for await (const line of reader) {
        yield line;
        if (interactive) reader.prompt();
      }
    },
    say: (text) => void output.write(`${text.replace(CONTROL_SEQUENCES, '')}\n\n`),
    close: () => reader.close(),
  };
};
