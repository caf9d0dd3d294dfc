/** What goes wrong with a call. */
export type Fault =
  /** 429 with `retry_after`. */
  | { readonly kind: 'retry-after'; readonly seconds: number }
  /** A failure in Telegram's own form: 400, 401, 403 … */
  | { readonly kind: 'refuse'; readonly code: number; readonly description: string }
  /** An answer that is not Telegram's own: a proxy's page of HTML, or an empty body. */
  | { readonly kind: 'page'; readonly status: number; readonly body?: string }
  /** The connection ends without an answer, after the call was carried out or before. */
  | { readonly kind: 'cut'; readonly executed: boolean }
  /** The answer takes this long. */
  | { readonly kind: 'slow'; readonly milliseconds: number };

export type ScriptedFault = {
  readonly fault: Fault;
  /** Which method; without it, every method but `getUpdates`. */
  readonly method?: string | undefined;
  readonly chat?: number | undefined;
  /** How many calls it meets: 1 unless told. */
  readonly times?: number | 'always' | undefined;
};

export type Faults = {
  readonly script: (scripted: ScriptedFault) => void;
  readonly clear: () => void;
  readonly meet: (method: string, chat: number) => Fault | undefined;
};

export const createFaults = (): Faults => {
  let scripted: (ScriptedFault & { left: number })[] = [];
  return {
    script: (fault) => {
      const { times = 1 } = fault;
      scripted.push({ ...fault, left: times === 'always' ? Number.POSITIVE_INFINITY : times });
    },
    clear: () => {
      scripted = [];
    },
    meet: (method, chat) => {
      if (scripted.length === 0) return undefined;
      const met = scripted.find(
        (one) =>
          (one.method ? one.method === method : method !== 'getUpdates') &&
          (one.chat === undefined || one.chat === chat),
      );
      if (!met) return undefined;
      met.left -= 1;
      if (met.left <= 0) scripted = scripted.filter((one) => one !== met);
      return met.fault;
    },
  };
};
