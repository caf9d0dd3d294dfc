import type { TelegramMessageEntity, TelegramMessageEntityType } from '@gramio/types';
import { badRequest } from './failure.ts';
import type { Formatted } from './text.ts';

const TAGS: Readonly<Record<string, TelegramMessageEntityType>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  a: 'text_link',
};
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const PIECE = /<(\/?)(\w[\w-]*)([^>]*)>|&(#?\w+);|[^<&]+|[<&]/g;

const unescapeEntity = (name: string): string | undefined => {
  if (name.startsWith('#')) {
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  }
  return NAMED[name];
};

const cannot = (why: string): Error => badRequest(`can't parse entities: ${why}`);

/** Reads Telegram's HTML into text and entities; a tag that is unknown, open or crossed fails. */
export const parseHtml = (html: string): Formatted => {
  const entities: TelegramMessageEntity[] = [];
  const open: { tag: string; offset: number; url?: string }[] = [];
  let text = '';
  for (const [piece, closing, name, attributes, escaped] of html.matchAll(PIECE)) {
    if (escaped) {
      text += unescapeEntity(escaped) ?? piece;
    } else if (!name) {
      if (piece === '<') throw cannot(`unexpected "<" at offset ${text.length}`);
      text += piece;
    } else {
      const tag = name.toLowerCase();
      const type = TAGS[tag];
      if (!type) throw cannot(`unsupported start tag "${tag}"`);
      if (!closing) {
        const url = /href="?([^"\s>]*)"?/.exec(attributes ?? '')?.[1];
        open.push({ tag, offset: text.length, ...(url && { url }) });
        continue;
      }
      const last = open.pop();
      if (last?.tag !== tag) throw cannot(`unmatched end tag "${tag}"${last ? `, expected "</${last.tag}>"` : ''}`);
      const length = text.length - last.offset;
      if (length) entities.push({ type, offset: last.offset, length, ...(last.url && { url: last.url }) });
    }
  }
  if (open.length) throw cannot(`can't find end tag corresponding to start tag "${open.at(-1)?.tag}"`);
  return { text, entities: entities.toSorted((one, other) => one.offset - other.offset || other.length - one.length) };
};
