// The JSON schema of every call that this server knows, made from the published types of the Bot API. It is made once for each
// version of the types and kept beside the installed packages: nothing generated is in the repository, nothing can go stale.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly additionalProperties?: boolean;
};
export type Definitions = Readonly<Record<string, Schema>>;

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const types = join(modules, '@gramio/types/out');
const require = createRequire(import.meta.url);

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string }).version;

/** An uploaded file as our own reader of bodies gives it. */
const UPLOAD: Schema = {
  type: 'object',
  properties: { name: { type: 'string' }, type: { type: 'string' }, bytes: {} },
  required: ['name', 'type', 'bytes'],
};

const isHelper = (schema: Schema): boolean =>
  ['toJSON', 'toString'].some((name) => schema.properties && Object.hasOwn(schema.properties, name));

/** Drops what the types offer to TypeScript only (`toJSON`, `toString`), and makes ids and counts whole numbers. */
const tidy = (schema: Schema): Schema => {
  const kept = schema.anyOf?.filter((choice) => !isHelper(choice)).map(tidy);
  if (kept?.length === 1 && kept[0]) return kept[0];
  const whole = (type: string): string => (type === 'number' ? 'integer' : type);
  return {
    ...schema,
    ...(schema.type && { type: typeof schema.type === 'string' ? whole(schema.type) : schema.type.map(whole) }),
    ...(kept && { anyOf: kept }),
    ...(schema.items && { items: tidy(schema.items) }),
    ...(schema.properties && {
      properties: Object.fromEntries(Object.entries(schema.properties).map(([name, value]) => [name, tidy(value)])),
    }),
  };
};

const generate = (file: string, names: readonly string[]): Definitions => {
  const { createGenerator } = require('ts-json-schema-generator') as typeof import('ts-json-schema-generator');
  const generator = createGenerator({
    path: join(types, file),
    type: '*',
    skipTypeCheck: true,
    additionalProperties: false,
    expose: 'export',
    jsDoc: 'none',
    topRef: true,
  });
  return Object.assign({}, ...names.map((name) => generator.createSchema(name).definitions)) as Definitions;
};

const cached = (key: readonly string[], make: () => Definitions): Definitions => {
  const versions = ['@gramio/types', 'ts-json-schema-generator'].map(versionOf);
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const name = createHash('sha256')
    .update([...versions, ...key, own].join('\n'))
    .digest('hex')
    .slice(0, 16);
  const folder = join(modules, '.cache/bot-api');
  const path = join(folder, `${name}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Definitions;
  const made = make();
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(made));
  renameSync(draft, path);
  return made;
};

/** The schemas of these parameter types, such as `SendMessageParams`, with all that they refer to. */
export const parameterSchemas = (names: readonly string[]): Definitions =>
  cached(['params', ...names], () => {
    const made = Object.entries(generate('params.d.ts', names)).map(([name, schema]) => [name, tidy(schema)]);
    return { ...(Object.fromEntries(made) as Definitions), TelegramInputFile: UPLOAD };
  });

/** The schemas of these objects, such as `TelegramUpdate`: what a bot is sent. */
export const objectSchemas = (names: readonly string[]): Definitions =>
  cached(['objects', ...names], () => generate('objects.d.ts', names));
