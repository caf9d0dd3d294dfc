import { type Embedder, EmbeddingError } from '../embedder.ts';
import { openExchange } from './openai/exchange.ts';
import { unitVectors } from './openai/unit-vectors.ts';

/** Where vectors are fetched, and with which model; no key where the server wants none. */
export type Endpoint = { readonly baseUrl: string; readonly apiKey: string | null; readonly model: string };

/** How many texts go into one request. */
export const BATCH = 128;
/** Small models read about 500 tokens: a longer text is embedded by its beginning. */
const LONGEST = 1500;
/** How long one request may take, in milliseconds; who asks may wait less. */
const DEADLINE = 60_000;

/** Costs 300 ms and 90 MB, so it is loaded only where an endpoint is configured. */
const loadLibrary = async () => {
  try {
    return await import('@langchain/openai');
  } catch {
    throw new EmbeddingError('@langchain/openai is not installed', 'Run npm ci.');
  }
};

/** The embedder behind any endpoint that speaks OpenAI's contract for embeddings. It asks once: who calls decides when to ask again. */
export const openOpenAIEmbedder = async ({ baseUrl, apiKey, model }: Endpoint): Promise<Embedder> => {
  const { OpenAIEmbeddings } = await loadLibrary();

  const embedBatch = async (texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> => {
    const exchange = openExchange(texts.length, signal);
    const client = new OpenAIEmbeddings({
      model,
      apiKey: apiKey ?? 'none',
      batchSize: BATCH,
      // Without it the SDK asks for base64, which not every server speaks.
      encodingFormat: 'float',
      maxRetries: 0,
      // What is not given here the SDK reads from the environment, and its log would hold what people ask.
      configuration: {
        baseURL: baseUrl,
        fetch: exchange.fetch,
        logLevel: 'off',
        organization: null,
        project: null,
        adminAPIKey: null,
      },
    });
    let answered: unknown[];
    try {
      answered = await client.embedDocuments(texts.map((text) => text.slice(0, LONGEST).toWellFormed()));
    } catch {
      throw exchange.error();
    }
    return unitVectors(answered);
  };

  return {
    id: `openai:${model}`,
    embed: async (texts, _language, signal) => {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += BATCH) {
        const deadline = AbortSignal.timeout(DEADLINE);
        const within = signal ? AbortSignal.any([signal, deadline]) : deadline;
        vectors.push(...(await embedBatch(texts.slice(at, at + BATCH), within)));
      }
      return vectors;
    },
  };
};
