import { createDice } from '../dice.ts';
import { BATCH_POINTS, POINTS } from '../points.ts';
import type { Scene, Stage, Subject } from '../scene.ts';
import { openSlack, type Slack } from '../slack.ts';
import { openTelegram, type Telegram } from '../telegram.ts';
import { writeCentre } from './centre.ts';
import { newCitizen, newColleague } from './hands.ts';
import { judgeRelay } from './judge.ts';
import { createModel } from './model.ts';
import { type Pair, tellStory } from './story.ts';
import { questionOn, toldCitizen, toldDesk } from './texts.ts';
import { createTurns, type Turns } from './turns.ts';
import { watchPosts } from './watch.ts';

type Sides = { readonly telegram: Telegram; readonly slack: Slack };
type Desk = { readonly channel: string; readonly address: string };

/** Settles citizens, each with a colleague of their own at the desk; from then on they ask, and are answered. */
const settleRelay = async (
  { telegram, slack }: Sides,
  desk: Desk,
  turns: Turns,
  { chats, dice, quiet }: Parameters<Stage['settle']>[0],
): Promise<Scene> => {
  const citizens = watchPosts(telegram, ({ life, text }) => (life === 0 ? undefined : toldCitizen(text)), turns.fail);
  const colleagues = watchPosts(
    slack,
    ({ chat, text }) => (chat === desk.address ? questionOn(text) : toldDesk(text)),
    turns.fail,
  );
  const pairs: Pair[] = [];
  for (let number = 1; number <= chats; number++)
    pairs.push({
      citizen: await newCitizen(telegram, citizens, number),
      colleague: await newColleague(slack, colleagues, desk),
      model: createModel(number),
      dice: createDice(dice(1_000_000)),
    });
  for (const { citizen } of pairs) await citizen.say('ciao');
  await quiet();
  for (const pair of pairs) tellStory(pair, turns).catch(turns.fail);
  return {
    act: async (deeds) => turns.allow(deeds),
    judge: async (folder) => {
      await Promise.all([citizens.look(), colleagues.look()]);
      citizens.end();
      colleagues.end();
      return judgeRelay(folder, { pairs, telegram, slack, citizens, desk: colleagues, deskAddress: desk.address });
    },
  };
};

/** Citizens in Telegram, a centre's desk in Slack, and one program between them. */
export const relay: Subject = {
  name: 'Campanile between Telegram and a desk in Slack',
  script: 'serve.ts',
  points: [...POINTS.polling, ...POINTS.pipeline],
  batched: BATCH_POINTS,
  // What one side does is a turn there, one at the other side, and often one back.
  passes: 3,
  leastChats: 6,
  open: async (folder) => {
    const turns = createTurns();
    const [telegram, slack] = await Promise.all([openTelegram(), openSlack({ over: 'socket', knowsIds: true })]);
    const { id: channel } = await slack.server.remote.channel({ name: 'sportello', members: [] });
    const desk = { channel, address: `slack:${slack.server.team.id}:${channel}` };
    return {
      platforms: [telegram, slack],
      settings: { CENTRES_FILE: writeCentre(folder, desk.address) },
      left: turns.left,
      settle: (how) => settleRelay({ telegram, slack }, desk, turns, how),
    };
  },
};
