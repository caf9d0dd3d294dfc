import { isLanguage, type Language } from '../../domain/language.ts';
import type { Speaker } from '../../domain/message.ts';
import { shownName } from '../shown-name.ts';
import { addressOf } from './address.ts';
import type { Said, User } from './update.ts';

/** Telegram's own account, which carries the posts of a linked channel into its group. */
const SERVICE = 777000;

const languageOf = (code: string | undefined): Language | null => {
  const language = code?.toLowerCase().split('-')[0];
  return isLanguage(language) ? language : null;
};

/** Someone who writes or presses under their own name; null for programs and for Telegram itself. */
export const personOf = (user: User | undefined, place: 'private' | 'group'): Speaker | null => {
  if (!user || user.is_bot === true || user.id === SERVICE) return null;
  const name = shownName([user.first_name, user.last_name].join(' '));
  return {
    id: String(user.id),
    name: name || shownName(user.username ?? '') || String(user.id),
    home: addressOf({ chat: user.id, topic: null }),
    language: languageOf(user.language_code),
    admin: place === 'private' ? true : null,
  };
};

/**
 * Who says a message; null when it is nobody to listen to: a program, a channel, a post that was carried over from one. Who speaks in
 * the name of the group itself is one of its admins, nobody knows which.
 */
export const speakerOf = (said: Said, place: 'private' | 'group'): Speaker | null => {
  if (said.via_bot || said.is_automatic_forward) return null;
  if (!said.sender_chat) return personOf(said.from, place);
  if (said.sender_chat.id !== said.chat.id) return null;
  return {
    id: `anonymous:${said.chat.id}`,
    name: shownName(said.author_signature ?? '') || shownName(said.chat.title ?? '') || String(said.chat.id),
    home: null,
    language: null,
    admin: true,
  };
};
