import { readFileSync } from 'node:fs';
import type { Reader } from '../../../src/channels/telegram/incoming.ts';
import type { RawUpdate } from '../../../src/channels/telegram/polling.ts';

type Recorded = { readonly name: string; readonly update: RawUpdate };

const lines = readFileSync(new URL('../../fixtures/telegram/updates.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');

export const recorded: readonly Recorded[] = lines.map((line) => JSON.parse(line) as Recorded);

/** A recorded update by its name. */
export const updateNamed = (name: string): RawUpdate => {
  const found = recorded.find((one) => one.name === name);
  if (!found) throw new Error(`no update is recorded as "${name}"`);
  return found.update;
};

const COMMANDS = ['/start', '/phase', '/fase', '/liste', '/reset'];

export const reader: Reader = {
  botId: 6000000007,
  username: 'campanile_bot',
  isCommand: (text) => COMMANDS.includes(text.split(' ')[0]!.toLowerCase()),
  isDesk: () => false,
  now: () => 1795700000000,
};
