import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openOpenAIEmbedder } from '../../src/embedders/openai.ts';
import type { IndexEvent } from '../../src/retrievers/local/index-event.ts';
import { createLocalRetriever, type LocalRetriever } from '../../src/retrievers/local/local-retriever.ts';
import { retrieverContract } from '../contracts/retriever.ts';
import {
  type EmbeddingServer,
  likeAModel,
  openEmbeddingServer,
  sendJson,
  vectorsBody,
} from '../support/embedding-server.ts';
import { bank, partsIn, temporary } from '../support/small-retriever.ts';

const KEY = 'sk-never-to-be-told-4711';
const QUERY = { text: 'nella fase 2 la Pro Loco chi fa incontrare?', language: 'it' } as const;
const index = temporary();

const openedRetrievers: LocalRetriever[] = [];

/** A retriever that compares by the vectors of this server, and what it tells. */
const openOver = async (
  server: Pick<EmbeddingServer, 'url'>,
  { folder = temporary(), model = 'a-model' }: { folder?: string; model?: string } = {},
  given = {},
) => {
  const events: IndexEvent[] = [];
  const retriever = createLocalRetriever(
    partsIn(index, {
      endpoint: { embedder: await openOpenAIEmbedder({ baseUrl: server.url, apiKey: KEY, model }), folder },
      onEvent: (event) => events.push(event),
      ...given,
    }),
  );
  openedRetrievers.push(retriever);
  const kinds = () => events.map(({ kind }) => kind).filter((kind) => kind !== 'building' && kind !== 'built');
  return { retriever, events, kinds, folder };
};

/** What the local search alone takes a query to mean. */
const local = await createLocalRetriever(partsIn(index)).retrieve(QUERY);

let server: EmbeddingServer;
let ahead = 0;
const now = performance.now.bind(performance);
beforeEach(async () => {
  server = await openEmbeddingServer(likeAModel(1.2, 270));
  ahead = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
});
afterEach(async () => {
  for (const retriever of openedRetrievers.splice(0)) retriever.close();
  await server.close();
  vi.restoreAllMocks();
});

describe('with an endpoint', () => {
  const whole = openEmbeddingServer(likeAModel(1.2, 270));
  afterAll(async () => (await whole).close());
  retrieverContract('the local retriever', async () => {
    const { retriever } = await openOver(await whole, {}, { bank: () => bank, folder: null });
    openedRetrievers.length = 0;
    for (const language of ['it', 'fr', 'en'] as const) await retriever.prepare(language);
    expect(await retriever.fetchVectors()).toBe(true);
    return retriever;
  });
});

/** Fetches all Italian vectors. */
const fetchAll = async (retriever: LocalRetriever): Promise<boolean> => {
  await retriever.prepare('it');
  return retriever.fetchVectors();
};

