import type { TelegramMessageEntity } from '@gramio/types';
import { badRequest } from './failure.ts';

type Span = { readonly offset: number; readonly length: number };

const COMMAND = /(?<![\p{L}\p{N}_/<>])\/\w{1,64}(?:@\w{3,32})?(?![\w/<>])/gu;
const MENTION = /(?<![\p{L}\p{N}_@/])@\w{4,32}(?![\w@])/gu;

/** The commands and mentions in what a person writes, as Telegram marks them. */
export const entitiesIn = (text: string): TelegramMessageEntity[] => {
  if (!text.includes('/') && !text.includes('@')) return [];
  const commands = [...text.matchAll(COMMAND)].map(
    ({ index, 0: found }): TelegramMessageEntity => ({ type: 'bot_command', offset: index, length: found.length }),
  );
  const mentions = [...text.matchAll(MENTION)].map(
    ({ index, 0: found }): TelegramMessageEntity => ({ type: 'mention', offset: index, length: found.length }),
  );
  return [...commands, ...mentions].toSorted((one, other) => one.offset - other.offset);
};

const splitsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));

const crosses = (one: Span, other: Span): boolean =>
  one.offset < other.offset &&
  other.offset < one.offset + one.length &&
  one.offset + one.length < other.offset + other.length;

const NOTHING_INSIDE = new Set(['code', 'pre']);
const QUOTES = new Set(['blockquote', 'expandable_blockquote']);
const NEEDS: Readonly<Record<string, keyof TelegramMessageEntity>> = {
  text_link: 'url',
  text_mention: 'user',
  custom_emoji: 'custom_emoji_id',
};
const MOST = 100;

const wrongNesting = (outer: TelegramMessageEntity, inner: TelegramMessageEntity): boolean =>
  NOTHING_INSIDE.has(outer.type) || (QUOTES.has(outer.type) && QUOTES.has(inner.type));

const encloses = (outer: Span, inner: Span): boolean =>
  outer.offset <= inner.offset && inner.offset + inner.length <= outer.offset + outer.length;

/** Fails unless every entity lies inside the text, splits no character and nests as Telegram allows. */
export const checkEntities = (text: string, entities: readonly TelegramMessageEntity[]): void => {
  if (entities.length > MOST) throw badRequest('ENTITIES_TOO_LONG');
  for (const entity of entities) {
    const { type, offset, length } = entity;
    const end = offset + length;
    if (offset < 0 || length <= 0 || end > text.length) {
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      );
    }
    if (splitsPair(text, offset))
      throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${offset}`);
    if (splitsPair(text, end)) throw badRequest(`entity ends in a middle of a UTF-16 symbol at byte offset ${end}`);
    const needed = NEEDS[type];
    if (needed && !entity[needed]) throw badRequest(`can't parse MessageEntity: can't find field "${needed}"`);
  }
  for (const one of entities) {
    for (const other of entities) {
      if (one === other) continue;
      if (crosses(one, other)) throw badRequest("can't parse entities: entities must not cross each other");
      if (encloses(one, other) && wrongNesting(one, other)) {
        throw badRequest(`can't parse entities: a ${other.type} may not stand inside a ${one.type}`);
      }
    }
  }
};
