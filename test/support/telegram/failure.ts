/** What Telegram answers instead of a result. */
export class ApiFailure extends Error {
  readonly code: number;
  readonly parameters: FailureParameters | undefined;

  constructor(code: number, description: string, parameters?: FailureParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export type FailureParameters = { readonly migrate_to_chat_id?: number; readonly retry_after?: number };

export const badRequest = (what: string, parameters?: FailureParameters): ApiFailure =>
  new ApiFailure(400, `Bad Request: ${what}`, parameters);

export const forbidden = (what: string): ApiFailure => new ApiFailure(403, `Forbidden: ${what}`);

export const tooManyRequests = (seconds: number): ApiFailure =>
  new ApiFailure(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

export const notFound = (): ApiFailure => new ApiFailure(404, 'Not Found');

export const unauthorized = (): ApiFailure => new ApiFailure(401, 'Unauthorized');
