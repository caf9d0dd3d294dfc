import { shownLink } from '../../domain/plain-words.ts';

/** The three signs that mean something in Slack's texts. What is escaped calls nobody and links nothing. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** How the words of others are read. */
export type Glossary = {
  /** How somebody is called, by their id. */
  readonly nameOf: (id: string) => string | null;
  /** The emoji of the message, by the names that stand for them in its text; empty for one that has no sign. */
  readonly emoji: ReadonlyMap<string, string>;
};

const REFERENCE = /<(@[UW][A-Z0-9]+|#[CG][A-Z0-9]+|![^<>|]+|[a-z]+:[^<>|\s]+)(?:\|([^<>]*))?>/g;

const referenceOf = (target: string, label: string | undefined, { nameOf }: Glossary): string => {
  const name = target.slice(1);
  if (target.startsWith('@')) return `@${nameOf(name) || label || name}`;
  if (target.startsWith('#')) return `#${label || name}`;
  if (target.startsWith('!date^')) return label ?? '';
  if (target.startsWith('!')) return label ?? `@${name}`;
  return label === undefined ? target.replace(/^(?:mailto|tel):/, '') : shownLink(target, label);
};

/** A text of Slack's as the person typed it: names for ids, links with where they lead, signs as themselves. */
export const plainText = (text: string, glossary: Glossary): string =>
  unescaped(text.replace(REFERENCE, (_, target: string, label?: string) => referenceOf(target, label, glossary)))
    .replace(/:([\w+'-]+):/g, (whole, name: string) => glossary.emoji.get(name) ?? whole)
    .trim();

/** The people that a text names, by their ids. */
export const peopleIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/<@([UW][A-Z0-9]+)/g)].map(([, id = '']) => id)),
];

/** A text without the mentions of someone; `mentioned` tells whether there were any. */
export const withoutMention = (text: string, id: string): { readonly text: string; readonly mentioned: boolean } => {
  const rest = text.replace(new RegExp(`<@${id}(?:\\|[^<>]*)?>[,:;]?`, 'g'), ' ');
  return rest === text ? { text, mentioned: false } : { text: rest.replace(/ {2,}/g, ' ').trim(), mentioned: true };
};

type Rich = {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly unicode?: unknown;
  readonly elements?: unknown;
};

const signOf = (unicode: unknown): string => {
  if (typeof unicode !== 'string' || !/^[0-9a-f]{1,6}(?:-[0-9a-f]{1,6})*$/i.test(unicode)) return '';
  const points = unicode.split('-').map((one) => Number.parseInt(one, 16));
  return points.every((one) => one <= 0x10ffff) ? String.fromCodePoint(...points) : '';
};

/** The emoji in the rich text of a message: in its plain text they stand by name alone (`:wave:`). */
export const emojiIn = (blocks: unknown): Map<string, string> => {
  const found = new Map<string, string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const one of value) look(one);
    const { type, name, unicode, elements } = value as Rich;
    if (type === 'emoji' && typeof name === 'string') found.set(name, signOf(unicode));
    look(elements);
  };
  look(blocks);
  return found;
};
