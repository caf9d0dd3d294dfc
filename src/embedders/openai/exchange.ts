import { EmbeddingError } from '../../embedder.ts';

/** A request of 128 texts to the widest models answers with about 12 MB; what goes on beyond this is no answer. */
const MOST_BYTES = 48 * 1024 * 1024;
const TRY_LATER = 'It is asked again later; until then the local search answers alone.';

/** How far an exchange came; an error is told from this alone. */
type Reached =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter: number | null }
  | { readonly kind: 'body' };

const REMEDIES: Readonly<Record<number, string>> = {
  401: 'Check OPENAI_API_KEY.',
  403: 'Check OPENAI_API_KEY, and that it may use OPENAI_EMBEDDING_MODEL.',
  404: 'Check OPENAI_EMBEDDING_MODEL and OPENAI_BASE_URL; the address often ends in /v1.',
};

const errorFor = (reached: Reached, late: boolean): EmbeddingError => {
  if (late) return new EmbeddingError('the embedding endpoint did not answer in time', TRY_LATER);
  if (reached.kind === 'nothing')
    return new EmbeddingError('the embedding endpoint cannot be reached', `Check OPENAI_BASE_URL. ${TRY_LATER}`);
  if (reached.kind === 'body')
    return new EmbeddingError(
      'the embedding endpoint did not answer with a vector for each text',
      'Check OPENAI_BASE_URL; the address often ends in /v1.',
    );
  const { status, retryAfter } = reached;
  return new EmbeddingError(
    `the embedding endpoint answered with status ${status}`,
    REMEDIES[status] ?? TRY_LATER,
    retryAfter,
  );
};

/** The seconds of a Retry-After header; null where there is none. */
const retryAfterOf = ({ headers }: Response): number | null => {
  const seconds = Number.parseFloat(headers.get('retry-after') ?? '');
  return seconds >= 0 ? seconds : null;
};

const readBody = async ({ body }: Response): Promise<string> => {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body ?? []) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new Error('too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};

type Numbered = { readonly index?: number };

/**
 * The body with one vector for each text, in the texts' order. The contract numbers the vectors and the SDK takes them as they come:
 * one under another's text would never be noticed.
 */
const inOrder = (body: string, count: number): string => {
  const answer = JSON.parse(body) as { readonly data?: unknown } | null;
  if (!Array.isArray(answer?.data) || answer.data.length !== count) throw new Error('not a vector for each text');
  const data = answer.data as readonly Numbered[];
  const sorted = data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
  return sorted.every((one, at) => one === data[at]) ? body : JSON.stringify({ ...answer, data: sorted });
};

/** One request for the vectors of `count` texts: a `fetch` for the SDK that obeys the signal and reads no more than it should, and the error when it failed. */
export type Exchange = { readonly fetch: typeof fetch; error(): EmbeddingError };

export const openExchange = (count: number, signal: AbortSignal): Exchange => {
  let reached: Reached = { kind: 'nothing' };
  return {
    fetch: async (address, init) => {
      const within = init?.signal ? AbortSignal.any([signal, init.signal]) : signal;
      // A redirect could carry what people ask to another place.
      const response = await fetch(address, { ...init, redirect: 'error', signal: within });
      const { ok, status } = response;
      reached = ok ? { kind: 'body' } : { kind: 'status', status, retryAfter: retryAfterOf(response) };
      // What stands in a refusal can repeat the key: it is not even read.
      if (!ok) await response.body?.cancel();
      return new Response(ok ? inOrder(await readBody(response), count) : null, {
        status,
        headers: { 'content-type': 'application/json' },
      });
    },
    error: () => errorFor(reached, signal.aborted),
  };
};
