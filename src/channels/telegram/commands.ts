import type { RawApi } from 'grammy';
import type { BotCommand, LanguageCode } from 'grammy/types';
import { LANGUAGES } from '../../domain/language.ts';
import { MENUS, type Menu } from './menu.ts';

const SCOPES = ['all_private_chats', 'all_group_chats'] as const;

/** English is also what people of any other language see. */
const SHOWN: readonly (readonly [Menu, { readonly language_code?: LanguageCode }])[] = [
  [MENUS.en, {}],
  ...LANGUAGES.map((language) => [MENUS[language], { language_code: language }] as const),
];

const isSame = (one: readonly BotCommand[], other: readonly BotCommand[]): boolean =>
  JSON.stringify(one.map(({ command, description }) => [command, description])) ===
  JSON.stringify(other.map(({ command, description }) => [command, description]));

/** Puts the menu of commands and the bot's descriptions in order at Telegram, writing only what is not so yet. Its name is left to who runs it. */
export const describeBot = async (calls: RawApi): Promise<void> => {
  for (const [menu, language] of SHOWN) {
    const commands = menu.commands.map(([command, description]) => ({ command, description }));
    for (const type of SCOPES) {
      const there = { scope: { type }, ...language };
      if (!isSame(await calls.getMyCommands(there), commands)) await calls.setMyCommands({ ...there, commands });
    }
    const { description, shortDescription: short_description } = menu;
    if ((await calls.getMyDescription(language)).description !== description) {
      await calls.setMyDescription({ ...language, description });
    }
    if ((await calls.getMyShortDescription(language)).short_description !== short_description) {
      await calls.setMyShortDescription({ ...language, short_description });
    }
  }
};
