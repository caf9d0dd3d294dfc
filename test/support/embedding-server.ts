import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalEmbedder } from '../../src/embedders/local.ts';

export type Asked = { readonly model: string; readonly input: string[]; readonly authorization: string | undefined };

/** An embedding endpoint over HTTP that speaks OpenAI's contract, and can be made to fail. */
export type EmbeddingServer = {
  readonly url: string;
  /** The requests so far, failed ones too. */
  readonly asked: Asked[];
  /** Every text that was asked for so far. */
  texts(): string[];
  /** From now on it answers so; without an argument as it should again. */
  answer(how?: (response: ServerResponse, asked: Asked) => void): void;
  close(): Promise<void>;
};

const local = createLocalEmbedder();

/** How a server of this kind embeds a text: the words' own vector, and much that all vectors have in common, as neural models' have. */
export const likeAModel =
  (common = 1.2, dimension = 300) =>
  async (text: string): Promise<number[]> => {
    const [own] = await local.embed([text], 'fr');
    return Array.from({ length: dimension }, (_, at) => own![at] ?? (at === dimension - 1 ? common : 0));
  };

const readJson = async (request: IncomingMessage): Promise<{ model: string; input: string | string[] }> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
};

export const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};

/** A body of the contract, with these vectors. */
export const vectorsBody = (vectors: readonly unknown[]): unknown => ({
  object: 'list',
  model: 'any',
  data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
  usage: { prompt_tokens: 1, total_tokens: 1 },
});

export const openEmbeddingServer = async (
  embed: (text: string) => Promise<number[]> = likeAModel(),
): Promise<EmbeddingServer> => {
  const asked: Asked[] = [];
  let answer: ((response: ServerResponse, asked: Asked) => void) | undefined;
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST' || request.url !== '/v1/embeddings') return sendJson(response, 404, {});
    const { model, input } = await readJson(request);
    const own = { model, input: [input].flat(), authorization: request.headers.authorization };
    asked.push(own);
    if (answer) return answer(response, own);
    sendJson(response, 200, vectorsBody(await Promise.all(own.input.map(embed))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    texts: () => asked.flatMap(({ input }) => input),
    answer: (how) => {
      answer = how;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
