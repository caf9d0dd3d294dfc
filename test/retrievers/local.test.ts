import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createLocalEmbedder } from '../../src/embedders/local.ts';
import type { IndexEvent } from '../../src/retrievers/local/index-event.ts';
import { createLocalRetriever, type LocalRetrieverParts } from '../../src/retrievers/local/local-retriever.ts';
import { retrieverContract } from '../contracts/retriever.ts';
import { bank, hnswlib, partsIn, temporary } from '../support/small-retriever.ts';

retrieverContract('the local retriever', async () => createLocalRetriever(partsIn(temporary(), { bank: () => bank })));
retrieverContract('the local retriever without hnswlib', async () =>
  createLocalRetriever(partsIn(temporary(), { bank: () => bank, hnswlib: undefined })),
);

const prepare = async (parts: LocalRetrieverParts): Promise<IndexEvent[]> => {
  const events: IndexEvent[] = [];
  await createLocalRetriever({ ...parts, onEvent: (event) => events.push(event) }).prepare('it');
  return events;
};

const reasons = (events: readonly IndexEvent[]): string[] =>
  events.flatMap((event) => ('because' in event ? [event.because] : []));

describe('the stored index', () => {
  let folder: string;
  beforeEach(async () => {
    folder = temporary();
    await prepare(partsIn(folder));
  });

  test('is opened again without building', async () => {
    expect(await prepare(partsIn(folder))).toEqual([]);
  });

  test('answers the same when it was built and when it was opened', async () => {
    const query = { text: 'chi ci aiuta con i soldi?', language: 'it' } as const;
    const built = await createLocalRetriever(partsIn(temporary())).retrieve(query);
    const opened = await createLocalRetriever(partsIn(folder)).retrieve(query);
    expect(opened.meanings.slice(0, 5)).toEqual(built.meanings.slice(0, 5));
  });

  test('is the same to the last byte wherever it is built', async () => {
    const other = temporary();
    await prepare(partsIn(other));
    for (const name of ['model.bin', 'vectors.bin', 'manifest.json']) {
      expect(readFileSync(join(other, 'it', name)).equals(readFileSync(join(folder, 'it', name))), name).toBe(true);
    }
  });

  test.each(['model.bin', 'vectors.bin'])('is built anew when one bit of %s is flipped', async (name) => {
    const file = join(folder, 'it', name);
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(file, bytes);
    expect(reasons(await prepare(partsIn(folder)))).toEqual([`${name} is damaged`]);
    expect(await prepare(partsIn(folder))).toEqual([]);
  });

  test.each(['model.bin', 'vectors.bin'])('is built anew when %s is gone', async (name) => {
    rmSync(join(folder, 'it', name));
    expect(reasons(await prepare(partsIn(folder)))).toEqual([`${name} is missing`]);
  });

  test('is built anew when its manifest is cut short', async () => {
    const file = join(folder, 'it', 'manifest.json');
    writeFileSync(file, readFileSync(file).subarray(0, 100));
    expect(reasons(await prepare(partsIn(folder)))).toEqual(['its manifest cannot be read']);
  });

  test('is not trusted when it is foreign: another corpus, embedder, dimension or language', async () => {
    expect(reasons(await prepare(partsIn(folder, { corpus: 'other' })))).toEqual(['its corpus is another']);
    const embedder = { ...createLocalEmbedder(), id: 'other' };
    expect(reasons(await prepare(partsIn(folder, { corpus: 'other', embedder })))).toEqual(['its embedder is another']);
    rmSync(join(folder, 'it'), { recursive: true });
    const french = temporary();
    await createLocalRetriever(partsIn(french)).prepare('fr');
    cpSync(join(french, 'fr'), join(folder, 'it'), { recursive: true });
    expect(reasons(await prepare(partsIn(folder)))).toEqual(['its language is another']);
  });

  test('built with hnswlib it is not opened without, and the other way round', async () => {
    if (!hnswlib) return;
    expect(reasons(await prepare(partsIn(folder, { hnswlib: undefined })))).toEqual(['its engine is another']);
    expect(reasons(await prepare(partsIn(folder)))).toEqual(['its engine is another']);
  });

  test('a build that was killed leaves the old index or none, and its rest is cleared', async () => {
    mkdirSync(join(folder, 'it.99999.tmp'));
    writeFileSync(join(folder, 'it.99999.tmp', 'model.bin'), 'half');
    expect(await prepare(partsIn(folder))).toEqual([]);
    await createLocalRetriever(partsIn(folder)).prepare('it', true);
    expect(readdirSync(folder)).toEqual(['it']);
  });

  test('where nothing can be written it is kept in memory, told once, and answers all the same', async () => {
    const file = join(temporary(), 'a-file');
    writeFileSync(file, 'a file where a folder should be');
    const events: IndexEvent[] = [];
    const retriever = createLocalRetriever(partsIn(join(file, 'index'), { onEvent: (event) => events.push(event) }));
    const { meanings } = await retriever.retrieve({ text: 'chi ci aiuta?', language: 'it' });
    expect(meanings.length).toBeGreaterThan(100);
    expect(events.map(({ kind }) => kind)).toEqual(['building', 'kept-in-memory', 'built']);
  });
});
