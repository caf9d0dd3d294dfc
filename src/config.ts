import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CampanileError } from './domain/errors.ts';
import { LANGUAGES, type Language } from './domain/language.ts';

const LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const blankIsAbsent = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const setting = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsAbsent, schema);

const oneLine = z
  .string()
  .regex(/^[^\r\n]*$/, 'must be one line')
  .max(200, 'is longer than 200 characters');

const environmentSchema = z.object({
  DATA_DIR: setting(z.string().default('./data')),
  KEY_FILE: setting(z.string().default('./keys/campanile.key')),
  CENTRES_FILE: setting(z.string().optional()),
  OPERATOR_NAME: setting(oneLine.optional()),
  OPERATOR_CONTACT: setting(oneLine.optional()),
  LOG_LEVEL: setting(z.enum(LEVELS).default('info')),
  OPENAI_BASE_URL: setting(z.url({ protocol: /^https?$/ }).optional()),
  OPENAI_API_KEY: setting(oneLine.optional()),
  OPENAI_EMBEDDING_MODEL: setting(oneLine.optional()),
  TELEGRAM_BOT_TOKEN: setting(
    z
      .string()
      .regex(/^\d+:[\w-]+$/, 'is no bot token (BotFather gives 123456:ABC…)')
      .optional(),
  ),
  TELEGRAM_API_ROOT: setting(z.url({ protocol: /^https?$/ }).default('https://api.telegram.org')),
  SLACK_BOT_TOKEN: setting(
    z
      .string()
      .regex(/^xoxb-[\w-]+$/, 'is no bot token (the app\'s page "OAuth & Permissions" gives xoxb-…)')
      .optional(),
  ),
  SLACK_APP_TOKEN: setting(
    z
      .string()
      .regex(/^xapp-[\w-]+$/, 'is no app-level token (the app\'s page "Basic Information" gives xapp-…)')
      .optional(),
  ),
  SLACK_SIGNING_SECRET: setting(
    z
      .string()
      .regex(/^[\w-]{8,}$/, 'is no signing secret (the app\'s page "Basic Information" gives it)')
      .optional(),
  ),
  SLACK_API_URL: setting(z.url({ protocol: /^https?$/ }).default('https://slack.com/api/')),
  PORT: setting(z.coerce.number('is no number').int().min(1).max(65_535).default(3000)),
});

/** All settings, read once and frozen. */
export type Config = {
  readonly dataFolder: string;
  /** The key that texts and names are sealed with, kept apart from the data. */
  readonly keyFile: string;
  readonly knowledgeFolder: string;
  readonly operator: { readonly name: string | null; readonly contact: string | null };
  /** Null where no centre is named. */
  readonly centresFile: string | null;
  readonly logLevel: (typeof LEVELS)[number];
  /** Null where questions are compared by the local vectors. `apiKey` null where the server wants none. */
  readonly embeddings: { readonly baseUrl: string; readonly apiKey: string | null; readonly model: string } | undefined;
  /** Null where no bot is configured. */
  readonly telegram: { readonly token: string; readonly apiRoot: string } | null;
  /** Null where no app is configured. Slack tells what happens over a socket, or by HTTP on the port. */
  readonly slack: {
    readonly token: string;
    readonly apiUrl: string;
    readonly way:
      | { readonly kind: 'socket'; readonly appToken: string }
      | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };
  } | null;
  /** The machine's language where it is one of the three, else English: what the terminal greets in. */
  readonly machineLanguage: Language;
  /** Who sits at this machine: how the terminal chat calls them. */
  readonly userName: string;
};

const machineLanguageOf = (environment: NodeJS.ProcessEnv): Language => {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return LANGUAGES.find((language) => locale.toLowerCase().startsWith(language)) ?? 'en';
};

const OPENAI = 'https://api.openai.com/v1';

/** The endpoint for embeddings; throws when only a part of its settings is there. */
const embeddingsOf = ({
  OPENAI_BASE_URL: baseUrl,
  OPENAI_API_KEY: apiKey,
  OPENAI_EMBEDDING_MODEL: model,
}: z.infer<typeof environmentSchema>): Config['embeddings'] => {
  if (model === undefined) return undefined;
  if (baseUrl === undefined && apiKey === undefined) {
    throw new CampanileError(
      'configuration',
      'OPENAI_EMBEDDING_MODEL names a model, but not where it is',
      'Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own; or leave the model out.',
    );
  }
  return Object.freeze({ baseUrl: baseUrl ?? OPENAI, apiKey: apiKey ?? null, model });
};

const halfSet = (what: string, remedy: string): CampanileError => new CampanileError('configuration', what, remedy);

/** The app in Slack; throws when only a part of its settings is there, or two ways are. */
const slackOf = ({
  SLACK_BOT_TOKEN: token,
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: apiUrl,
  PORT: port,
}: z.infer<typeof environmentSchema>): Config['slack'] => {
  if (token === undefined) {
    if (appToken === undefined && signingSecret === undefined) return null;
    const set = appToken === undefined ? 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN';
    throw halfSet(`${set} is set, but not SLACK_BOT_TOKEN`, 'Set SLACK_BOT_TOKEN too (xoxb-…), or leave both out.');
  }
  if (appToken !== undefined && signingSecret !== undefined)
    throw halfSet(
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET name two ways for what comes from Slack',
      'Leave SLACK_SIGNING_SECRET out for a socket, which needs no address of yours; leave SLACK_APP_TOKEN out for HTTP on PORT.',
    );
  if (appToken !== undefined) return Object.freeze({ token, apiUrl, way: Object.freeze({ kind: 'socket', appToken }) });
  if (signingSecret !== undefined)
    return Object.freeze({ token, apiUrl, way: Object.freeze({ kind: 'http', signingSecret, port }) });
  throw halfSet(
    'SLACK_BOT_TOKEN is set, but no way for what comes from Slack',
    'Set SLACK_APP_TOKEN (xapp-…, Socket Mode), or SLACK_SIGNING_SECRET for HTTP on PORT.',
  );
};

/** Reads the environment; throws a CampanileError that names the setting and what to write there. */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CampanileError(
      'configuration',
      `${issue?.path.join('.')}: ${issue?.message}`,
      'Mend it in the environment or leave it out; .env.example lists every setting.',
    );
  }
  const { DATA_DIR, KEY_FILE, OPERATOR_NAME, OPERATOR_CONTACT, LOG_LEVEL, TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT } =
    parsed.data;
  return Object.freeze({
    dataFolder: resolve(DATA_DIR),
    keyFile: resolve(KEY_FILE),
    knowledgeFolder: join(dirname(fileURLToPath(import.meta.url)), '..', 'knowledge'),
    centresFile: parsed.data.CENTRES_FILE === undefined ? null : resolve(parsed.data.CENTRES_FILE),
    operator: Object.freeze({ name: OPERATOR_NAME ?? null, contact: OPERATOR_CONTACT ?? null }),
    logLevel: LOG_LEVEL,
    embeddings: embeddingsOf(parsed.data),
    telegram:
      TELEGRAM_BOT_TOKEN === undefined
        ? null
        : Object.freeze({ token: TELEGRAM_BOT_TOKEN, apiRoot: TELEGRAM_API_ROOT.replace(/\/+$/, '') }),
    slack: slackOf(parsed.data),
    machineLanguage: machineLanguageOf(environment),
    userName: environment.USER || environment.LOGNAME || 'me',
  });
};
