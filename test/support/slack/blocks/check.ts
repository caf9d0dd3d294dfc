import { failure } from '../failure.ts';
import type { Block } from '../message.ts';
import type { World } from '../world.ts';
import { charactersIn, overLimits } from './limits.ts';
import { misshapenBlocks, misshapenView } from './shape.ts';
import { isPart, type Part, walk } from './walk.ts';

const MESSAGE_BLOCKS = 50;
const VIEW_BLOCKS = 100;
/** All characters of a message's blocks; Slack does not publish it, its users measured it. */
const MESSAGE_CHARACTERS = 13_200;
const VIEW_BYTES = 250_000;

/** The blocks with an id for each block and each element that has none, as Slack gives them. */
const identified = (world: World, blocks: readonly unknown[]): Block[] =>
  blocks.map((block) => {
    const copy = structuredClone(block) as Record<string, unknown>;
    copy.block_id ??= world.newId('b');
    const known = new Set<unknown>(['button', 'overflow', 'checkboxes', 'radio_buttons', 'plain_text_input']);
    for (const { part } of walk(copy, ''))
      if (known.has(part.type) || String(part.type).endsWith('_select'))
        (part as Record<string, unknown>).action_id ??= world.newId('a');
    return copy as unknown as Block;
  });

/** Checks a message's blocks, or fails as Slack does; gives them as Slack keeps them. */
export const checkedBlocks = (world: World, blocks: unknown): Block[] => {
  if (!Array.isArray(blocks)) throw failure('invalid_blocks_format');
  const problems = misshapenBlocks(blocks, '/blocks');
  if (problems.length === 0) problems.push(...overLimits(blocks, blocks, MESSAGE_BLOCKS, '/blocks'));
  if (problems.length) throw failure('invalid_blocks', ...problems);
  if (charactersIn(blocks) > MESSAGE_CHARACTERS) throw failure('msg_blocks_too_long');
  return identified(world, blocks);
};

/** What a modal may not lack: something to press when there is something to fill in. */
const missingIn = (view: Part, blocks: readonly unknown[]): string[] =>
  view.type === 'modal' && !view.submit && blocks.some((block) => isPart(block) && block.type === 'input')
    ? ['missing required field: submit [json-pointer:/view]']
    : [];

/** Checks a view, or fails as Slack does; gives it as Slack keeps it. */
export const checkedView = (world: World, view: unknown, type: 'modal' | 'home'): Part & { blocks: Block[] } => {
  if (!isPart(view)) throw failure('invalid_arguments', 'must be an object [json-pointer:/view]');
  const problems = misshapenView(view);
  const blocks = Array.isArray(view.blocks) ? view.blocks : [];
  if (problems.length === 0 && view.type !== type) problems.push(`must be ${type} [json-pointer:/view/type]`);
  if (problems.length === 0) problems.push(...misshapenBlocks(blocks, '/view/blocks'));
  if (problems.length === 0)
    problems.push(...overLimits(view, blocks, VIEW_BLOCKS, '/view'), ...missingIn(view, blocks));
  if (problems.length) throw failure('invalid_arguments', ...problems);
  if (Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES) throw failure('view_too_large');
  return { ...view, blocks: identified(world, blocks) };
};
