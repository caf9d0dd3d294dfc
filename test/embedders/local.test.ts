import { expect, test } from 'vitest';
import { createLocalEmbedder } from '../../src/embedders/local.ts';
import { embedderContract } from '../contracts/embedder.ts';

embedderContract('the local embedder', createLocalEmbedder);

test('the local embedder’s vectors have the dimension that it tells beforehand', async () => {
  const embedder = createLocalEmbedder();
  expect((await embedder.embed(['il forno'], 'it'))[0]).toHaveLength(embedder.dimension);
});
