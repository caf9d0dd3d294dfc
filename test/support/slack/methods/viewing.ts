import type { Arguments } from '../arguments.ts';
import { checkedView } from '../blocks/check.ts';
import { failure } from '../failure.ts';
import { takeTrigger } from '../interactions.ts';
import { changeView, newView, type ViewState, viewOf } from '../views.ts';
import type { Account, World } from '../world.ts';
import type { Answer, Methods } from './method.ts';

const MOST_MODALS = 3;

const parsed = (view: unknown): unknown => {
  if (typeof view !== 'string') return view;
  try {
    return JSON.parse(view);
  } catch {
    throw failure('invalid_arguments', 'failed to parse [json-pointer:/view]');
  }
};

const modalIn = (world: World, args: Arguments): ViewState['given'] => {
  const view = checkedView(world, parsed(args.view), 'modal');
  const external = view.external_id;
  if (
    external &&
    [...world.accounts.values()].some(({ modals }) => modals.some(({ given }) => given.external_id === external))
  )
    throw failure('duplicate_external_id');
  return view;
};

/** Marks that the app changed what a person has open. */
const modalChanged = (world: World, person: Account): void => {
  world.newsCount += 1;
  person.modalAt = world.newsCount;
};

const taker = (world: World, args: Arguments): Account => {
  const { user } = takeTrigger(world, args.trigger_id ?? args.interactivity_pointer);
  const person = world.accounts.get(user);
  if (!person) throw failure('invalid_trigger_id');
  return person;
};

/** Opens a modal for a person, alone or on top of what is open. */
export const showModal = (world: World, person: Account, given: ViewState['given'], onTop: boolean): ViewState => {
  if (onTop && person.modals.length >= MOST_MODALS) throw failure('push_limit_reached');
  const view = newView(world, given, onTop ? person.modals.at(-1) : undefined);
  person.modals = onTop ? [...person.modals, view] : [view];
  modalChanged(world, person);
  return view;
};

/** Puts other content into a modal that is open for a person. */
export const replaceModal = (world: World, person: Account, view: ViewState, given: ViewState['given']): void => {
  changeView(world, view, given);
  modalChanged(world, person);
};

const openModal = (world: World, args: Arguments): Answer => {
  const given = modalIn(world, args);
  return { view: viewOf(world, showModal(world, taker(world, args), given, false)) };
};

const pushModal = (world: World, args: Arguments): Answer => {
  const given = modalIn(world, args);
  const person = taker(world, args);
  if (person.modals.length === 0) throw failure('not_found');
  return { view: viewOf(world, showModal(world, person, given, true)) };
};

const updateModal = (world: World, args: Arguments): Answer => {
  const given = checkedView(world, parsed(args.view), 'modal');
  for (const person of world.accounts.values()) {
    const view = person.modals.find((one) =>
      args.view_id === undefined ? one.given.external_id === args.external_id : one.id === args.view_id,
    );
    if (!view) continue;
    if (args.hash !== undefined && args.hash !== view.hash) throw failure('hash_conflict');
    replaceModal(world, person, view, given);
    return { view: viewOf(world, view) };
  }
  throw failure('not_found');
};

const publish = (world: World, args: Arguments): Answer => {
  const given = checkedView(world, parsed(args.view), 'home');
  const person = world.accounts.get(String(args.user_id));
  if (!person || person.isBot) throw failure('invalid_arguments', 'no such user [json-pointer:/user_id]');
  if (args.hash !== undefined && person.home && args.hash !== person.home.hash) throw failure('hash_conflict');
  if (person.home) changeView(world, person.home, given);
  else person.home = newView(world, given);
  world.newsCount += 1;
  person.homeAt = world.newsCount;
  return { view: viewOf(world, person.home) };
};

export const viewingMethods: Methods = {
  'views.open': { arguments: 'ViewsOpenArguments', tier: 4, run: openModal },
  'views.push': { arguments: 'ViewsPushArguments', tier: 4, run: pushModal },
  'views.update': { arguments: 'ViewsUpdateArguments', tier: 4, run: updateModal },
  'views.publish': { arguments: 'ViewsPublishArguments', tier: 4, run: publish },
};
