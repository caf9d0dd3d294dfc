import { parseArgs } from 'node:util';
import { createApp } from './app.ts';
import { ask } from './commands/ask.ts';
import { backup } from './commands/backup.ts';
import { buildIndex } from './commands/build-index.ts';
import { chat } from './commands/chat.ts';
import type { Command, Options } from './commands/command.ts';
import { erase } from './commands/erase.ts';
import { evaluate } from './commands/eval.ts';
import { exportKept } from './commands/export.ts';
import { feedback } from './commands/feedback.ts';
import { fit } from './commands/fit.ts';
import { gaps } from './commands/gaps.ts';
import { notes } from './commands/notes.ts';
import { recommend } from './commands/recommend.ts';
import { requests } from './commands/requests.ts';
import { createServe } from './commands/serve.ts';
import { readConfig } from './config.ts';
import { CampanileError } from './domain/errors.ts';
import { createLog } from './log.ts';

const HELP = `Campanile: the assistant that walks a village through founding its community cooperative

  npm start                              talk with it in this terminal
  npm run -s campanile -- <command>      the command line:

  chat     talk with it in this terminal
  ask      answer a question, or many as JSON lines
  recommend  which plan and phase fit a group
  export   print what is kept of conversations
  erase    erase what is kept of one
  backup   copy all that is kept, while it goes on
  gaps     what people asked that the guide does not say
  feedback what people thought of answers
  requests what was handed to a centre's desk, and how far it is
  notes    what the centres keep as their own word
  index    build the search index
  eval     how well the questions of an examination are understood
  fit      fit the weights of the search to the bank (for those who work on it)

Each command tells its options with --help.`;

const COMMANDS: Readonly<Record<string, Command>> = {
  chat,
  ask,
  recommend,
  export: exportKept,
  erase,
  backup,
  gaps,
  requests,
  notes,
  feedback,
  index: buildIndex,
  eval: evaluate,
  fit,
};

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const readOptions = (args: string[], options: Command['options']): { words: string[]; options: Options } => {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
    return { words: positionals, options: values as Options };
  } catch (cause) {
    const what = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new CampanileError(
      'usage',
      `${what}`,
      'campanile --help lists the commands, campanile <command> --help their options.',
    );
  }
};

/** Runs one command line; gives the exit code. */
const run = async ([name, ...args]: string[]): Promise<number> => {
  if (name === '--help' || name === '-h' || name === 'help') {
    print(HELP);
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (name !== undefined && !command) {
    throw new CampanileError(
      'usage',
      `there is no command "${name}"`,
      `The commands are ${Object.keys(COMMANDS).join(', ')}; campanile --help tells what they do.`,
    );
  }
  const { words, options } = readOptions(args, command?.options ?? {});
  if (command && options.help) {
    print(command.help);
    return 0;
  }
  const config = readConfig();
  const log = createLog(config.logLevel);
  return (command ?? createServe(log)).run({
    words,
    options,
    config,
    openApp: () => createApp(config, log),
    input: process.stdin,
    output: process.stdout,
    print,
  });
};

const tellError = (error: unknown): void => {
  const told =
    error instanceof CampanileError
      ? `${error.message}\n  ${error.remedy}`
      : `something unforeseen happened: ${error instanceof Error ? error.message : error}\n  Nothing was lost. Please report it with the command you ran.`;
  process.stderr.write(`campanile: ${told}\n`);
};

// A reader that goes away (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
// Nor is a log that is full, or that nobody reads any more: people are served without it.
process.stderr.on('error', () => {});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  tellError(error);
  process.exitCode = error instanceof CampanileError ? 2 : 1;
}
