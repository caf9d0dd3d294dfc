import type { Address, Event } from '../../src/domain/message.ts';
import type { Act } from './act.ts';
import type { Seen } from './stage.ts';
import type { VillageGroup, Villager } from './village.ts';
import { lineOf, type PoolName, pick } from './words.ts';
import { type World, written } from './world.ts';

type Where = { readonly by: Villager; readonly at: Address; readonly group: VillageGroup | null };
type Done = Partial<Pick<Act, 'wrote' | 'repliesTo' | 'isYes' | 'brings' | 'happens'>> & { readonly event: Event };

const FILES = ['photo', 'document', 'voice'] as const;

const whereIn = ({ dice, village }: World): Where => {
  const citizen = pick(dice, village.citizens);
  if (dice(100) < 45) return { by: citizen, at: citizen.home, group: null };
  const group = pick(dice, village.groups);
  // Now and then somebody who is not in the group, by a message that was passed on.
  const members = village.citizens.filter(({ id }) => group.members.has(id));
  const by = members.length === 0 || dice(40) === 0 ? citizen : pick(dice, members);
  const [old] = group.left;
  return { by, at: old !== undefined && dice(8) === 0 ? old : pick(dice, group.addresses), group };
};

const says = (
  world: World,
  { by, at }: Where,
  pool: PoolName,
): Done & { readonly event: { kind: 'text'; text: string } } => {
  const line = lineOf(world.dice, pool, world.dice(8) === 0 ? 'it' : by.language);
  const { text, wrote } = written(world, line, at, by);
  return { event: { kind: 'text', text }, wrote, isYes: pool === 'yes' };
};

const presses = (choice: string, at: Address): Event => ({ kind: 'press', choice, ticket: at });

const replies = (world: World, where: Where, said: Done): Done => {
  const shown = world.views.at(world.ledger.current(where.at));
  const to: Seen | undefined = shown.length === 0 ? undefined : pick(world.dice, shown);
  if (to?.as == null || !('repliesTo' in said.event || said.event.kind === 'text' || said.event.kind === 'unreadable'))
    return said;
  return { ...said, event: { ...said.event, repliesTo: to.as } as Event, repliesTo: to };
};

const sendsFile = (world: World, { by, at }: Where): Done => {
  const { text, wrote } = written(world, '{c}.pdf', at, by);
  const channel = at.slice(0, at.indexOf(':'));
  const file = { channel, id: text, kind: pick(world.dice, FILES), name: text, bytes: 1000 + world.dice(25_000_000) };
  return { event: { kind: 'unreadable', what: 'file', file }, wrote };
};

const BRING = /startgroup=([\w-]+)|\/start ([\w-]+)/;

/** Brings to a group what its member, or somebody else, prepared in private. */
const brings = (world: World, where: Where): Done | undefined => {
  const whose = world.dice(10) === 0 ? pick(world.dice, world.village.citizens) : where.by;
  const told = world.views.at(whose.home).findLast(({ text }) => BRING.test(text));
  const [, link, word] = BRING.exec(told?.message?.text ?? '') ?? [];
  const known = link ?? word;
  if (known === undefined || !where.group) return undefined;
  const own = whose === where.by ? { brings: whose.home } : {};
  return { event: { kind: 'text', text: `/start ${known}` }, ...own };
};

const rarely = (world: World, where: Where): Done => {
  const { dice } = world;
  const { group, by, at } = where;
  switch (dice(9)) {
    case 0:
      return says(world, where, 'rare');
    case 1:
      return group ? says(world, where, 'said') : { event: { kind: 'home' } };
    case 2:
      return { event: { kind: 'joined', mayPin: dice(2) === 0 } };
    case 3:
      return group ? { event: { kind: dice(3) === 0 ? 'left' : 'joined' } } : says(world, where, 'rare');
    case 4:
    case 5:
      if (group && group.members.size > 2 && group.members.has(by.id)) {
        group.members.delete(by.id);
        return { event: { kind: 'parted', person: by.id } };
      }
      return { event: { kind: 'unreadable', what: 'voice' } };
    case 6: {
      if (!group || group.addresses.length > 1 || group.left.length > 2) return says(world, where, 'plain');
      const to = `${at.split(':').slice(0, -1).join(':')}:${at.startsWith('slack') ? 'CM' : '-100'}${world.village.groups.indexOf(group)}0${world.stage.now}`;
      if (at !== group.addresses[0]) return says(world, where, 'plain');
      const happens = (): void => {
        world.ledger.move(at, to);
        group.left.unshift(at);
        group.addresses = [to];
      };
      return { event: { kind: 'moved', to }, happens };
    }
    default: {
      const { text, wrote } = written(world, '{c}', at, by);
      return { event: { kind: 'text', text, passedOn: true }, wrote };
    }
  }
};

const doneBy = (world: World, where: Where): Done => {
  const { dice, views, ledger } = world;
  const way = dice(100);
  if (way < 38) {
    const button = views.button(dice, ledger.current(where.at));
    if (button) return { event: presses(button.id, where.at) };
  }
  if (way < 40) {
    const button = views.anyButton(dice);
    if (button) return { event: presses(button.id, where.at) };
  }
  if (way < 58) return says(world, where, 'asked');
  if (way < 68) return says(world, where, 'said');
  if (way < 74) return says(world, where, 'wish');
  if (way < 84) return says(world, where, 'plain');
  if (way < 88) return says(world, where, dice(4) === 0 ? 'no' : 'yes');
  if (way < 94) return replies(world, where, dice(4) === 0 ? sendsFile(world, where) : says(world, where, 'asked'));
  if (way < 95) return sendsFile(world, where);
  if (way < 97) return brings(world, where) ?? says(world, where, 'plain');
  return way < 98 ? says(world, where, 'rare') : rarely(world, where);
};

/** Something that a citizen does, in private or in a group. */
export const citizenActs = (world: World): Act => {
  const where = whereIn(world);
  const { by, at, group } = where;
  const { event, wrote = [], ...rest } = doneBy(world, where);
  const from = { id: by.id, name: by.name, home: by.home, language: by.language, admin: null };
  const place = group ? 'group' : 'private';
  const here = world.ledger.current(at);
  const thread = world.ledger.home(here).thread;
  return {
    at,
    by,
    wrote,
    ...rest,
    incoming: {
      address: at,
      place,
      title: group?.title ?? null,
      from: event.kind === 'moved' ? null : from,
      at: world.stage.now,
      event,
    },
    touches: [here, by.home, ...(thread === null ? [] : [thread])],
  };
};
