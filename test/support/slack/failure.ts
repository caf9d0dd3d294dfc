/** What Slack answers instead of a result: `{"ok":false,"error":…}`, with status 200 for all but too many calls. */
export class SlackFailure extends Error {
  readonly status: number;
  /** What stands beside the error, such as `needed`. */
  readonly more: Readonly<Record<string, unknown>>;
  readonly retryAfter: number | undefined;

  constructor(error: string, more: Readonly<Record<string, unknown>> = {}, status = 200, retryAfter?: number) {
    super(error);
    this.status = status;
    this.more = more;
    this.retryAfter = retryAfter;
  }
}

export const failure = (error: string, ...messages: readonly string[]): SlackFailure =>
  new SlackFailure(
    error,
    messages.length ? { response_metadata: { messages: messages.map((one) => `[ERROR] ${one}`) } } : {},
  );

export const tooManyCalls = (seconds: number): SlackFailure => new SlackFailure('ratelimited', {}, 429, seconds);
