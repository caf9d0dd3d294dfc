import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/project.ts';
import type { Seen } from '../support/slack/seen.ts';
import type { Message } from '../support/telegram/message.ts';
import { type Drawn, draw } from './draw.ts';
import type { playEvening } from './evening.ts';

const ofTelegram = (message: Message): Drawn => ({
  who: message.from?.first_name ?? '',
  lines: (message.text ?? '').split('\n'),
  buttons: (message.reply_markup && 'inline_keyboard' in message.reply_markup
    ? message.reply_markup.inline_keyboard.flat()
    : []
  ).map(({ text }) => text),
  own: message.from?.is_bot === false,
});

const ofSlack = ({ name, lines, buttons, from }: Seen, bot: string): Drawn => ({
  who: name,
  lines: lines.filter((line) => !buttons.some(({ label }) => line.includes(`[ ${label} ]`))),
  buttons: buttons.map(({ label }) => label),
  own: from !== bot,
});

/** Draws what each side saw, from the payloads that were really sent, where `npm run pictures` asks for it. */
export const drawPictures = async ({ desk, lucia, jean }: Awaited<ReturnType<typeof playEvening>>): Promise<void> => {
  if (process.env.PICTURES === undefined) return;
  const folder = join(root, 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  const put = (name: string, title: string, messages: readonly Drawn[]): void =>
    writeFileSync(join(folder, `${name}.svg`), draw(title, messages));
  const note = 'drawn by us from the messages really sent';
  put('citizen', `A citizen in Telegram (${note})`, (await lucia.talk.messages()).map(ofTelegram));
  put('another', `Another citizen in Telegram, in French (${note})`, (await jean.talk.messages()).map(ofTelegram));
  const seen = await desk.messages();
  put(
    'desk',
    `The centre in Slack (${note})`,
    seen.map((one) => ofSlack(one, seen[0]?.from ?? '')),
  );
};
