import type { Identity } from './driver.ts';

export type RawAnswer = {
  readonly status: number;
  readonly ok: boolean;
  readonly error?: string;
  readonly response_metadata?: { readonly messages?: readonly string[] };
  readonly [more: string]: unknown;
};

/** Calls a method as a bot without any library would: the payload as JSON, or a form. */
export const rawCall = async (
  { apiUrl, token }: Pick<Identity, 'apiUrl' | 'token'>,
  method: string,
  payload: Readonly<Record<string, unknown>> | URLSearchParams = {},
): Promise<RawAnswer> => {
  const form = payload instanceof URLSearchParams;
  const response = await fetch(`${apiUrl}${method}`, {
    method: 'POST',
    body: form ? payload : JSON.stringify(payload),
    headers: { authorization: `Bearer ${token}`, ...(!form && { 'content-type': 'application/json' }) },
  });
  return { status: response.status, ...((await response.json()) as { ok: boolean }) };
};
