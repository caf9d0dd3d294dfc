import { isPart, type Part, walk } from './blocks/walk.ts';
import type { Block } from './message.ts';
import type { World } from './world.ts';

/** One thing filled in, as a view's state tells it. */
export type StateValue = Part & { readonly type: unknown };

/** A view that is open for a person, with what the person filled in, by block and action. */
export type ViewState = {
  readonly id: string;
  readonly root: string;
  readonly previous: string | null;
  hash: string;
  given: Part & { readonly blocks: readonly Block[] };
  readonly filled: Map<string, StateValue>;
  /** What the app found wrong with what was filled in, by block. */
  errors: Readonly<Record<string, string>>;
};

const key = (block: unknown, action: unknown): string => `${block}/${action}`;

const optionsOf = (element: Part): Part[] => {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isPart) : [];
  return [element, ...groups].flatMap(({ options }) => (Array.isArray(options) ? options.filter(isPart) : []));
};
const labelOf = (option: Part): unknown => (isPart(option.text) ? option.text.text : undefined);

/** The field of a state value that an element of this type fills, and its field for what it starts with. */
const FIELDS: Readonly<Record<string, readonly [string, string]>> = {
  plain_text_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  rich_text_input: ['rich_text_value', 'initial_value'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  file_input: ['files', 'initial_files'],
};

export type Stateful = {
  readonly block: Block;
  readonly element: Part;
  readonly field: string;
  readonly start: unknown;
};

/** All elements of blocks that keep what a person chose or wrote. */
export const statefulIn = (blocks: readonly Block[]): Stateful[] =>
  blocks.flatMap((block) =>
    [...walk(block, '')].flatMap(({ part }) => {
      const fields = FIELDS[String(part.type)];
      if (!fields || typeof part.action_id !== 'string') return [];
      const [field, initial] = fields;
      return [{ block, element: part, field, start: part[initial] ?? (field.endsWith('s') ? [] : null) }];
    }),
  );

/** What a person gives for an element: a text, a choice by label or value, or several. */
export type Filling = string | readonly string[];

const choose = (element: Part, wanted: string): Part => {
  const found = optionsOf(element).find((option) => labelOf(option) === wanted || option.value === wanted);
  if (found) return found;
  const labels = optionsOf(element).map((option) => `"${labelOf(option)}"`);
  throw new Error(`There is no choice "${wanted}"; there are ${labels.join(', ') || 'none'}`);
};

const valueFor = ({ element, field }: Stateful, given: Filling): unknown => {
  const all = [given].flat();
  const chosen = field.startsWith('selected_option') ? all.map((one) => choose(element, one)) : all;
  return field.endsWith('s') ? chosen : (chosen[0] ?? null);
};

/** Fills in one element of a view, named by its label, block or action. */
export const fillIn = (view: ViewState, name: string, given: Filling): void => {
  const all = statefulIn(view.given.blocks);
  const labelled = ({ block }: Stateful): unknown =>
    'label' in block && isPart(block.label) ? block.label.text : undefined;
  const found = all.find(
    (one) => labelled(one) === name || one.block.block_id === name || one.element.action_id === name,
  );
  if (!found)
    throw new Error(
      `The view has nothing called "${name}" to fill in; it has ${all.map((one) => `"${labelled(one) ?? one.element.action_id}"`).join(', ') || 'nothing'}`,
    );
  const { block, element, field } = found;
  view.filled.set(key(block.block_id, element.action_id), { type: element.type, [field]: valueFor(found, given) });
};

/** The state of blocks as interactions tell it: what was filled in, or what each element starts with. */
export const stateOf = (
  blocks: readonly Block[],
  filled: ReadonlyMap<string, StateValue>,
): { values: Record<string, Record<string, StateValue>> } => {
  const values: Record<string, Record<string, StateValue>> = {};
  for (const { block, element, field, start } of statefulIn(blocks)) {
    const id = block.block_id ?? '';
    const action = String(element.action_id);
    values[id] = {
      ...values[id],
      [action]: filled.get(key(id, action)) ?? { type: element.type, [field]: start },
    };
  }
  return { values };
};

/** A view as Slack's answers and interactions show it. */
export const viewOf = (world: World, view: ViewState): Part => ({
  private_metadata: '',
  callback_id: '',
  external_id: '',
  title: null,
  close: null,
  submit: null,
  clear_on_close: false,
  notify_on_close: false,
  ...view.given,
  id: view.id,
  team_id: world.home.id,
  state: stateOf(view.given.blocks, view.filled),
  hash: view.hash,
  root_view_id: view.root,
  previous_view_id: view.previous,
  app_id: world.appId,
  app_installed_team_id: world.home.id,
  bot_id: world.botId,
});

/** Opens a view, alone or on top of another. */
export const newView = (world: World, given: ViewState['given'], below?: ViewState): ViewState => {
  const id = world.newId('V');
  return {
    id,
    root: below?.root ?? id,
    previous: below?.id ?? null,
    hash: world.newTs(),
    given,
    filled: new Map(),
    errors: {},
  };
};

/** Puts other content into an open view; what was filled in stays where block and action are the same. */
export const changeView = (world: World, view: ViewState, given: ViewState['given']): void => {
  view.given = given;
  view.hash = world.newTs();
  view.errors = {};
};
