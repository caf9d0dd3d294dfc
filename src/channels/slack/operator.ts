import { isTokenRefused, SlackError } from './errors.ts';

export const BOT_TOKEN_REFUSED = {
  what: 'Slack refuses the token of the bot',
  remedy:
    'Take the "Bot User OAuth Token" (xoxb-…) from "OAuth & Permissions" of your app, put it in SLACK_BOT_TOKEN and start again.',
} as const;

export const APP_TOKEN_REFUSED = {
  what: 'Slack refuses the token of the app',
  remedy:
    'Make an app-level token (xapp-…) with connections:write under "Basic Information" of your app, put it in SLACK_APP_TOKEN and start again.',
} as const;

export const REVOKED =
  'the app was taken out of the Slack workspace, or its token was revoked: nothing more is sent there. Install it again, put the new token in SLACK_BOT_TOKEN and start again.';

/** The sentence for a connection that cannot be had. */
export const connectionFaultLine = (
  error: unknown,
  refused: { readonly what: string; readonly remedy: string },
): string => {
  if (isTokenRefused(error)) return `${refused.what}: nothing comes in, what is kept stays. ${refused.remedy}`;
  if (!(error instanceof SlackError)) return 'Slack: something unforeseen happened; trying again';
  return error.code === null ? `${error.message}; trying again` : `Slack: ${error.message}; trying again`;
};

/** The sentence for what came in and could not be kept: of the error only its code, for its words are the store's. */
export const keepFaultLine = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return `what came in from Slack cannot be kept${typeof code === 'string' ? ` (${code})` : ''}: Slack is not told that it arrived, and sends it again`;
};
