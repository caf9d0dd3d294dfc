import { setTimeout as sleep } from 'node:timers/promises';
import type { Post } from '../platform.ts';
import type { Slack } from '../slack.ts';
import { sayTold, untilTold } from '../slack-people.ts';
import type { Telegram } from '../telegram.ts';
import { COLLEAGUE } from './texts.ts';
import type { Labelled, Watch } from './watch.ts';

const MOMENT = 30;
/** How long somebody waits for a form before they press again, in milliseconds; what is to open it is worth three seconds. */
const FOR_FORM = 3500;

/** A citizen in Telegram. */
export type Citizen = {
  readonly chat: string;
  readonly say: (text: string) => Promise<void>;
  /** Presses what a message carries. */
  readonly press: (message: Post, carried: string) => Promise<void>;
  /** Waits until they were told all of this, one after the other; gives the last. */
  readonly sees: (told: readonly string[]) => Promise<Post>;
};

/** A colleague at the desk in Slack. A request is named by the first message of its thread. */
export type Colleague = {
  readonly seesCard: (question: string) => Promise<string>;
  readonly sees: (card: string, label: string) => Promise<void>;
  readonly press: (card: string, carried: string) => Promise<void>;
  /** Opens the form of a button, fills it in and sends it. */
  readonly fill: (card: string, carried: string, fields: Readonly<Record<string, string>>) => Promise<void>;
  /** Writes in the thread, which sends nothing. */
  readonly write: (card: string, text: string) => Promise<string>;
  /** Sends on what they wrote. */
  readonly sendOn: (written: string) => Promise<void>;
};

/** The last of these in a chat, where all have come; what came again after a kill is passed over. */
const lastOf = (posts: readonly Labelled[], labels: readonly string[]): Labelled | undefined => {
  let at = -1;
  for (const label of labels) {
    at = posts.findIndex((post, index) => index > at && post.label === label);
    if (at < 0) return undefined;
  }
  return posts[at];
};

export const newCitizen = async ({ server }: Telegram, watch: Watch, number: number): Promise<Citizen> => {
  const { remote } = server;
  const { id } = await remote.person({ firstName: `Cittadino ${number}`, languageCode: 'it' });
  const here = { chat: id, from: id };
  const chat = `telegram:${id}`;
  return {
    chat,
    say: async (text) => void (await remote.say({ ...here, text })),
    press: async ({ id: message }, button) =>
      void (await remote.press({ ...here, message: Number(message), button, stale: true })),
    sees: (told) => watch.sees(chat, (posts) => lastOf(posts, told)),
  };
};

export const newColleague = async (
  { server }: Slack,
  watch: Watch,
  desk: { readonly channel: string; readonly address: string },
): Promise<Colleague> => {
  const { remote } = server;
  const { channel } = desk;
  const { id: person } = await remote.person({ name: COLLEAGUE, locale: 'it-IT' });
  await remote.add({ channel, person });

  /** Presses a button, where the message shows it. */
  const pressIfShown = async (ts: string, button: string): Promise<{ readonly delivery: number } | null> => {
    try {
      return await remote.press({ person, at: { channel, ts }, button });
    } catch (error) {
      if (/has no button/.test(String(error))) return null;
      throw error;
    }
  };
  const pressOnceShown = async (ts: string, button: string): Promise<{ readonly delivery: number }> => {
    for (;;) {
      const pressed = await pressIfShown(ts, button);
      if (pressed) return pressed;
      await sleep(MOMENT);
    }
  };
  /** Does what opens a form until one is open: one that was asked of a dead bot, or too late, never opens. */
  const openForm = async (act: () => Promise<{ readonly delivery: number }>): Promise<void> => {
    for (;;) {
      await untilTold(server, act);
      const opened = await remote.modal({ person, within: FOR_FORM }).then(
        () => true,
        () => false,
      );
      if (opened) return;
    }
  };
  const submit = (values: Readonly<Record<string, string>>) =>
    untilTold(server, () => remote.submit({ person, values }));

  return {
    seesCard: async (question) =>
      (await watch.sees(desk.address, (posts) => posts.find(({ label }) => label === question))).id,
    sees: async (card, said) =>
      void (await watch.sees(`${desk.address}#${card}`, (posts) => posts.find(({ label }) => label === said))),
    press: (card, carried) => {
      let press: typeof pressIfShown = pressOnceShown;
      return untilTold(server, () => {
        const pressed = press(card, carried);
        // Who was told that it did not arrive sees whether it did: what is done has its button no more.
        press = pressIfShown;
        return pressed;
      });
    },
    fill: async (card, carried, fields) => {
      await openForm(() => pressOnceShown(card, carried));
      await submit(fields);
    },
    write: (card, text) => sayTold(server, { channel, from: person, text, thread: card }),
    sendOn: async (ts) => {
      await openForm(() => remote.shortcut({ person, channel, ts, callback: 'send_to_citizen' }));
      await submit({});
    },
  };
};
