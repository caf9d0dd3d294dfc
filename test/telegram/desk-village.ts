import { centresFileWith } from '../support/centres-file.ts';
import type { MessageRef, Person, Talk } from '../support/telegram/driver-types.ts';
import type { Message } from '../support/telegram/message.ts';
import { buttonsOf, openVillage, type Village } from './village.ts';

/** A village whose centre answers from a staff group in Telegram, with Lucia and Bruno. */
export type DeskVillage = Village & {
  readonly staff: Talk;
  readonly lucia: Person;
  readonly bruno: Person;
  /** Presses the newest button in a chat that carries this; gives what was shown for a moment. */
  readonly tap: (where: Talk, who: Person, data: RegExp) => Promise<string>;
  /** Maria asks what the guide lacks and hands it over; gives her request's topic. */
  readonly handOver: (question?: string) => Promise<number>;
};

export type DeskOptions = {
  readonly type?: 'group' | 'supergroup';
  readonly forum?: boolean;
  readonly bot?: 'member' | 'administrator';
  /** False: the bot may not manage topics. */
  readonly topics?: boolean;
};

/** The newest message with a button that carries this, and what it carries. */
const buttonIn = async (where: Talk, data: RegExp): Promise<{ message: Message & MessageRef; carried: string }> => {
  for (const message of (await where.botMessages()).toReversed()) {
    const carried = buttonsOf(message)
      .flat()
      .find((one) => data.test(one));
    if (carried !== undefined) return { message, carried };
  }
  throw new Error(`no button carries ${data}`);
};

export const openDeskVillage = async (options: DeskOptions = {}): Promise<DeskVillage> => {
  const { type = 'supergroup', forum = true, bot = 'administrator', ...rest } = options;
  let people: Pick<DeskVillage, 'staff' | 'lucia' | 'bruno'> | undefined;
  const village = await openVillage({}, async (server) => {
    const lucia = await server.user({ firstName: 'Lucia', languageCode: 'it' });
    const bruno = await server.user({ firstName: 'Bruno', languageCode: 'it' });
    const staff = await server.group({ title: 'Sportello', type, forum, members: [lucia, bruno], bot, ...rest });
    people = { staff, lucia, bruno };
    return { CENTRES_FILE: centresFileWith({ at: `telegram:${staff.id}` }) };
  });
  const { maria } = village;
  // What one side does is seen at the other.
  const calm: Village['calm'] = async (act) => {
    const result = await village.calm(act);
    await village.worked();
    return result;
  };
  const tap: DeskVillage['tap'] = async (where, who, data) => {
    const { message, carried } = await buttonIn(where, data);
    const press = await calm(where.press(who, message, carried));
    return (await press.answer()).text ?? '';
  };
  return {
    ...village,
    ...people!,
    calm,
    tap,
    handOver: async (question = 'Quanto costa il notaio a Valverde?') => {
      await calm(maria.say(question));
      await tap(maria.talk, maria, /^person$/);
      await tap(maria.talk, maria, /^send=/);
      const topics = await people!.staff.topics();
      return topics.at(-1)?.id ?? 0;
    },
  };
};
