import { isPart, type Part, walk } from './walk.ts';

/** How long the texts directly in a part of this type may be. */
const LONGEST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  section: { block_id: 255, text: 3000 },
  header: { block_id: 255, text: 150 },
  context: { block_id: 255 },
  actions: { block_id: 255 },
  divider: { block_id: 255 },
  markdown: { block_id: 255, text: 12_000 },
  image: { block_id: 255, alt_text: 2000, image_url: 3000, title: 2000 },
  input: { block_id: 255, label: 2000, hint: 2000 },
  button: { action_id: 255, text: 75, value: 2000, url: 3000, accessibility_label: 75 },
  icon_button: { action_id: 255, text: 75, value: 2000, accessibility_label: 75 },
  plain_text_input: { action_id: 255, placeholder: 150, initial_value: 3000 },
  modal: { title: 24, submit: 24, close: 24, private_metadata: 3000, callback_id: 255, external_id: 255 },
  home: { private_metadata: 3000, callback_id: 255, external_id: 255 },
};
const ELEMENT = { action_id: 255, placeholder: 150 } as const;
const OPTION = { text: 75, value: 150, description: 75, url: 3000 } as const;
const CONFIRM = { title: 100, text: 300, confirm: 30, deny: 30 } as const;

/** How many things a list of this name in a part of this type may have. */
const MOST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  actions: { elements: 25 },
  context: { elements: 10 },
  context_actions: { elements: 5 },
  section: { fields: 10 },
  overflow: { options: 5 },
  checkboxes: { options: 10 },
  radio_buttons: { options: 10 },
  static_select: { options: 100, option_groups: 100 },
  multi_static_select: { options: 100, option_groups: 100 },
  table: { rows: 100 },
};
const FIELD = 2000;

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : isPart(value) && typeof value.text === 'string' ? value.text : undefined;

const typeOf = (part: Part): string => (typeof part.type === 'string' ? part.type : '');
const isText = (part: Part): boolean => ['plain_text', 'mrkdwn'].includes(typeOf(part));
const isOption = (part: Part): boolean => !part.type && 'text' in part && ('value' in part || 'url' in part);

const lengthsOf = (part: Part): Readonly<Record<string, number>> => {
  if (isOption(part)) return OPTION;
  if (!part.type && 'confirm' in part && 'text' in part) return CONFIRM;
  return LONGEST[typeOf(part)] ?? ('action_id' in part ? ELEMENT : { block_id: 255 });
};

const problemsOf = (part: Part, pointer: string): string[] => {
  const problems: string[] = [];
  const wrong = (what: string, name: string): void => {
    problems.push(`${what} [json-pointer:${pointer}/${name}]`);
  };
  if (isText(part) && part.text === '') wrong('must be more than 0 characters', 'text');
  for (const [name, most] of Object.entries(lengthsOf(part))) {
    const text = textIn(part[name]);
    if (text !== undefined && text.length > most) wrong(`must be less than ${most + 1} characters`, name);
  }
  for (const [name, most] of Object.entries(MOST[typeOf(part)] ?? {})) {
    const list = part[name];
    if (!Array.isArray(list)) continue;
    if (list.length > most) wrong(`no more than ${most} items allowed`, name);
    if (list.length === 0) wrong('no fewer than 1 items allowed', name);
  }
  if (part.type === 'section') {
    if (!part.text && !part.fields)
      problems.push(`must define either \`text\` or \`fields\` [json-pointer:${pointer}]`);
    for (const [at, field] of (Array.isArray(part.fields) ? part.fields : []).entries())
      if ((textIn(field)?.length ?? 0) > FIELD) wrong(`must be less than ${FIELD + 1} characters`, `fields/${at}`);
  }
  if (part.type === 'button' && part.value === '') wrong('must be more than 0 characters', 'value');
  return problems;
};

const repeated = (names: readonly unknown[]): string | undefined => {
  const given = names.filter((name) => typeof name === 'string');
  return given.find((name, at) => given.indexOf(name) !== at);
};

/** What in these blocks, or in a view with them, is longer, more or the same than Slack allows. */
export const overLimits = (top: unknown, blocks: readonly unknown[], most: number, pointer: string): string[] => {
  const problems = [...walk(top, pointer)].flatMap(({ part, pointer: where }) => problemsOf(part, where));
  const list = `${pointer === '/view' ? '/view/blocks' : pointer}`;
  if (blocks.length > most) problems.push(`no more than ${most} items allowed [json-pointer:${list}]`);
  const twice = repeated(blocks.map((block) => (isPart(block) ? block.block_id : undefined)));
  if (twice) problems.push(`\`block_id\` ${twice} already exists for another block [json-pointer:${list}]`);
  for (const [at, block] of blocks.entries()) {
    const actions = [...walk(block, '')].map(({ part }) => part.action_id);
    const same = repeated(actions);
    if (same) problems.push(`\`action_id\` ${same} already exists in this block [json-pointer:${list}/${at}]`);
  }
  return problems;
};

/** All characters that blocks show. */
export const charactersIn = (blocks: readonly unknown[]): number =>
  [...walk(blocks, '')].reduce((sum, { part }) => sum + (typeof part.text === 'string' ? part.text.length : 0), 0);
