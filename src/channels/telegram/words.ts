/** What the words of a message are judged by. */
export type Ears = {
  /** The bot's own, without the `@`. */
  readonly username: string;
  /** Whether a text that begins with a slash is one of the assistant's commands. */
  readonly isCommand: (text: string) => boolean;
};

/** Spaces and invisible marks before the first word. */
const LEADING = /^[\s\u200b-\u200f\u2060\ufeff]+/u;
/** A slash, also the wide one of Asian keyboards, a name, perhaps the bot that is meant, and what follows. */
const COMMAND = /^[/\uff0f]([\p{L}\p{N}_]+)(?:@(\w+))?(?:\s+(.*))?$/su;

const withoutMention = (text: string, username: string): { text: string; mentioned: boolean } => {
  const mention = new RegExp(`(?<![\\w@.])@${username}(?!\\w)[,:;]?`, 'giu');
  const rest = text.replace(mention, ' ');
  return rest === text ? { text, mentioned: false } : { text: rest.replace(/ {2,}/g, ' ').trim(), mentioned: true };
};

/**
 * The words of a message as the assistant is to read them, without the bot's name; null when they are not for it. `addressed` says that
 * they are, whatever they are, but for a command that names another bot.
 */
export const wordsForUs = (raw: string, { username, isCommand }: Ears, addressed: boolean): string | null => {
  const { text, mentioned } = withoutMention(raw.replace(LEADING, ''), username);
  const command = COMMAND.exec(text);
  if (!command) return addressed || mentioned ? text : null;
  const [, name, bot, rest] = command;
  if (bot !== undefined && bot.toLowerCase() !== username.toLowerCase()) return null;
  const plain = rest ? `/${name} ${rest.trim()}` : `/${name}`;
  return addressed || mentioned || bot !== undefined || isCommand(plain) ? plain : null;
};

/** Words that somebody else wrote and that were passed on: they command nothing. */
export const passedOn = (text: string): string => text.replace(/^[\s\u200b-\u200f\u2060\ufeff/\uff0f]+/u, '');
