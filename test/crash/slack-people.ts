import { setTimeout as sleep } from 'node:timers/promises';
import { createOneByOne } from '../../src/pipeline/one-by-one.ts';
import type { Driver } from '../support/slack/driver.ts';
import type { Deed, People } from './platform.ts';

/** Nobody waits longer than this, in milliseconds, until what they did reaches the bot: it is started again meanwhile. */
const PATIENCE = 240_000;
const MOMENT = 20;

type Inhabitant = { readonly person: string; readonly channel: string };

/**
 * What somebody does with the app until Slack says that it arrived: of a press that got no answer Slack tells who pressed, and they press again, or
 * see (`null`) that it is done.
 */
export const untilTold = async (
  { remote }: Driver,
  act: () => Promise<{ readonly delivery: number } | null>,
): Promise<void> => {
  for (let acted = await act(); acted !== null; acted = await act()) {
    const { state } = await remote.outcome({ delivery: acted.delivery, within: PATIENCE });
    if (state === 'acknowledged') return;
    await sleep(MOMENT);
  }
};

/** Says something and waits until the bot was told. What Slack gave up after its three tries comes once more, as its delayed events do. */
export const sayTold = async (
  { remote }: Driver,
  said: { readonly channel: string; readonly from: string; readonly text: string; readonly thread?: string },
): Promise<string> => {
  const { channel, ts } = await remote.say(said);
  for (;;) {
    const told = await remote.heard({ channel, ts, within: PATIENCE });
    const lost = told.filter(({ state }) => state === 'given up');
    if (lost.length === 0) return ts;
    for (const { id } of lost) await remote.again({ delivery: id });
    await sleep(MOMENT);
  }
};

/** Those who live in the strict Slack. They do one thing after the other in each chat, and the next only when Slack says that the last arrived. */
export const createSlackPeople = (server: Driver): People & { readonly left: () => number } => {
  const { remote, bot, team } = server;
  const inhabitants = new Map<string, Inhabitant>();
  let failure: unknown;

  const work = async (deed: Deed): Promise<void> => {
    const { person, channel } = inhabitants.get(deed.chat)!;
    if ('presses' in deed)
      return untilTold(server, () =>
        remote.press({ person, at: { channel, ts: deed.message }, button: deed.presses, stale: true }),
      );
    if (deed.says.startsWith('/'))
      return untilTold(server, () =>
        remote.command({ person, channel, command: '/campanile', text: deed.says.slice(1) }),
      );
    const text = channel.startsWith('D') ? deed.says : `@${bot.handle} ${deed.says}`;
    await sayTold(server, { channel, from: person, text });
  };
  const hands = createOneByOne<Deed>(work, (error) => {
    failure = error;
  });

  return {
    settle: async (count) => {
      for (let at = 0; at < count; at++) {
        const { id: person } = await remote.person({ name: `Persona ${at}`, locale: 'it-IT' });
        const isGroup = at % 2 === 0;
        const { id: channel } = isGroup
          ? await remote.channel({ name: `paese-${at}`, members: [person] })
          : await remote.direct({ person });
        inhabitants.set(`slack:${team.id}:${isGroup ? channel : person}`, { person, channel });
      }
      return [...inhabitants.keys()];
    },
    act: async (deeds) => {
      for (const deed of deeds) hands.add(deed.chat, deed);
    },
    shown: async (chat) => {
      const messages = await remote.messages({ channel: inhabitants.get(chat)!.channel });
      return messages
        .filter(({ from }) => from === bot.id)
        .map(({ ts, text, buttons }) => ({ id: ts, text, buttons: buttons.map(({ value }) => value) }));
    },
    left: () => {
      if (failure !== undefined) throw failure;
      return hands.size;
    },
  };
};
