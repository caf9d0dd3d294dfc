/** What goes wrong with a call. */
export type Fault =
  /** 429 with `Retry-After`, in seconds. */
  | { readonly kind: 'retry-after'; readonly seconds: number }
  /** A failure in Slack's own form, such as `internal_error` or `is_archived`. */
  | { readonly kind: 'refuse'; readonly error: string }
  /** An answer that is not Slack's own: a proxy's page of HTML, or an empty body. */
  | { readonly kind: 'page'; readonly status: number; readonly body?: string }
  /** The connection ends without an answer, after the call was carried out or before. */
  | { readonly kind: 'cut'; readonly executed: boolean }
  /** The answer takes this long, by the machine's clock. */
  | { readonly kind: 'slow'; readonly milliseconds: number };

export type ScriptedFault = {
  readonly fault: Fault;
  /** Which method; without it, every method but `apps.connections.open` and `auth.test`. */
  readonly method?: string | undefined;
  /** The channel as the call names it. */
  readonly channel?: string | undefined;
  /** How many calls it meets: 1 unless told. */
  readonly times?: number | 'always' | undefined;
};

export type Faults = {
  readonly script: (scripted: ScriptedFault) => void;
  readonly clear: () => void;
  readonly meet: (method: string, channel: unknown) => Fault | undefined;
};

const ONLY_WHEN_NAMED: readonly string[] = ['apps.connections.open', 'auth.test'];

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
    meet: (method, channel) => {
      const met = scripted.find(
        (one) =>
          (one.method ? one.method === method : !ONLY_WHEN_NAMED.includes(method)) &&
          (one.channel === undefined || one.channel === channel),
      );
      if (!met) return undefined;
      met.left -= 1;
      if (met.left <= 0) scripted = scripted.filter((one) => one !== met);
      return met.fault;
    },
  };
};
