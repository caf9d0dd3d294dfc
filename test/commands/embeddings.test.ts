import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddingServer, likeAModel, openEmbeddingServer } from '../support/embedding-server.ts';
import { copyProject, keepOneHand, uninstall } from '../support/project.ts';
import { linesOf, type Ran, runNode } from '../support/run.ts';
import { temporary } from '../support/small-retriever.ts';

const KEY = 'sk-never-to-be-told-4711';

let server: EmbeddingServer;
let copy: string;
beforeAll(async () => {
  server = await openEmbeddingServer(likeAModel(1.2, 64));
  copy = copyProject();
  keepOneHand(copy, 'a');
});
beforeEach(() => {
  server.answer();
  server.asked.length = 0;
});
afterAll(() => server.close());

const settings = (folder: string, url = server.url): Record<string, string> => ({
  DATA_DIR: folder,
  KEY_FILE: join(folder, 'keys', 'campanile.key'),
  LOG_LEVEL: 'debug',
  OPENAI_BASE_URL: url,
  OPENAI_API_KEY: KEY,
  OPENAI_EMBEDDING_MODEL: 'a-model',
});

const launcher = (project: string): string => join(project, 'bin', 'campanile.cjs');

/** Runs a command of the copy; whatever happens, the key stands in none of its output. */
const run = async (words: readonly string[], input: string, environment: NodeJS.ProcessEnv): Promise<Ran> => {
  const ran = await runNode(process.execPath, [launcher(copy), ...words], input, environment);
  expect(ran.out + ran.err).not.toContain('4711');
  return ran;
};

describe('campanile index', () => {
  test('fetches the vectors of all three languages, waits for them and says so; ask then uses them', async () => {
    const folder = temporary();
    const { code, err } = await run(['index'], '', settings(folder));
    expect(code).toBe(0);
    for (const language of ['Italian', 'French', 'English'])
      expect(err).toMatch(
        new RegExp(`fetching \\d+ vectors from the endpoint \\(${language}\\) …[^]*fetched the vectors`),
      );
    server.asked.length = 0;
    const question = 'chi ci presta i soldi?';
    const asked = await run(['ask', question], '', settings(folder));
    expect(asked.code).toBe(0);
    expect(server.texts()).toContain(question);
  });

  test('killed half-way loses what it had in hand, no more: the next one fetches only what is missing', async () => {
    const folder = temporary();
    const answered: string[] = [];
    const portions = 4;
    const half = await openEmbeddingServer(likeAModel(1.2, 64));
    const child = spawn(process.execPath, [launcher(copy), 'index'], {
      env: { PATH: process.env.PATH, ...settings(folder, half.url) },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
    const watch = setInterval(() => {
      if (half.asked.length <= portions) return;
      answered.push(...half.asked.slice(0, portions - 1).flatMap(({ input }) => input));
      half.answer(() => {});
      child.kill('SIGKILL');
      clearInterval(watch);
    }, 5);
    expect(await ended).toBe('SIGKILL');
    await half.close();
    const { code } = await run(['index'], '', settings(folder));
    expect(code).toBe(0);
    const again = server.texts().filter((text) => answered.includes(text));
    // One known text is asked for again, by which the model shows that it is still the same.
    expect(new Set(again).size).toBeLessThanOrEqual(1);
  });

  test('with the endpoint down builds the index, says what is missing and what to do, and exits 1', async () => {
    const { code, err } = await run(['index'], '', settings(temporary(), 'http://127.0.0.1:9/v1'));
    expect(code).toBe(1);
    expect(err).toMatch(/built the English index/);
    expect(err).toMatch(/the embedding endpoint gives nothing \(.*cannot be reached\).*Check OPENAI_BASE_URL/);
  });
});

test('a chat answers at once, fetches behind its answers, and ends when its input ends', async () => {
  const folder = temporary();
  const { code, out } = await run(['chat'], 'What is a GAL?\n', settings(folder));
  expect(code).toBe(0);
  expect(out).toContain('From the guide: under GAL');
  expect(server.asked.length).toBeGreaterThan(0);
});

test('a wrong key is told by what to check, in no answer and in no log line', async () => {
  server.answer((response, { authorization }) => {
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: `Incorrect API key provided: ${authorization}` } }));
  });
  const { code, err } = await run(['index'], '', settings(temporary()));
  expect(code).toBe(1);
  expect(err).toMatch(/status 401\).*Check OPENAI_API_KEY/);
});

describe('the library of the endpoint', () => {
  let bare: string;
  beforeAll(() => {
    bare = copyProject();
    keepOneHand(bare, 'a');
    uninstall(bare, '@langchain');
  });

  test('is not loaded where no endpoint is configured', async () => {
    const words = [launcher(bare), 'ask', '--jsonl'];
    const { code, out } = await runNode(process.execPath, words, '{"id":1,"text":"chi ci presta i soldi?"}\n', {
      DATA_DIR: temporary(),
    });
    expect(code).toBe(0);
    expect(linesOf(out)[0]).toMatchObject({ id: 1, language: 'it' });
  });

  test('where it is missing and wanted it is named, with what to do', async () => {
    const folder = temporary();
    const { code, err } = await runNode(process.execPath, [launcher(bare), 'ask', 'chi?'], '', settings(folder));
    expect(code).toBe(2);
    expect(err).toMatch(/@langchain\/openai is not installed\n {2}Run npm ci/);
  });
});

test('a model without the place where it is, is refused before anything is opened', async () => {
  const { code, err } = await run(['ask', 'chi?'], '', { DATA_DIR: temporary(), OPENAI_EMBEDDING_MODEL: 'a-model' });
  expect(code).toBe(2);
  expect(err).toMatch(/OPENAI_EMBEDDING_MODEL names a model, but not where it is\n {2}Set OPENAI_API_KEY/);
});
