import { inspect } from 'node:util';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Embedder, EmbeddingError } from '../../src/embedder.ts';
import { openOpenAIEmbedder } from '../../src/embedders/openai.ts';
import { embedderContract } from '../contracts/embedder.ts';
import { type EmbeddingServer, openEmbeddingServer, sendJson, vectorsBody } from '../support/embedding-server.ts';

const KEY = 'sk-never-to-be-told-4711';

let server: EmbeddingServer;
beforeAll(async () => {
  server = await openEmbeddingServer();
});
afterEach(() => {
  server.answer();
  server.asked.length = 0;
});
afterAll(() => server.close());

const open = (baseUrl = server.url, apiKey: string | null = KEY): Promise<Embedder> =>
  openOpenAIEmbedder({ baseUrl, apiKey, model: 'a-model' });

/** The error that comes instead of vectors: always an EmbeddingError, and nothing in it tells the key or what was asked. */
const failing = async (embedder: Embedder, signal?: AbortSignal): Promise<EmbeddingError> => {
  const error = await embedder.embed(['il forno', 'la scuola'], 'it', signal).then(
    () => expect.fail('vectors came'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(EmbeddingError);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/4711|il forno/);
  return error as EmbeddingError;
};

embedderContract('an endpoint', () => open());

describe('what goes to the endpoint', () => {
  test('the model, the key and at most 128 texts at once', async () => {
    await (await open()).embed(
      Array.from({ length: 300 }, (_, at) => `testo ${at}`),
      'it',
    );
    expect(server.asked.map(({ input }) => input.length)).toEqual([128, 128, 44]);
    expect(server.asked[0]).toMatchObject({ model: 'a-model', authorization: `Bearer ${KEY}` });
  });

  test('a long text only by its beginning, and never half a character', async () => {
    await (await open()).embed([`${'a'.repeat(1499)}😀 e il resto`], 'it');
    expect(server.texts()[0]).toHaveLength(1500);
    expect(server.texts()[0]!.isWellFormed()).toBe(true);
  });

  test('a server that wants no key gets none of ours', async () => {
    vi.stubEnv('OPENAI_API_KEY', KEY);
    await (await open(server.url, null)).embed(['il forno'], 'it');
    vi.unstubAllEnvs();
    expect(server.asked[0]!.authorization).not.toContain(KEY);
  });
});

describe('answers that cannot be used are refused', () => {
  test.each<[string, unknown, RegExp]>([
    ['no JSON', '<html>Bad gateway</html>', /a vector for each text/],
    ['nothing', '', /a vector for each text/],
    ['null', 'null', /a vector for each text/],
    ['no list', { data: null }, /a vector for each text/],
    ['fewer vectors than texts', vectorsBody([[1, 2]]), /a vector for each text/],
    [
      'more vectors than texts',
      vectorsBody([
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
      /a vector for each text/,
    ],
    ['a list of nulls', { data: [null, null] }, /a vector for each text/],
    ['NaN', '{"data":[{"embedding":[NaN,1]},{"embedding":[1,1]}]}', /a vector for each text/],
    [
      'a null in a vector',
      vectorsBody([
        [1, 2],
        [null, 2],
      ]),
      /not of numbers/,
    ],
    [
      'words in a vector',
      vectorsBody([
        [1, 2],
        ['1', '2'],
      ]),
      /not of numbers/,
    ],
    ['infinity', '{"data":[{"embedding":[1e999,1]},{"embedding":[1,1]}]}', /not of numbers/],
    ['no vector at all', vectorsBody([[1, 2], 'AACAPwAAAEA=']), /not of numbers/],
    ['an empty vector', vectorsBody([[], []]), /without length/],
    [
      'a vector of zeros',
      vectorsBody([
        [1, 2],
        [0, 0],
      ]),
      /without length/,
    ],
    [
      'vectors of different dimensions',
      vectorsBody([
        [1, 2],
        [1, 2, 3],
      ]),
      /different dimensions/,
    ],
  ])('%s', async (_, body, message) => {
    server.answer((response) => sendJson(response, 200, body));
    expect((await failing(await open())).message).toMatch(message);
  });

  test('vectors in another order are put in the order of the texts, by their numbers', async () => {
    const embedder = await open();
    const inOrder = await embedder.embed(['il forno', 'la scuola'], 'it');
    server.answer((response) =>
      sendJson(response, 200, {
        data: [
          { index: 1, embedding: [...inOrder[1]!] },
          { index: 0, embedding: [...inOrder[0]!] },
        ],
      }),
    );
    const shuffled = await embedder.embed(['il forno', 'la scuola'], 'it');
    const rounded = (vectors: Float32Array[]) =>
      vectors.map((vector) => vector.map((value) => Math.round(value * 1e5)));
    expect(rounded(shuffled)).toEqual(rounded(inOrder));
  });
});

describe('an endpoint that fails', () => {
  test('is asked once: nobody but the caller asks again', async () => {
    server.answer((response) => sendJson(response, 500, { error: { message: 'no' } }));
    await failing(await open());
    expect(server.asked).toHaveLength(1);
  });

  test.each([
    [401, /status 401/, /Check OPENAI_API_KEY/],
    [404, /status 404/, /Check OPENAI_EMBEDDING_MODEL and OPENAI_BASE_URL/],
    [500, /status 500/, /asked again later/],
  ])(
    'with status %i is told by the status and what to do, and its own words are not repeated',
    async (status, message, remedy) => {
      server.answer((response, { authorization }) =>
        sendJson(response, status, { error: { message: `Incorrect API key provided: ${authorization}` } }),
      );
      const error = await failing(await open());
      expect(error.message).toMatch(message);
      expect(error.remedy).toMatch(remedy);
    },
  );

  test('tells when it wants to be asked again', async () => {
    server.answer((response) => {
      response.setHeader('retry-after', '17');
      sendJson(response, 429, {});
    });
    expect((await failing(await open())).retryAfter).toBe(17);
  });

  test('that hangs is given up in time', async () => {
    server.answer(() => {});
    const started = performance.now();
    expect((await failing(await open(), AbortSignal.timeout(200))).message).toMatch(/in time/);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('that drips without end is given up in time', async () => {
    server.answer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect((await failing(await open(), AbortSignal.timeout(300))).message).toMatch(/in time/);
  });

  test('that pours without end is cut off', async () => {
    const flood = Buffer.alloc(1024 * 1024, ' ');
    server.answer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const pour = (): void => {
        while (!response.destroyed && response.write(flood));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    });
    expect((await failing(await open())).message).toMatch(/a vector for each text/);
  });

  test('that sends elsewhere is not followed', async () => {
    server.answer((response) => {
      response.writeHead(307, { location: '/v1/embeddings' });
      response.end();
    });
    expect((await failing(await open())).message).toMatch(/cannot be reached/);
    expect(server.asked).toHaveLength(1);
  });

  test('that is not there is told at once', async () => {
    const gone = await openEmbeddingServer();
    await gone.close();
    const error = await failing(await open(gone.url));
    expect(error.message).toMatch(/cannot be reached/);
    expect(error.remedy).toMatch(/Check OPENAI_BASE_URL/);
  });

  test('with a key that no header can carry fails without telling it', async () => {
    await failing(await open(server.url, `${KEY}\nx`));
  });
});

describe('a double of the contract by other hands', () => {
  let mock: LLMock;
  beforeAll(async () => {
    mock = await LLMock.create({ port: 0 });
  });
  afterAll(() => mock.stop());

  test('is understood: 1536 values a text, of length 1', async () => {
    const [first, second] = await (await open(`${mock.url}/v1`)).embed(['il forno', 'la scuola'], 'it');
    expect(first).toHaveLength(1536);
    expect(first!.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 4);
    expect(second).not.toEqual(first);
    expect(mock.getLastRequest()!.body).toMatchObject({ model: 'a-model', embeddingInput: 'il forno la scuola' });
  });

  test.each([
    ['a limit', () => mock.nextRequestError(429, { message: KEY }), /status 429/],
    ['a wrong key', () => mock.nextRequestError(401, { message: KEY }), /status 401/],
    ['its own fault', () => mock.setChaos({ dropRate: 1 }), /status 500/],
    ['malformed JSON', () => mock.setChaos({ malformedRate: 1 }), /a vector for each text/],
    ['a cut connection', () => mock.setChaos({ disconnectRate: 1 }), /cannot be reached/],
    ['long waiting', () => mock.setChaos({ latencyMs: 3000 }), /in time/],
  ])('and so are its faults: %s', async (_, fault, message) => {
    fault();
    const { message: told } = await failing(await open(`${mock.url}/v1`), AbortSignal.timeout(500));
    mock.clearChaos();
    expect(told).toMatch(message);
  });
});
