import type { SetMyCommandsParams } from '@gramio/types/params';
import { badRequest } from '../failure.ts';
import type { World } from '../world.ts';
import { type Method, method } from './method.ts';

type Commands = Pick<SetMyCommandsParams, 'commands'>['commands'];
type Place = { scope?: unknown; language_code?: string };

const MOST_COMMANDS = 100;
const keyOf = (name: string, { scope = { type: 'default' }, language_code = '' }: Place): string => {
  if (language_code && !/^[a-z]{2}$/.test(language_code)) throw badRequest('LANG_CODE_INVALID');
  return [name, JSON.stringify(scope), language_code].join(' ');
};

const setText = (name: string, longest: number, error: string): [string, Method][] => {
  const type = name[0]?.toUpperCase() + name.slice(1);
  const get = (world: World, place: Place) => ({ [fieldOf(name)]: world.profile.get(keyOf(name, place)) ?? '' });
  return [
    [
      `setMy${type}`,
      method<Place & Record<string, string | undefined>>(`SetMy${type}Params`, (world, given) => {
        const text = given[fieldOf(name)] ?? '';
        if (text.length > longest) throw badRequest(error);
        world.profile.set(keyOf(name, { language_code: given.language_code ?? '' }), text);
        return true;
      }),
    ],
    [`getMy${type}`, method<Place>(`GetMy${type}Params`, get)],
  ];
};

const fieldOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** How the bot presents itself. */
export const profile: Readonly<Record<string, Method>> = {
  ...Object.fromEntries([
    ...setText('name', 64, 'BOT_TITLE_INVALID'),
    ...setText('description', 512, 'BOT_DESCRIPTION_INVALID'),
    ...setText('shortDescription', 120, 'BOT_SHORT_DESCRIPTION_INVALID'),
  ]),
  setMyCommands: method<SetMyCommandsParams & Place>('SetMyCommandsParams', (world, given) => {
    if (given.commands.length > MOST_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    for (const { command, description } of given.commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
      if (!description || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    }
    world.profile.set(keyOf('commands', given), given.commands);
    return true;
  }),
  getMyCommands: method<Place>(
    'GetMyCommandsParams',
    (world, place) => (world.profile.get(keyOf('commands', place)) as Commands | undefined) ?? [],
  ),
  deleteMyCommands: method<Place>('DeleteMyCommandsParams', (world, place) => {
    world.profile.delete(keyOf('commands', place));
    return true;
  }),
};
