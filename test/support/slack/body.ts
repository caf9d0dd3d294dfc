import type { IncomingMessage } from 'node:http';
import { failure } from './failure.ts';

/** What a call brought, and whether it came as text of a form. */
export type Body = { readonly values: Readonly<Record<string, unknown>>; readonly form: boolean };

const LARGEST = 60 * 1024 * 1024;

export const bytesOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size <= LARGEST) pieces.push(piece);
    });
    request.on('end', () => resolve(Buffer.concat(pieces)));
    request.on('error', reject);
  });

/** Reads a body of JSON, which must be an object. */
export const readJson = (bytes: Buffer): Readonly<Record<string, unknown>> => {
  let values: unknown;
  try {
    values = JSON.parse(bytes.toString() || '{}');
  } catch {
    throw failure('invalid_json');
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) throw failure('json_not_object');
  return values as Record<string, unknown>;
};

/** The parts of a multipart form: texts as they are, files as their bytes. */
export const readMultipart = async (bytes: Buffer, type: string): Promise<Record<string, string | Buffer>> => {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => Promise.reject(failure('invalid_form_data')));
  const parts: Record<string, string | Buffer> = {};
  for (const [name, part] of form)
    parts[name] = typeof part === 'string' ? part : Buffer.from(await part.arrayBuffer());
  return parts;
};

/** Reads a call's arguments from its address and its body, in every form that the Web API accepts. */
export const readBody = async (request: IncomingMessage, query: URLSearchParams): Promise<Body> => {
  const bytes = await bytesOf(request);
  const type = request.headers['content-type'] ?? '';
  const asked = Object.fromEntries(query);
  if (bytes.length === 0) return { values: asked, form: true };
  if (type.startsWith('application/json')) return { values: { ...asked, ...readJson(bytes) }, form: false };
  if (type.startsWith('multipart/form-data'))
    return { values: { ...asked, ...(await readMultipart(bytes, type)) }, form: true };
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { values: { ...asked, ...Object.fromEntries(new URLSearchParams(bytes.toString())) }, form: true };
  throw failure(type ? 'invalid_post_type' : 'missing_post_type');
};
