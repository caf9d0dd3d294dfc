import type { Choice } from '../../src/domain/answer.ts';
import { requestIn } from '../../src/domain/desk.ts';
import type { Form } from '../../src/domain/form.ts';
import type { Address, Event, Incoming } from '../../src/domain/message.ts';
import type { Act } from './act.ts';
import type { Seen } from './stage.ts';
import type { VillageDesk, Villager } from './village.ts';
import { pick, STAFF_LINES } from './words.ts';
import { type World, written } from './world.ts';

type Where = { readonly desk: VillageDesk; readonly at: Address; readonly by: Villager };
type Done = { readonly event: Event; readonly wrote: readonly number[] };

/** So many of a desk's newest requests are looked at. */
const LOOKED_AT = 15;

const whereIn = ({ dice, village, ledger, stage }: World): Where => {
  const desk = pick(
    dice,
    village.desks.filter(({ at }) => !stage.lost.has(at)),
  );
  const by = dice(20) === 0 ? pick(dice, village.strangers) : pick(dice, desk.staff);
  const threads = [...ledger.requests]
    .flatMap(([thread, one]) => (one.desk === desk.at ? [thread] : []))
    .slice(-LOOKED_AT);
  return { desk, by, at: threads.length === 0 || dice(8) === 0 ? desk.at : pick(dice, threads) };
};

const lineAt = (world: World, { at, by }: Where): { readonly text: string; readonly wrote: readonly number[] } =>
  written(world, pick(world.dice, STAFF_LINES), at, by);

/** What the form of a button asks for, as it is shown at once; it is seen like anything else. */
const formOf = (world: World, { desk, at, by }: Where, choice: string, given: string | null): Promise<Form | null> =>
  world.stage.look.form({
    address: desk.at,
    thread: requestIn(at) === null ? null : world.stage.threadOf(at),
    choice,
    by: { id: by.id, name: by.name, home: by.home, language: null, admin: null },
    written: given,
  });

const submits = async (world: World, where: Where, choice: string, opened: Seen[]): Promise<Done | undefined> => {
  const form = await formOf(world, where, choice, null);
  if (!form) return undefined;
  opened.push({ at: where.at, key: `form ${choice}`, as: null, message: null, text: JSON.stringify(form) });
  const wrote: number[] = [];
  const fields: Record<string, string> = {};
  for (const { kind, name, initial } of form.fields) {
    const line =
      kind === 'lines' && (name === 'text' || world.dice(3) === 0) ? lineAt(world, where) : { text: '', wrote: [] };
    wrote.push(...line.wrote, ...world.flock.in(initial));
    fields[name] = [initial, line.text].filter(Boolean).join(' ');
  }
  return { event: { kind: 'form', choice, fields, source: null }, wrote };
};

/** "Send to the citizen" on something that was written in the thread. */
const sendsOn = async (world: World, where: Where, opened: Seen[]): Promise<Done> => {
  const { text, wrote } = lineAt(world, where);
  world.ledger.allow(where.at, wrote);
  const form = await formOf(world, where, 'reply', text);
  if (form) opened.push({ at: where.at, key: 'form', as: null, message: null, text: JSON.stringify(form) });
  const source = `${where.at} ${world.dice(4)}`;
  return { event: { kind: 'form', choice: 'reply', fields: { text }, source }, wrote };
};

const presses = async (world: World, where: Where, choice: Choice, opened: Seen[]): Promise<Done> => {
  const form =
    choice.opens === 'form' && where.at.startsWith('slack')
      ? await submits(world, where, choice.id, opened)
      : undefined;
  return form ?? { event: { kind: 'press', choice: choice.id, ticket: where.at }, wrote: [] };
};

const doneBy = async (world: World, where: Where, opened: Seen[]): Promise<Done> => {
  const { dice, views } = world;
  const way = dice(100);
  const button = way < 45 ? views.button(dice, where.at) : way < 48 ? views.anyButton(dice) : undefined;
  if (button) return presses(world, where, button, opened);
  const { text, wrote } = lineAt(world, where);
  if (way < 58) return { event: { kind: 'form', choice: 'reply', fields: { text }, source: null }, wrote };
  if (way < 64) return sendsOn(world, where, opened);
  if (way < 67) return { event: { kind: 'edited', source: `${where.at} ${dice(4)}`, text }, wrote };
  if (way < 69) return { event: { kind: 'deleted', source: `${where.at} ${dice(4)}` }, wrote: [] };
  if (way < 70) return { event: { kind: 'aside' }, wrote: [] };
  if (way < 75)
    return {
      event: {
        kind: 'press',
        choice: pick(dice, ['close', 'close', 'take', 'hand-back', 'gaps', 'requests', 'send']),
        ticket: where.at,
      },
      wrote: [],
    };
  if (way < 80) {
    const named = written(world, '{c}.pdf', where.at, where.by);
    const file = {
      channel: where.desk.at.split(':')[0]!,
      id: named.text,
      kind: 'document',
      name: named.text,
      bytes: 10,
    } as const;
    return { event: { kind: 'unreadable', what: 'file', file }, wrote: named.wrote };
  }
  const shown = views.at(where.at);
  const to = way < 88 && shown.length > 0 ? pick(dice, shown).as : null;
  return { event: { kind: 'text', text, ...(to === null ? {} : { repliesTo: to }) }, wrote };
};

/** Something that somebody does at a desk, in a request's thread or outside of one; `opened`: the forms that are shown on the way. */
export const staffActs = async (world: World, opened: Seen[]): Promise<Act> => {
  const where = whereIn(world);
  const { desk, at, by } = where;
  const { event, wrote } = await doneBy(world, where, opened);
  const from = { id: by.id, name: by.name, home: by.home, language: null, admin: null };
  const thread = at === desk.at ? {} : { thread: world.stage.threadOf(at) };
  const incoming: Incoming = {
    address: desk.at,
    place: 'group',
    title: null,
    from,
    at: world.stage.now,
    ...thread,
    event,
  };
  const request = world.ledger.requests.get(at);
  const home = request && world.ledger.current(request.home);
  return { at, by, wrote, incoming, touches: home === undefined ? [at] : [at, home] };
};
