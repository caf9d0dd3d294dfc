import type { TelegramMessageEntity } from '@gramio/types';
import { checkEntities } from './entities.ts';
import { badRequest } from './failure.ts';
import { parseHtml } from './html.ts';

export type Formatted = { readonly text: string; readonly entities: readonly TelegramMessageEntity[] };

/** Cuts the space around a text, as Telegram does, and moves its entities along. */
const trim = ({ text, entities }: Formatted): Formatted => {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (trimmed.length === text.length) return { text, entities };
  return {
    text: trimmed,
    entities: entities
      .map((entity) => {
        const from = Math.max(0, entity.offset - start);
        const to = Math.min(trimmed.length, entity.offset - start + entity.length);
        return { ...entity, offset: from, length: to - from };
      })
      .filter(({ length }) => length > 0),
  };
};

/** A text that the bot sends, after its markup is read: checked and trimmed. */
export const formatted = (
  raw: string,
  mode: string | undefined,
  entities: readonly TelegramMessageEntity[] = [],
  longest: number = 4096,
  tooLong = 'message is too long',
): Formatted => {
  if (mode && mode !== 'HTML')
    throw badRequest(`unsupported parse_mode: this server reads entities and HTML, not ${mode}`);
  const read = mode ? parseHtml(raw) : { text: raw, entities };
  checkEntities(read.text, read.entities);
  const clean = trim(read);
  if (clean.text.length > longest) throw badRequest(tooLong);
  return clean;
};
