import type { RawApi } from 'grammy';
import { isGroup, type Spot } from './address.ts';

const ADMINS: readonly string[] = ['creator', 'administrator'];

/** How a person stands to a chat, asked afresh. What cannot be told, an anonymous admin for one, is neither member nor admin. */
export const askStanding = async (
  calls: RawApi,
  spot: Spot,
  person: string,
): Promise<{ readonly isMember: boolean; readonly isAdmin: boolean }> => {
  if (!isGroup(spot)) {
    const isOwn = person === String(spot.chat);
    return { isMember: isOwn, isAdmin: isOwn };
  }
  if (!/^\d+$/.test(person)) return { isMember: false, isAdmin: false };
  try {
    const member = await calls.getChatMember({ chat_id: spot.chat, user_id: Number(person) });
    const isAdmin = ADMINS.includes(member.status);
    const isRestrictedMember = member.status === 'restricted' && member.is_member;
    return { isMember: isAdmin || member.status === 'member' || isRestrictedMember, isAdmin };
  } catch {
    return { isMember: false, isAdmin: false };
  }
};

/** How many people are in a group, the bot left out; null where it cannot be told. */
export const countReaders = async (calls: RawApi, spot: Spot): Promise<number | null> => {
  if (!isGroup(spot)) return null;
  try {
    return (await calls.getChatMemberCount({ chat_id: spot.chat })) - 1;
  } catch {
    return null;
  }
};