describe('the vectors of an endpoint', () => {
  test('are fetched once, each text once, and kept for the next start', async () => {
    const first = await openOver(server);
    expect(await fetchAll(first.retriever)).toBe(true);
    expect(first.kinds()).toEqual(['fetching', 'fetched']);
    const texts = server.texts();
    expect(new Set(texts).size).toBe(texts.length);
    server.asked.length = 0;
    const second = await openOver(server, { folder: first.folder });
    expect(await fetchAll(second.retriever)).toBe(true);
    expect(second.kinds()).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  test('speak for what a question means, in place of the local ones; the question is asked for once', async () => {
    const { retriever } = await openOver(server);
    await fetchAll(retriever);
    server.asked.length = 0;
    const found = await retriever.retrieve(QUERY);
    await retriever.retrieve(QUERY);
    expect(server.texts().filter((text) => text === QUERY.text)).toHaveLength(1);
    expect(found.meanings[0]!.meaning).toMatch(/^5\./);
    expect(found.meanings).not.toEqual(local.meanings);
  });

  test('of two models are kept apart, and coming back to the first fetches nothing', async () => {
    const folder = temporary();
    await fetchAll((await openOver(server, { folder, model: 'one/small:v1' })).retriever);
    const other = await openEmbeddingServer(likeAModel(0.4, 260));
    const second = await openOver(other, { folder, model: 'one/small v1' });
    expect(await fetchAll(second.retriever)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(2);
    await other.close();
    server.asked.length = 0;
    await fetchAll((await openOver(server, { folder, model: 'one/small:v1' })).retriever);
    expect(server.asked).toEqual([]);
  });

  test('that a kill left half-written, or a disk damaged, are fetched again, and only these', async () => {
    const { retriever, folder } = await openOver(server);
    await fetchAll(retriever);
    const [model] = readdirSync(folder);
    const file = join(folder, model!, 'it.vectors');
    const lines = readFileSync(file, 'latin1').split('\n').filter(Boolean);
    const damaged = lines.map((line, at) => (at === 3 ? line.replace(/[A-Z]/, 'z') : line)).join('\n');
    writeFileSync(file, damaged.slice(0, -50), 'latin1');
    server.asked.length = 0;
    const again = await openOver(server, { folder });
    expect(await fetchAll(again.retriever)).toBe(true);
    // The two, and one that is known, by which the model shows that it is still the same.
    expect(server.texts()).toHaveLength(3);
  });

  test('that are all alike tell nothing apart and are not used', async () => {
    const alike = await openEmbeddingServer(async () => [1, 2, 3]);
    const { retriever, events } = await openOver(alike);
    expect(await fetchAll(retriever)).toBe(false);
    expect(events.at(-1)).toMatchObject({ kind: 'endpoint-down', because: 'its vectors are all alike' });
    expect((await retriever.retrieve(QUERY)).meanings).toEqual(local.meanings);
    await alike.close();
  });

  test('that cannot be kept on disk serve from memory, and it is told once', async () => {
    const file = join(temporary(), 'a-file');
    writeFileSync(file, 'a file where a folder should be');
    const { retriever, kinds } = await openOver(server, { folder: file });
    expect(await fetchAll(retriever)).toBe(true);
    expect(kinds()).toEqual(['fetching', 'kept-in-memory', 'fetched']);
  });
});

describe('answers go on with the local search', () => {
  test('until all vectors are there', async () => {
    const { retriever, kinds } = await openOver(server);
    expect((await retriever.retrieve(QUERY)).meanings).toEqual(local.meanings);
    await retriever.retrieve(QUERY);
    expect(server.asked).toEqual([]);
    expect(kinds()).toEqual(['vectors-missing']);
  });

  test('while they are being fetched', async () => {
    const { retriever } = await openOver(server);
    await retriever.prepare('it');
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    server.answer(async (response, { input }) => {
      await held;
      sendJson(response, 200, vectorsBody(await Promise.all(input.map(likeAModel(1.2, 270)))));
    });
    const fetching = retriever.fetchVectors();
    expect((await retriever.retrieve(QUERY)).meanings).toEqual(local.meanings);
    release();
    expect(await fetching).toBe(true);
    expect((await retriever.retrieve(QUERY)).meanings).not.toEqual(local.meanings);
  });

  test('when it is down from the start: told once, with what to do, and the key is in none of it', async () => {
    await server.close();
    const { retriever, events, kinds } = await openOver(server);
    expect(await fetchAll(retriever)).toBe(false);
    expect((await retriever.retrieve(QUERY)).meanings).toEqual(local.meanings);
    expect(kinds()).toEqual(['fetching', 'endpoint-down']);
    expect(JSON.stringify(events)).toMatch(/Check OPENAI_BASE_URL/);
    expect(JSON.stringify(events)).not.toContain('4711');
  });

  test('when it fails in the middle; it is left alone for a while, and serves again once it answers', async () => {
    const { retriever, kinds } = await openOver(server);
    await fetchAll(retriever);
    const { meanings: withEndpoint } = await retriever.retrieve(QUERY);
    const other = { text: 'chi ci presta i soldi per partire?', language: 'it' } as const;
    server.answer((response) => sendJson(response, 503, {}));
    server.asked.length = 0;
    const during = await retriever.retrieve(other);
    await retriever.retrieve(other);
    expect(server.asked).toHaveLength(1);
    expect(kinds().at(-1)).toBe('endpoint-down');
    server.answer();
    expect((await retriever.retrieve(other)).meanings).toEqual(during.meanings);
    ahead += 6000;
    expect((await retriever.retrieve(other)).meanings).not.toEqual(during.meanings);
    expect(kinds().at(-1)).toBe('endpoint-up');
    expect((await retriever.retrieve(QUERY)).meanings).toEqual(withEndpoint);
  });

  test('when it hangs: a question waits no longer than two seconds', async () => {
    const { retriever } = await openOver(server);
    await fetchAll(retriever);
    server.answer(() => {});
    const started = now();
    await retriever.retrieve({ text: 'chi ci presta i soldi?', language: 'it' });
    expect(now() - started).toBeLessThan(2000);
  });

  test.each([
    ['of another dimension', likeAModel(1.2, 280)],
    ['of another model', async (text: string) => (await likeAModel(1.2, 270)(text)).reverse()],
    ['that are no numbers', async () => Array.from({ length: 270 }, () => Number.NaN)],
  ])('when vectors %s come, which are never mixed with those kept', async (_, embed) => {
    const { retriever, folder } = await openOver(server);
    await fetchAll(retriever);
    const changed = await openEmbeddingServer(embed);
    const { retriever: again, kinds } = await openOver(changed, { folder });
    expect((await again.retrieve(QUERY)).meanings).toEqual(local.meanings);
    expect(kinds()).toEqual(['endpoint-down']);
    await changed.close();
  });
});

test('fetching behind the answers outlasts a failure: it goes on by itself where it stopped', {
  timeout: 20_000,
}, async () => {
  const { retriever, kinds } = await openOver(server);
  let requests = 0;
  server.answer(async (response, { input }) => {
    requests += 1;
    if (requests === 3) return sendJson(response, 500, {});
    sendJson(response, 200, vectorsBody(await Promise.all(input.map(likeAModel(1.2, 270)))));
  });
  retriever.keepFetching();
  await retriever.prepare('it');
  await vi.waitFor(() => expect(kinds()).toContain('fetched'), { timeout: 15_000, interval: 100 });
  expect(kinds()).toEqual(['fetching', 'endpoint-down', 'endpoint-up', 'fetched']);
  const [witness] = server.texts();
  const texts = server.texts().filter((text) => text !== witness);
  const again = texts.filter((text, at) => texts.indexOf(text) < at);
  expect(again).toEqual(server.asked[2]!.input.filter((text) => text !== witness));
});

test('a passage added while serving is found by its vector too, and no longer once it is removed', async () => {
  const { retriever } = await openOver(server);
  await fetchAll(retriever);
  const passage = {
    id: 'note.1',
    section: 'process.what',
    kind: 'process',
    place: { plan: null, phase: null },
    language: 'it',
    title: 'Nota',
    statements: [{ text: 'Lo sportello di Ferrandina apre il martedì.', anchors: [] }],
  } as const;
  await retriever.add(passage);
  expect(server.texts().some((text) => text.includes('Ferrandina'))).toBe(true);
  const query = { text: 'quando apre lo sportello di Ferrandina?', language: 'it' } as const;
  const idsFound = async () => (await retriever.retrieve(query)).passages.map(({ passage: { id } }) => id);
  expect((await idsFound())[0]).toBe('note.1');
  expect(await retriever.remove('note.1', 'it')).toBe(true);
  expect(await idsFound()).not.toContain('note.1');
});
