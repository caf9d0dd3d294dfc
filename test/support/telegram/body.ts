import type { IncomingMessage } from 'node:http';
import { badRequest } from './failure.ts';

export type Upload = { readonly name: string; readonly type: string; readonly bytes: Buffer };

/** What a call brought: its fields, its files, and whether the fields came as text of a form. */
export type Body = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, Upload>;
  readonly form: boolean;
};

const NO_FILES: ReadonlyMap<string, Upload> = new Map();
const LARGEST = 50 * 1024 * 1024;

const bytesOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size <= LARGEST) pieces.push(piece);
    });
    request.on('end', () => resolve(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)));
    request.on('error', reject);
  });

const readJson = (bytes: Buffer): Body => {
  let values: unknown;
  try {
    values = JSON.parse(bytes.toString() || '{}');
  } catch {
    throw badRequest("can't parse JSON object");
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) throw badRequest('object expected');
  return { values: values as Record<string, unknown>, files: NO_FILES, form: false };
};

const readForm = (fields: URLSearchParams): Body => ({
  values: Object.fromEntries(fields),
  files: NO_FILES,
  form: true,
});

const readMultipart = async (bytes: Buffer, type: string): Promise<Body> => {
  const parts = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => Promise.reject(badRequest("can't parse multipart body")));
  const values: Record<string, unknown> = {};
  const files = new Map<string, Upload>();
  for (const [name, part] of parts) {
    if (typeof part === 'string') values[name] = part;
    else files.set(name, { name: part.name, type: part.type, bytes: Buffer.from(await part.arrayBuffer()) });
  }
  return { values, files, form: true };
};

/** Reads a call's fields from its address and its body, in every form that the Bot API accepts. */
export const readBody = async (request: IncomingMessage, query: URLSearchParams | undefined): Promise<Body> => {
  const bytes = await bytesOf(request);
  const type = request.headers['content-type'] ?? '';
  const body = type.startsWith('application/json')
    ? readJson(bytes)
    : type.startsWith('multipart/form-data')
      ? await readMultipart(bytes, type)
      : readForm(new URLSearchParams(bytes.toString()));
  if (!query?.size) return body;
  return body.form || bytes.length === 0
    ? { ...body, values: { ...Object.fromEntries(query), ...body.values }, form: true }
    : { ...body, values: { ...body.values, ...Object.fromEntries(query) } };
};
