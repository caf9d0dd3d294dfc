// Run by load.ts in a process of its own: a strict Bot API server, and the people who write to its bot, so many times a second.
import { setTimeout as sleep } from 'node:timers/promises';
import { startBotApi } from '../../support/telegram/server.ts';
import { chatOf, createCrowd, speakerOf, titleOf } from './crowd.ts';

/** What these people are asked to do: to write so often for so long, or to look until the bot posts something. */
export type Task = { readonly rate: number; readonly seconds: number } | 'look';

const [groups = '', questions = ''] = process.argv.slice(2);
const server = await startBotApi({ keep: 200 });
const { actions, bot } = server;
const nextAct = createCrowd(Number(groups), Number(questions));

const LIST = 1;

const settle = async (group: number): Promise<void> => {
  const { id, name } = speakerOf(group);
  actions.person({ id: Number(id), firstName: name, languageCode: 'it' });
  actions.chat({ id: chatOf(group), type: 'supergroup', title: titleOf(group), members: [Number(id)] });
  const list = { chat_id: chatOf(group), text: 'the list' };
  const response = await fetch(`${server.root}/bot${server.token}/sendMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(list),
  });
  if (!response.ok) throw new Error(await response.text());
};

const act = (): void => {
  const { group, event } = nextAct();
  const [chat, from] = [chatOf(group), Number(speakerOf(group).id)];
  if (event.kind === 'text') actions.say({ chat, from, text: `@${bot.username} ${event.text}` });
  else actions.press({ chat, from, message: LIST, button: event.choice, stale: true });
};

const play = async ({ rate, seconds }: Exclude<Task, string>): Promise<void> => {
  const begun = performance.now();
  for (let done = 0; done < rate * seconds; await sleep(1)) {
    const due = Math.min(rate * seconds, Math.floor(((performance.now() - begun) / 1000) * rate));
    for (; done < due; done++) act();
  }
};

const look = async (): Promise<void> => {
  const after = actions.status().calls;
  while (actions.calls({ method: 'sendMessage', after }).length === 0) await sleep(2);
};

const work = (task: Task): Promise<void> => (task === 'look' ? look() : play(task));
process.on('message', (task) => void work(task as Task).then(() => process.send?.('done')));
process.once('SIGTERM', () => process.exit(0));
for (let group = 0; group < Number(groups); group++) await settle(group);
process.send?.({ root: server.root, token: server.token });
