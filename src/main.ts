import { parseArgs } from 'node:util';
import { createApp } from './app.ts';
import { ASK_HELP, ask, askLines, questionIn } from './commands/ask.ts';
import { CHAT_HELP, chat } from './commands/chat.ts';
import { FIT_HELP, fit } from './commands/fit.ts';
import { readConfig } from './config.ts';
import { CampanileError } from './domain/errors.ts';
import { isLanguage } from './domain/language.ts';
import { createLog } from './log.ts';

const HELP = `Campanile: the assistant that walks a village through founding its community cooperative

  npm start                              talk with it in this terminal
  npm run -s campanile -- <command>      the command line:

  chat     talk with it in this terminal
  ask      answer a question, or many as JSON lines
  index    build the search index
  fit      fit the weights of the search to the bank (for those who work on it)

Each command tells its options with --help.`;

const INDEX_HELP = `campanile index: build the search index from knowledge/ into DATA_DIR

It is built at the first start too, and again whenever knowledge/ changes; this command builds it now, whatever is there.`;

const HELPS: Readonly<Record<string, string>> = { chat: CHAT_HELP, ask: ASK_HELP, index: INDEX_HELP, fit: FIT_HELP };

const readArguments = (words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        language: { type: 'string' },
        json: { type: 'boolean', default: false },
        jsonl: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    const what = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new CampanileError(
      'usage',
      String(what),
      'campanile --help lists the commands, campanile <command> --help their options.',
    );
  }
};

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs one command line; gives the exit code. */
const run = async (words: readonly string[]): Promise<number> => {
  const { values, positionals } = readArguments(words);
  const [command = 'start', ...rest] = positionals;
  const known = command === 'start' || command in HELPS;
  if (!known)
    throw new CampanileError(
      'usage',
      `there is no command "${command}"`,
      'The commands are chat, ask, index and fit; campanile --help tells what they do.',
    );
  if (values.help) {
    print(HELPS[command] ?? HELP);
    return 0;
  }
  const { language } = values;
  if (language !== undefined && !isLanguage(language)) {
    throw new CampanileError('usage', `--language ${language}: there is no such edition`, 'Write it, fr or en.');
  }
  const question = command === 'ask' && !values.jsonl ? questionIn(rest) : '';
  const config = readConfig();
  const log = createLog(config.logLevel);
  const app = await createApp(config, log);
  if (command === 'index') {
    await app.prepare(true);
    return 0;
  }
  if (command === 'fit') {
    await fit(app, print);
    return 0;
  }
  if (command === 'ask') {
    if (values.jsonl) return (await askLines(app, config, process.stdin, print)) ? 0 : 1;
    await ask(app, config, question, { language, json: values.json }, print);
    return 0;
  }
  if (command === 'start') {
    log.info(
      'terminal chat, local search and answers, nothing kept on disk but the index; there is no other channel yet, so nothing else to set',
    );
  }
  await app.prepare();
  await chat(app, config, process.stdin, process.stdout);
  return 0;
};

// A reader that goes away (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const known = error instanceof CampanileError;
  process.stderr.write(
    known
      ? `campanile: ${error.message}\n  ${error.remedy}\n`
      : `campanile: something unforeseen happened: ${error instanceof Error ? error.message : error}\n  Nothing was lost. Please report it with the command you ran.\n`,
  );
  process.exitCode = known && ['usage', 'configuration', 'knowledge'].includes(error.code) ? 2 : 1;
}
