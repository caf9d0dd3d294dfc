import type { Driver } from './driver.ts';
import type { Talk } from './driver-types.ts';
import { asSeen } from './transcript.ts';

/** From the first hello in private to the first tick of a group; gives the group and all that was seen, act by act. */
export const walkToFirstTick = async (server: Driver): Promise<{ readonly group: Talk; readonly seen: string }> => {
  const maria = await server.user({ firstName: 'Maria', languageCode: 'it' });
  const luca = await server.user({ firstName: 'Luca', languageCode: 'it' });
  const group = await server.group({ title: 'Pro Loco di Sopra', members: [maria, luca], bot: 'left' });
  const seen: string[] = [];
  /** Shows an act, and what the assistant writes or changes after it. */
  const see = async (talk: Talk, act: string, done: Promise<unknown>): Promise<void> => {
    await done;
    const news = (await talk.answers()).map(asSeen);
    await server.settled();
    seen.push(act, ...news);
  };

  await see(maria.talk, 'Maria, in private:\n  /start', maria.start());
  await see(group, '– Maria adds Campanile to her group –', group.addBot(maria));
  const hello = (await group.last())!;
  const words = 'siamo la Pro Loco';
  await see(group, `Maria, in reply:\n  ${words}`, group.say(maria, words, { replyTo: hello }));
  const question = (await group.last())!;
  const far = question.reply_markup?.inline_keyboard[1]?.[0]?.text ?? '';
  await see(group, `– Maria presses [ ${far} ] –`, group.press(maria, question, far));
  const list = (await group.last())!;
  const done = list.reply_markup?.inline_keyboard[0]?.[0]?.text ?? '';
  const press = await group.press(luca, list, done);
  const { text } = await press.answer();
  await see(group, `– Luca presses [ ${done} ] and reads for a moment: ${text} –`, Promise.resolve());
  return { group, seen: seen.join('\n\n') };
};
