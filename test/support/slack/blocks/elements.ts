import type { Block } from '../message.ts';
import { isPart, type Part, walk } from './walk.ts';

/** Something in a block that can be pressed: a button, or one choice of a menu. */
export type Pressable = {
  readonly block: string;
  readonly element: Part;
  readonly label: string;
  readonly value: string;
  /** The choice, in a menu. */
  readonly option?: Part;
};

const labelOf = (part: Part): string => (isPart(part.text) ? String(part.text.text) : String(part.text ?? ''));

const optionsOf = (element: Part): Part[] => {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isPart) : [];
  return [element, ...groups].flatMap(({ options }) => (Array.isArray(options) ? options.filter(isPart) : []));
};

const pressablesOf = (block: string, element: Part): Pressable[] => {
  if (element.type === 'button' || element.type === 'icon_button')
    return [{ block, element, label: labelOf(element), value: String(element.value ?? '') }];
  if (element.type === 'feedback_buttons')
    return [element.positive_button, element.negative_button]
      .filter(isPart)
      .map((one) => ({ block, element, label: labelOf(one), value: String(one.value ?? ''), option: one }));
  return optionsOf(element).map((option) => ({
    block,
    element,
    label: labelOf(option),
    value: String(option.value ?? ''),
    option,
  }));
};

/** All that can be pressed in these blocks; what stands in an input waits for the modal to be sent. */
export const pressables = (blocks: readonly Block[]): Pressable[] =>
  blocks
    .filter(({ type }) => type !== 'input')
    .flatMap((block) =>
      [...walk(block, '')]
        .filter(({ part }) => typeof part.action_id === 'string')
        .flatMap(({ part }) => pressablesOf(block.block_id ?? '', part)),
    );

/** Finds what a person means by a label, a value or an `action_id`; fails with what there is. */
export const findPressable = (blocks: readonly Block[], wanted: string, where: string): Pressable => {
  const all = pressables(blocks);
  const found =
    all.find(({ label, value }) => label === wanted || value === wanted) ??
    all.find(({ element }) => element.action_id === wanted);
  if (found) return found;
  const labels = all.map(({ label }) => `"${label}"`).join(', ');
  throw new Error(`${where} has no button "${wanted}"; it has ${labels || 'none'}`);
};

/** How an action tells what was pressed or chosen. */
export const actionOf = ({ block, element, option }: Pressable, ts: string): Part => {
  const base = { type: element.type, action_id: element.action_id, block_id: block, action_ts: ts };
  if (element.type === 'button' || element.type === 'icon_button')
    return {
      ...base,
      text: element.text,
      ...(element.value !== undefined && { value: element.value }),
      ...(element.style !== undefined && { style: element.style }),
    };
  if (element.type === 'feedback_buttons') return { ...base, text: option?.text, value: option?.value };
  if (element.type === 'checkboxes' || String(element.type).startsWith('multi_'))
    return { ...base, selected_options: option ? [option] : [] };
  return { ...base, selected_option: option };
};
