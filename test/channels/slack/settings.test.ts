import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-planted' };
const APP = { SLACK_APP_TOKEN: 'xapp-1-planted' };
const SIGNING = { SLACK_SIGNING_SECRET: '0123456789abcdef' };

const refusal = (environment: NodeJS.ProcessEnv): { message: string; remedy: string } => {
  try {
    readConfig(environment);
  } catch (error) {
    return error as { message: string; remedy: string };
  }
  throw new Error('it was taken');
};

describe('the settings of Slack', () => {
  test('with an app-level token are a socket', () => {
    expect(readConfig({ ...BOT, ...APP, SLACK_SIGNING_SECRET: ' ' }).slack).toEqual({
      token: 'xoxb-1-planted',
      apiUrl: 'https://slack.com/api/',
      way: { kind: 'socket', appToken: 'xapp-1-planted' },
    });
  });

  test('with a signing secret are HTTP on a port', () => {
    const way = (environment: NodeJS.ProcessEnv) => readConfig({ ...BOT, ...SIGNING, ...environment }).slack?.way;
    expect([way({}), way({ PORT: '8080' })]).toMatchObject([{ kind: 'http', port: 3000 }, { port: 8080 }]);
  });

  test('that are left out are none', () => {
    expect(readConfig({ SLACK_API_URL: 'http://localhost/api/', PORT: '1' }).slack).toBe(null);
  });

  test.each([
    ['without a way', BOT, /SLACK_BOT_TOKEN is set, but no way/, /SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET.*PORT/],
    [
      'with two ways',
      { ...BOT, ...APP, ...SIGNING },
      /name two ways/,
      /Leave SLACK_SIGNING_SECRET out.*leave SLACK_APP_TOKEN out/,
    ],
    ['without a bot', APP, /SLACK_APP_TOKEN is set, but not SLACK_BOT_TOKEN/, /Set SLACK_BOT_TOKEN too/],
    [
      'for HTTP without a bot',
      SIGNING,
      /SLACK_SIGNING_SECRET is set, but not SLACK_BOT_TOKEN/,
      /Set SLACK_BOT_TOKEN too/,
    ],
  ])('%s are refused with what to do, and without telling what they are', (_, environment, what, remedy) => {
    const refused = refusal(environment);
    expect(refused.message).toMatch(what);
    expect(refused.remedy).toMatch(remedy);
    expect(JSON.stringify(refused)).not.toMatch(/planted|0123456789abcdef/);
  });

  test.each([
    { ...APP, SLACK_BOT_TOKEN: 'xapp-1-planted' },
    { ...BOT, SLACK_APP_TOKEN: 'xoxb-1-planted' },
    { ...BOT, SLACK_APP_TOKEN: 'xapp-1\nplanted' },
    { ...BOT, SLACK_SIGNING_SECRET: 'planted' },
    { ...BOT, ...APP, SLACK_API_URL: 'ftp://planted' },
    { ...BOT, ...SIGNING, PORT: '70000' },
    { ...BOT, ...SIGNING, PORT: 'eighty' },
  ])('%o are refused by name', (environment) => {
    const { message } = refusal(environment);
    expect(message).toMatch(/^(SLACK_\w+|PORT): /);
    expect(message).not.toContain('planted');
  });
});
