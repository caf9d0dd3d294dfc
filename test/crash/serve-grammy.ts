// Run by the crash harness for comparison: a bot as grammY's guide has it, its state in one file for each chat, killed at a named point.
// node test/crash/serve-grammy.ts [<point> <nth>]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bot } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { dieAt, watchPolling } from './points.ts';

type State = { done: number[]; journal: string[]; list: number };

const { TELEGRAM_API_ROOT: root = '', TELEGRAM_BOT_TOKEN: token = '', DATA_DIR: folder = '' } = process.env;
const [point, nth] = process.argv.slice(2);
const pass = watchPolling(dieAt(point, Number(nth)));
const STEPS = [1, 2, 3, 4, 5, 6];

mkdirSync(folder, { recursive: true });
const fileOf = (chat: number): string => join(folder, `${chat}.json`);
const load = (chat: number): State => {
  pass('load');
  const file = fileOf(chat);
  const state = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as State)
    : { done: [], journal: [], list: 0 };
  pass('loaded');
  return state;
};
const save = (chat: number, state: State): void => {
  pass('commit');
  writeFileSync(fileOf(chat), JSON.stringify(state));
  pass('committed');
};
const sending = async <Result>(call: Promise<Result>): Promise<Result> => {
  pass('send');
  const result = await call;
  pass('sent');
  return result;
};
const set = (state: State, step: number, done: boolean): void => {
  state.done = done ? [...new Set([...state.done, step])] : state.done.filter((one) => one !== step);
  state.journal.push(`${done ? '+' : '-'}${step}`);
};
const keyboardOf = ({ done }: State): InlineKeyboardMarkup => ({
  inline_keyboard: STEPS.map((step) => {
    const callback_data = `${done.includes(step) ? 'untick' : 'tick'}=${step}`;
    return [{ text: callback_data, callback_data }];
  }),
});

const bot = new Bot(token, { client: { apiRoot: root } });
bot.use(async (_, next) => {
  pass('take');
  await next();
  pass('taken');
});
const showList = async (chat: number, state: State): Promise<void> => {
  const text = `done: ${state.done.join(' ')}, after ${state.journal.length} changes`;
  await sending(bot.api.editMessageText(chat, state.list, text, { reply_markup: keyboardOf(state) }));
};
bot.on('callback_query:data', async (context) => {
  const chat = context.chatId ?? 0;
  const state = load(chat);
  const [what, step] = context.callbackQuery.data.split('=');
  set(state, Number(step), what === 'tick');
  pass('turn');
  save(chat, state);
  await showList(chat, state);
  await context.answerCallbackQuery();
});
bot.on('message:text', async (context) => {
  const chat = context.chatId;
  const state = load(chat);
  const [, command, step] = /\/(list|done|reopen)(?: (\d))?/.exec(context.message.text) ?? [];
  if (command === 'list') {
    state.list = (await context.reply('the list', { reply_markup: keyboardOf(state) })).message_id;
    save(chat, state);
  } else if (command && step) {
    set(state, Number(step), command === 'done');
    pass('turn');
    save(chat, state);
    await showList(chat, state);
    const left = STEPS.filter((one) => !state.done.includes(one));
    await sending(context.reply([step, ...left].join(' ')));
  } else {
    await sending(context.reply(`You asked: ${context.message.text}`));
  }
});
// A press that was answered before is refused: a bot that lives on tells it and goes on.
bot.catch(() => {});
process.once('SIGTERM', () => void bot.stop());
await bot.start();
