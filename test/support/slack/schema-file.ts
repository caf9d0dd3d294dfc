// The JSON schemas of blocks, views and calls, made from the types that Slack publishes. They are made once for each version of
// the types and kept beside the installed packages: nothing generated is in the repository, nothing can go stale.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema | readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly additionalProperties?: boolean | Schema;
};
export type Definitions = Readonly<Record<string, Schema>>;

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const require = createRequire(import.meta.url);

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string }).version;

const generate = (file: string, names: readonly string[]): Definitions => {
  const { createGenerator } = require('ts-json-schema-generator') as typeof import('ts-json-schema-generator');
  const generator = createGenerator({
    path: join(modules, file),
    type: '*',
    skipTypeCheck: true,
    additionalProperties: false,
    expose: 'export',
    jsDoc: 'none',
    topRef: true,
  });
  return Object.assign({}, ...names.map((name) => generator.createSchema(name).definitions)) as Definitions;
};

const cached = (name: string, file: string, types: readonly string[]): Definitions => {
  const versions = ['@slack/types', '@slack/web-api', 'ts-json-schema-generator'].map(versionOf);
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const key = createHash('sha256')
    .update([...versions, file, ...types, own].join('\n'))
    .digest('hex')
    .slice(0, 16);
  const folder = join(modules, '.cache/slack-api');
  const path = join(folder, `${name}-${key}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Definitions;
  const made = generate(file, types);
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(made));
  renameSync(draft, path);
  return made;
};

/** The schemas of these types of blocks and views, with all that they refer to. */
export const blockSchemas = (types: readonly string[]): Definitions =>
  cached('blocks', '@slack/types/dist/index.d.ts', types);

/** The schemas of the arguments of calls, such as `ChatPostMessageArguments`. */
export const argumentSchemas = (types: readonly string[]): Definitions =>
  cached('arguments', '@slack/web-api/dist/types/request/index.d.ts', types);
