import type { Dice } from '../dice.ts';
import type { Citizen, Colleague } from './hands.ts';
import type { Model } from './model.ts';
import type { Turns } from './turns.ts';

/** Who takes part: a citizen, the colleague who has their requests, and what must come of all. */
export type Pair = {
  readonly citizen: Citizen;
  readonly colleague: Colleague;
  readonly model: Model;
  readonly dice: Dice;
};

const QUESTION = 'Quanto costa il notaio per costituire la cooperativa?';
const WISH = 'vorrei parlare con una persona';
const RATINGS = [3, 3, 2, 1] as const;
const MOST_SAID = 5;

/** One after the other a citizen's requests: asked, taken, talked about both ways, closed, judged, reopened by who was not helped, kept as a note. */
export const tellStory = async ({ citizen, colleague, model, dice }: Pair, { take: turn }: Turns): Promise<never> => {
  /** Waits until the citizen was told all that they must have been. */
  const told = () => citizen.sees(model.told);

  const answer = async (card: string): Promise<void> => {
    if (dice(3) > 0) return colleague.fill(card, 'reply', { text: `Vi dico: ${model.answer(false)}` });
    const text = model.answer(true);
    await colleague.sendOn(await colleague.write(card, text));
  };

  /** Both sides talk, and whoever closes has read all that was said. */
  const talk = async (card: string): Promise<void> => {
    if (dice(3) > 0)
      await turn(async () => {
        model.take();
        await colleague.press(card, 'take');
      });
    else await turn(() => answer(card));
    await told();
    for (let more = dice(MOST_SAID) + 1; more > 0; more--) {
      const what = dice(4);
      if (what === 0) await turn(() => answer(card));
      else if (what === 1) await turn(async () => void (await colleague.write(card, `tra noi: ${model.aside()}`)));
      else await turn(() => citizen.say(`Vi scrivo: ${model.say()}`));
    }
    const lastWord = model.requests.at(-1)?.words.at(-1);
    if (lastWord) await colleague.sees(card, lastWord);
    await turn(async () => {
      model.close();
      await colleague.press(card, 'close');
    });
  };

  const judge = async (rating: number): Promise<void> => {
    const closed = await told();
    await turn(async () => {
      model.rate(rating);
      await citizen.press(closed, `rate=${rating}`);
    });
  };

  for (;;) {
    await turn(() => citizen.say(`${QUESTION} (${model.ask()})`));
    await turn(async () => {
      model.wish();
      await citizen.say(WISH);
    });
    await turn(async () => {
      model.confirm();
      await citizen.say('sì');
    });
    const card = await colleague.seesCard(model.requests.at(-1)!.question);
    await talk(card);
    const rating = RATINGS[dice(RATINGS.length)]!;
    await judge(rating);
    if (rating === 1) {
      const sorry = await told();
      await turn(async () => {
        model.reopen();
        await citizen.press(sorry, 'reopen');
      });
      await talk(card);
      await judge(3);
    } else if (dice(3) === 0) {
      await turn(() => {
        const note = model.note();
        return colleague.fill(card, 'note', { question: `Che cosa dice ${note}?`, text_it: `Dice ${note}.` });
      });
    }
  }
};
