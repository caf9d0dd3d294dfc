import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = (readdirSync(src, { recursive: true }) as string[]).filter((name) => name.endsWith('.ts'));

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

const importsOf = (file: string): Import[] =>
  [
    ...readFileSync(join(src, file), 'utf8').matchAll(
      /^(?:import|export)( type)?[^;]*?from '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map(([, type, from, lazy]) => {
    const target = from ?? lazy ?? '';
    const to = target.startsWith('.') ? relative(src, resolve(dirname(join(src, file)), target)) : target;
    return { from: file, to, typeOnly: type !== undefined };
  });

const all = files.flatMap(importsOf);

/** The first folder of a path in src, or the file's own name for ports and the top. */
const layerOf = (path: string): string => path.split('/')[0] ?? path;

const PORTS = ['retriever.ts', 'embedder.ts', 'answerer.ts', 'store.ts', 'channel.ts'];

/** Who may import whom; `main.ts` and `app.ts` know everybody. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  language: ['domain', 'language'],
  knowledge: ['domain', 'knowledge'],
  centres: ['domain', 'centres'],
  assistant: ['domain', 'language', 'assistant', ...PORTS],
  'retriever.ts': ['domain', ...PORTS],
  'embedder.ts': ['domain', ...PORTS],
  'answerer.ts': ['domain', ...PORTS],
  retrievers: ['domain', 'language', 'retrievers', ...PORTS],
  embedders: ['domain', 'language', 'embedders', ...PORTS],
  answerers: ['domain', 'language', 'answerers', ...PORTS],
  'store.ts': ['domain', ...PORTS],
  'channel.ts': ['domain', ...PORTS],
  stores: ['domain', 'stores', ...PORTS],
  channels: ['domain', 'language', 'channels', 'channel.ts', 'store.ts'],
  pipeline: ['domain', 'assistant', 'pipeline', 'log.ts', ...PORTS],
  commands: ['domain', 'commands', 'channels', 'store.ts', 'app.ts', 'config.ts', 'log.ts'],
  'config.ts': ['domain'],
  'log.ts': ['config.ts'],
};

/** The only folder that may name a library of the outside. */
const VENDORS: Readonly<Record<string, readonly string[]>> = {
  '@langchain/openai': ['embedders'],
  '@slack/bolt': ['channels'],
  grammy: ['channels'],
  'grammy/types': ['channels'],
  'hnswlib-node': ['retrievers'],
  'snowball-stemmers': ['language'],
  'intl-messageformat': ['language'],
  yaml: ['knowledge', 'centres'],
  'better-sqlite3': ['stores'],
  kysely: ['stores'],
  'kysely/migration': ['stores'],
  zod: ['knowledge', 'centres', 'config.ts', 'retrievers', 'commands', 'channels'],
};

test('imports follow the arrows of the design', () => {
  const wrong = all.filter(({ from, to }) => {
    const arrows = ARROWS[layerOf(from)];
    return arrows && files.includes(to) && !arrows.includes(layerOf(to));
  });
  expect(wrong).toEqual([]);
});

test('every folder and port of src has its arrows', () => {
  const known = [...Object.keys(ARROWS), 'main.ts', 'app.ts'];
  expect([...new Set(files.map(layerOf))].filter((layer) => !known.includes(layer))).toEqual([]);
});

test('a library of the outside is named in its own folder only', () => {
  const foreign = all.filter(
    ({ from, to }) =>
      !files.includes(to) && !to.endsWith('.json') && !to.startsWith('node:') && !VENDORS[to]?.includes(layerOf(from)),
  );
  expect(foreign).toEqual([]);
});

test('the domain is pure: no library, no clock, no chance, no input or output', () => {
  const domain = files.filter((file) => layerOf(file) === 'domain');
  expect(all.filter(({ from, to }) => domain.includes(from) && !files.includes(to))).toEqual([]);
  const impure = domain.filter((file) =>
    /\bnew Date|Date\.now|Math\.random|process\.(env|std|argv|exit)|console\.|performance\./.test(
      readFileSync(join(src, file), 'utf8'),
    ),
  );
  expect(impure).toEqual([]);
});

test('only config.ts reads the environment', () => {
  const readers = files.filter((file) => /process\.env/.test(readFileSync(join(src, file), 'utf8')));
  expect(readers).toEqual(['config.ts']);
});

test('no source file grows far over 250 lines', () => {
  const long = files.filter((file) => readFileSync(join(src, file), 'utf8').split('\n').length > 260);
  expect(long).toEqual([]);
});
