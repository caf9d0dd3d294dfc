// Run by load.ts in a process of its own: as many calls with grammY, nothing else: it keeps nothing and waits for none. node serve-echo.ts <root> <token>
import { Bot } from 'grammy';
import { watchFirstSends } from './first-sends.ts';

const [root = '', token = ''] = process.argv.slice(2);
const watch = watchFirstSends();
const bot = new Bot(token, { client: { apiRoot: root } });
bot.use(async (context, next) => {
  watch.hear(context.chatId ?? 0);
  await next();
});
bot.on('message:text', (context) => {
  watch.send(context.chatId);
  void context.reply(context.message.text);
});
bot.on('callback_query:data', (context) => {
  const { data, message } = context.callbackQuery;
  void context.answerCallbackQuery();
  watch.send(context.chatId ?? 0);
  void context.api.editMessageText(
    context.chatId ?? 0,
    message?.message_id ?? 0,
    `${context.update.update_id} ${data}`,
  );
});
bot.catch(() => {});
process.once('SIGTERM', () => process.exit(0));
await bot.start({ onStart: () => void process.send?.('ready') });
