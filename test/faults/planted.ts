import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Slack } from '../support/slack/server.ts';
import type { BotApi } from '../support/telegram/server.ts';

/** What people write, what they are called and how they are reached: words that nobody else writes. */
export const WORDS = {
  citizen: 'Zafferina',
  surname: 'Bergamotti',
  staff: 'Melogranno',
  telephone: '333 7654321',
  mail: 'zafferina@posta.example',
  asked: 'quanto costa il notaio, lo chiede cedrina',
  said: 'lo dico solo a voi: corbezzola',
  sent: 'da noi costa 1.200 euro, parola di genziana',
  inside: 'questo resta tra noi: liquirizia',
  group: 'Pro Loco di Rocca Mirtilla',
  file: 'statuto-di-pervinca.pdf',
} as const;

/** What tells any of it, in whatever it is wrapped. */
const TELLING =
  /zafferin|bergamott|melogran|7654321|posta\.example|cedrina|corbezzola|genziana|liquirizia|mirtilla|pervinca/i;

export const OPENAI_KEY = 'sk-planted-for-tests-0123456789';

/** An answer that quotes everything that must be told to nobody. */
export const echo = (...secrets: readonly string[]): string => [...Object.values(WORDS), ...secrets].join(' | ');

/** Says that nothing planted stands in what was told: no word of anybody's, no token, no key. */
export const expectNothingPlanted = (
  told: string,
  { telegram, slack, keyFile }: { readonly telegram?: BotApi; readonly slack?: Slack; readonly keyFile?: string },
): void => {
  const tokens = [
    OPENAI_KEY,
    ...(telegram ? [telegram.token, telegram.token.split(':')[1]!] : []),
    ...(slack ? [slack.token, slack.appToken, slack.signingSecret] : []),
    ...(keyFile ? [readFileSync(keyFile, 'utf8').trim()] : []),
  ];
  const lines = told.split('\n');
  expect(lines.filter((line) => TELLING.test(line) || tokens.some((token) => line.includes(token)))).toEqual([]);
};
