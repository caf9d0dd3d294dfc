import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { COMMAND, EVENTS, SHORTCUT } from '../../../src/channels/slack/payload.ts';
import { root } from '../../support/project.ts';
import { methods } from '../../support/slack/methods/methods.ts';

const manifest = parse(readFileSync(join(root, 'slack-manifest.yaml'), 'utf8'));
const folder = join(root, 'src', 'channels', 'slack');
const source = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** What each event and each call needs, beside what the strict server knows. */
const SCOPES_OF: Readonly<Record<string, readonly string[]>> = {
  app_mention: ['app_mentions:read'],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_left: ['channels:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  'conversations.members': ['channels:read', 'groups:read', 'mpim:read'],
  'pins.add': ['pins:write'],
};

const called = [...source.matchAll(/call\(\s*'([a-z.A-Z]+)'/g)].map(([, method = '']) => method);
const scopesOf = (name: string): readonly string[] => SCOPES_OF[name] ?? [methods[name]?.scope ?? []].flat();

test('the manifest asks for the events that are read, and for no other', () => {
  expect(manifest.settings.event_subscriptions.bot_events).toEqual([...EVENTS]);
});

test('it asks for what the calls and the events need, and for nothing more', () => {
  expect(called.length).toBeGreaterThan(12);
  const needed = new Set(['commands', ...called.flatMap(scopesOf), ...EVENTS.flatMap(scopesOf)]);
  expect(manifest.oauth_config.scopes.bot).toEqual([...needed].toSorted());
});

test('every call is one that is known here, or that may fail', () => {
  expect(called.filter((method) => !(method in methods))).toEqual(['pins.add']);
});

test('its command, its shortcut and its pages are those that are read', () => {
  const { slash_commands, shortcuts, app_home, agent_view } = manifest.features;
  expect(slash_commands.map(({ command }: { command: string }) => command)).toEqual([COMMAND]);
  expect(shortcuts.map(({ callback_id }: { callback_id: string }) => callback_id)).toEqual([SHORTCUT]);
  expect(app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true });
  expect(agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
  expect(agent_view.agent_description.length).toBeLessThanOrEqual(300);
  expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
});
