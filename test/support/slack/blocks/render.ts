import type { Block } from '../message.ts';
import { shown } from '../text.ts';
import type { World } from '../world.ts';
import { isPart, type Part } from './walk.ts';

const textOf = (world: World, value: unknown): string => {
  if (typeof value === 'string') return value;
  if (!isPart(value)) return '';
  const text = typeof value.text === 'string' ? value.text : '';
  return value.type === 'mrkdwn' ? shown(world, text) : text;
};
const listOf = (value: unknown): Part[] => (Array.isArray(value) ? value.filter(isPart) : []);

const rich = (world: World, part: Part): string => {
  if (part.type === 'text') return String(part.text);
  if (part.type === 'user') return `@${world.accounts.get(String(part.user_id))?.name ?? part.user_id}`;
  if (part.type === 'channel') return `#${world.conversations.get(String(part.channel_id))?.name ?? part.channel_id}`;
  if (part.type === 'broadcast') return `@${part.range}`;
  if (part.type === 'emoji') return `:${part.name}:`;
  if (part.type === 'link')
    return part.text && part.text !== part.url ? `${part.text} (${part.url})` : String(part.url);
  return '';
};
const richLines = (world: World, part: Part): string[] => {
  const inner = listOf(part.elements);
  if (part.type === 'rich_text_list') return inner.flatMap((one) => richLines(world, one)).map((line) => `• ${line}`);
  const lines = inner
    .map((one) => rich(world, one))
    .join('')
    .split('\n');
  return part.type === 'rich_text_quote' ? lines.map((line) => `> ${line}`) : lines;
};

/** What can be pressed or chosen: buttons in brackets, menus with their choices. */
const elementText = (world: World, part: Part): string => {
  if (part.type === 'button' || part.type === 'icon_button') return `[ ${textOf(world, part.text)} ]`;
  if (part.type === 'feedback_buttons')
    return [part.positive_button, part.negative_button]
      .map((one) => `[ ${textOf(world, isPart(one) ? one.text : '')} ]`)
      .join(' ');
  if (part.type === 'image') return `[image: ${part.alt_text}]`;
  if (part.type === 'mrkdwn' || part.type === 'plain_text') return textOf(world, part);
  if (Array.isArray(part.options)) {
    const choices = listOf(part.options).map((one) => textOf(world, one.text));
    return `[ ${[textOf(world, part.placeholder), choices.join(' | ')].filter(Boolean).join(': ')} ]`;
  }
  if (String(part.type).endsWith('_input')) {
    const start = typeof part.initial_value === 'string' ? part.initial_value : '';
    return `[ ${start || textOf(world, part.placeholder)} ]`;
  }
  return `[ ${textOf(world, part.placeholder) || part.type} ]`;
};

const linesOfBlock = (world: World, block: Block): string[] => {
  const part = block as unknown as Part;
  const elements = listOf(part.elements).map((one) => elementText(world, one));
  switch (part.type) {
    case 'section': {
      const accessory = isPart(part.accessory) ? [elementText(world, part.accessory)] : [];
      const fields = listOf(part.fields).map((one) => textOf(world, one));
      return [...(part.text ? [textOf(world, part.text)] : []), ...fields, ...accessory];
    }
    case 'context':
      return [elements.join(' ')];
    case 'actions':
    case 'context_actions':
      return [elements.join(' ')];
    case 'header':
      return [textOf(world, part.text)];
    case 'markdown':
      return [String(part.text)];
    case 'divider':
      return ['---'];
    case 'image':
      return [`[image: ${part.alt_text}]`];
    case 'input':
      return [
        `${textOf(world, part.label)}${part.optional ? ' (optional)' : ''}`,
        ...(isPart(part.element) ? [elementText(world, part.element)] : []),
        ...(part.hint ? [textOf(world, part.hint)] : []),
      ];
    case 'rich_text':
      return listOf(part.elements).flatMap((one) => richLines(world, one));
    case 'table':
      return (Array.isArray(part.rows) ? part.rows : []).map((row) =>
        listOf(row)
          .map((cell) =>
            cell.type === 'rich_text'
              ? listOf(cell.elements)
                  .flatMap((one) => richLines(world, one))
                  .join(' ')
              : String(cell.text),
          )
          .join(' | '),
      );
    default:
      return [`[${part.type}]`];
  }
};

/** Blocks as people read them, line by line. */
export const linesOf = (world: World, blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => linesOfBlock(world, block)).flatMap((text) => text.split('\n'));
