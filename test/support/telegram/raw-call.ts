import type { Identity } from './driver.ts';

export type RawAnswer = {
  readonly status: number;
  readonly ok: boolean;
  // The shape of a result is the caller's to know.
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly migrate_to_chat_id?: number; readonly retry_after?: number };
};

/** Calls a method as a bot without any library would: the payload as JSON, or a form. */
export const rawCall = async (
  { root, token }: Pick<Identity, 'root' | 'token'>,
  method: string,
  payload: Readonly<Record<string, unknown>> | URLSearchParams | FormData = {},
): Promise<RawAnswer> => {
  const form = payload instanceof URLSearchParams || payload instanceof FormData;
  const response = await fetch(`${root}/bot${token}/${method}`, {
    method: 'POST',
    body: form ? payload : JSON.stringify(payload),
    ...(!form && { headers: { 'content-type': 'application/json' } }),
  });
  return { status: response.status, ...((await response.json()) as Omit<RawAnswer, 'status'>) };
};
