import type { Readable, Writable } from 'node:stream';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { CampanileError } from '../domain/errors.ts';
import { isLanguage, type Language } from '../domain/language.ts';

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** One call of the command line: its words and options, and the world around it. */
export type Call = {
  readonly words: readonly string[];
  readonly options: Options;
  readonly config: Config;
  readonly openApp: () => Promise<App>;
  readonly input: Readable & { isTTY?: boolean };
  readonly output: Writable;
  readonly print: (text: string) => void;
};

/** A command: its help, the options it takes, and what it does; gives the exit code. */
export type Command = {
  readonly help: string;
  readonly options: Readonly<Record<string, { type: 'string' | 'boolean' }>>;
  run(call: Call): Promise<number>;
};

/** The language given with `--language`; undefined when none was. */
export const languageOption = ({ options }: Call): Language | undefined => {
  const { language } = options;
  if (language === undefined || isLanguage(language)) return language;
  throw new CampanileError('usage', `--language ${language}: there is no such edition`, 'Write it, fr or en.');
};
