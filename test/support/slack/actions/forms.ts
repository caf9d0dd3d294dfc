import { checkedView } from '../blocks/check.ts';
import { isPart, type Part } from '../blocks/walk.ts';
import { accountOf } from '../conversations.ts';
import { interaction, newTrigger } from '../interactions.ts';
import { replaceModal, showModal } from '../methods/viewing.ts';
import type { Delivery } from '../outbox.ts';
import { type Filling, fillIn, stateOf, type ViewState, viewOf } from '../views.ts';
import type { Account, World } from '../world.ts';
import { acts, type Sent } from './pressing.ts';

export type Fillings = Readonly<Record<string, Filling>>;

const TROUBLE = 'We had some trouble connecting. Try again?';

const topModal = (person: Account): ViewState => {
  const view = person.modals.at(-1);
  if (!view) throw new Error(`The person ${person.id} has no modal open`);
  return view;
};

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What Slack's window itself asks for before it sends: what is required, and the lengths that an input sets. */
const mustBeWhole = ({ given, filled }: ViewState): void => {
  const { values } = stateOf(given.blocks, filled);
  for (const block of given.blocks) {
    if (block.type !== 'input') continue;
    const element = block.element as unknown as Part;
    const { type: _, ...kept } = values[block.block_id ?? '']?.[String(element.action_id)] ?? { type: '' };
    const [value] = Object.values(kept);
    const name = block.label.text;
    if (isEmpty(value) && !block.optional) throw new Error(`The modal wants "${name}" filled in`);
    if (typeof value !== 'string' || value === '') continue;
    if (typeof element.max_length === 'number' && value.length > element.max_length)
      throw new Error(`The modal takes at most ${element.max_length} characters in "${name}"`);
    if (typeof element.min_length === 'number' && value.length < element.min_length)
      throw new Error(`The modal wants at least ${element.min_length} characters in "${name}"`);
  }
};

/** Shows what the app found wrong, which must be with what can be filled in. */
const showErrors = (view: ViewState, errors: unknown): void => {
  const inputs = new Set(view.given.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id));
  if (!isPart(errors) || Object.keys(errors).some((block) => !inputs.has(block))) throw new Error('No such input');
  view.errors = errors as Record<string, string>;
};

/** Does with the modal what the app answered to its sending. */
const follow = (world: World, person: Account, view: ViewState, answer: Part): void => {
  const { response_action: action } = answer;
  if (action === undefined) person.modals = person.modals.filter((one) => one !== view);
  else if (action === 'clear') person.modals = [];
  else if (action === 'errors') showErrors(view, answer.errors);
  else if (action === 'update') replaceModal(world, person, view, checkedView(world, answer.view, 'modal'));
  else if (action === 'push') showModal(world, person, checkedView(world, answer.view, 'modal'), true);
  else throw new Error(`There is no response_action "${action}"`);
};

/** Ends a sending: as the app answered, or with Slack's own words when it did not, or not well. */
const sent = (world: World, person: Account, view: ViewState, { state, response }: Delivery): void => {
  try {
    if (state === 'given up') throw new Error('The app did not answer');
    follow(world, person, view, isPart(response) ? response : {});
  } catch {
    view.errors = { '': TROUBLE };
  }
  world.newsCount += 1;
  person.modalAt = world.newsCount;
};

/** What people do in modals. */
export const createForms = (world: World) => ({
  /** A person fills in the modal on top, without sending it; each field by its label, block or action. */
  fill: ({ person, values }: { person: string; values: Fillings }): void => {
    const view = topModal(accountOf(world, person));
    for (const [name, given] of Object.entries(values)) fillIn(view, name, given);
  },

  /** A person fills in the modal on top and sends it. */
  submit: ({ person: id, values = {} }: { person: string; values?: Fillings | undefined }): Sent => {
    const person = accountOf(world, id);
    const view = topModal(person);
    if (!view.given.submit) throw new Error('The modal has nothing to send it with');
    for (const [name, given] of Object.entries(values)) fillIn(view, name, given);
    mustBeWhole(view);
    acts(world, person);
    const payload = {
      ...interaction(world, 'view_submission', id),
      trigger_id: newTrigger(world, id),
      view: viewOf(world, view),
      response_urls: [],
    };
    return { delivery: world.outbox.push('interactive', payload, (done) => sent(world, person, view, done)).id };
  },

  /** A person closes the modal on top, or with `all` every one at once; the app is told when it asked to be. */
  dismiss: ({ person: id, all = false }: { person: string; all?: boolean | undefined }): Sent | null => {
    const person = accountOf(world, id);
    const view = topModal(person);
    person.modals = all || view.given.clear_on_close ? [] : person.modals.slice(0, -1);
    acts(world, person);
    if (!view.given.notify_on_close) return null;
    const payload = { ...interaction(world, 'view_closed', id), view: viewOf(world, view), is_cleared: all };
    return { delivery: world.outbox.push('interactive', payload).id };
  },
});
