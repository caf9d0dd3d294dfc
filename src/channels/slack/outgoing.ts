import type { types } from '@slack/bolt';
import type { Choice } from '../../domain/answer.ts';
import type { Message } from '../../domain/message.ts';
import { cutText } from '../cut-text.ts';
import { OPENS_FORM } from './interactions.ts';
import { shortened } from './modal.ts';
import { escaped } from './text.ts';

/** Slack's limits: of all that blocks show in one message it takes some 13,000 units. */
export const MOST_SHOWN = 12_000;
export const MOST_BUTTON_VALUE = 2000;
const MOST_BLOCKS = 50;
const MOST_PIECE = 3000;
const MOST_LABEL = 75;
const MOST_IN_ROW = 25;
/** Leaves room for the blocks of the text. */
const MOST_ROWS = 30;
/** A changed message takes no longer text beside its blocks. */
const MOST_FALLBACK = 4000;

/** What no text carries: control signs other than line breaks and tabs, and broken characters. */
const sound = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');

/**
 * A text for blocks. What looks like a mention is one neither in rich text nor on a button; an invisible sign in it keeps it from becoming one
 * wherever Slack, or who reads its messages, carries it.
 */
const inert = (text: string): string => sound(text).replace(/<(?=[@#!])/g, '<\u2060');

const LINK = /https?:\/\/[^\s<>"|\\^`{}]*[^\s<>"|\\^`{}.,;:!?)\]'»”]/g;

type Inline = types.RichTextText | types.RichTextLink;

/** A text whose bare links can be followed: each is its own label. Nothing else in it is markup. */
const inlineOf = (text: string): Inline[] => {
  const elements: Inline[] = [];
  let last = 0;
  for (const { 0: url, index } of text.matchAll(LINK)) {
    if (!URL.canParse(url)) continue;
    if (index > last) elements.push({ type: 'text', text: text.slice(last, index) });
    elements.push({ type: 'link', url });
    last = index + url.length;
  }
  if (last < text.length) elements.push({ type: 'text', text: text.slice(last) });
  return elements;
};

/** Stands where a text has nothing that can be seen: Slack takes no empty message. */
const NOTHING = '…';

const section = (elements: Inline[]): types.RichTextSection => ({ type: 'rich_text_section', elements });
const richText = (elements: types.RichTextSection[]): types.RichTextBlock => ({ type: 'rich_text', elements });

const textBlocks = (heading: string | null, text: string): types.RichTextBlock[] => {
  const bold = heading ? [section([{ type: 'text', text: heading, style: { bold: true } }])] : [];
  const [first = '', ...rest] = text === '' ? [] : cutText(text, MOST_PIECE);
  const opening = [...bold, ...(first === '' ? [] : [section(inlineOf(first))])];
  return [
    ...(opening.length > 0 ? [richText(opening)] : []),
    ...rest.map((piece) => richText([section(inlineOf(piece))])),
  ];
};

const labelOf = ({ label }: Choice): string => shortened(inert(label).trim() || '…', MOST_LABEL);

const chunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** The rows of buttons: as they are meant, or close together where Slack takes no more blocks. */
const rowsOf = ({ choices }: Pick<Message, 'choices'>): Choice[][] => {
  const rows = choices.flatMap((row) => chunks(row, MOST_IN_ROW));
  return rows.length > MOST_ROWS ? chunks(choices.flat(), MOST_IN_ROW) : rows;
};

const actionsOf = (row: readonly Choice[], at: number, request: string | null): types.ActionsBlock => ({
  type: 'actions',
  elements: row.map((choice, index) => ({
    type: 'button',
    action_id: `${choice.opens === 'form' ? OPENS_FORM : 'press:'}${at}.${index}${request === null ? '' : `#${request}`}`,
    text: { type: 'plain_text', text: labelOf(choice), emoji: false },
    value: choice.id,
  })),
});

/** How much of what a message may show its heading and its buttons take. */
export const besideText = ({ heading, choices }: Pick<Message, 'heading' | 'choices'>): number =>
  (heading?.length ?? 0) + choices.flat().reduce((sum, choice) => sum + labelOf(choice).length, 0);

/**
 * The blocks of a message: whatever it says is shown as it stands, and calls nobody. In the thread of a request its buttons name that: they may be pressed
 * before Slack told, or it is kept, where the thread stands.
 */
export const blocksOf = (
  message: Pick<Message, 'heading' | 'text' | 'choices'>,
  request: string | null = null,
): types.KnownBlock[] => {
  const rows = rowsOf(message).map((row, at) => actionsOf(row, at, request));
  const texts = textBlocks(message.heading && inert(message.heading), inert(message.text));
  const shown = texts.length + rows.length > 0 ? texts : textBlocks(null, NOTHING);
  return [...shown, ...rows].slice(0, MOST_BLOCKS);
};

/** The words of a message for notifications and for who has it read aloud; cut where it is long, for the blocks hold all of it. */
export const fallbackOf = ({ heading, text }: Pick<Message, 'heading' | 'text'>): string => {
  const words = sound([heading, text].filter(Boolean).join('\n')).trim() || NOTHING;
  let most = Math.min(MOST_FALLBACK, words.length);
  let fallback = escaped(shortened(words, most));
  while (fallback.length > MOST_FALLBACK) {
    most -= Math.max(1, Math.ceil((fallback.length - MOST_FALLBACK) / 5));
    fallback = escaped(shortened(words, most));
  }
  return fallback;
};

/** A button that carries nothing, or more than Slack takes, by its id; undefined when all fit. */
export const unfitButton = ({ choices }: Pick<Message, 'choices'>): string | undefined =>
  choices.flat().find(({ id }) => id === '' || id.length > MOST_BUTTON_VALUE)?.id;
