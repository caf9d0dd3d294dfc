import { isPerson, type Place } from './address.ts';
import type { People } from './people.ts';
import type { Rooms } from './rooms.ts';

const isOwn = (place: Place, person: string): boolean => place.id === person;

/** Whether a person belongs to a channel, asked afresh: no guest, no stranger of a shared channel. False when it cannot be told. */
export const isMember = async (people: People, rooms: Rooms, place: Place, person: string): Promise<boolean> => {
  if (isPerson(place)) return isOwn(place, person);
  try {
    const [account, members] = await Promise.all([people.ask(person), rooms.members(place.id)]);
    return account.isOfUs && members.includes(person);
  } catch {
    return false;
  }
};

/** Whether a person administers the workspace or made the channel, asked afresh; false when it cannot be told. */
export const isAdmin = async (people: People, rooms: Rooms, place: Place, person: string): Promise<boolean> => {
  if (isPerson(place)) return isOwn(place, person);
  try {
    const [account, room] = await Promise.all([people.ask(person), rooms.ask(place.id)]);
    return account.isOfUs && (account.isAdmin || room.creator === person);
  } catch {
    return false;
  }
};

/** So many are looked at one by one; in a larger channel only we ourselves are left out. */
const MOST_LOOKED_AT = 50;

/** How many people read a channel, programs left out; null when it cannot be told. */
export const readersOf = async (
  people: People,
  rooms: Rooms,
  place: Place,
  botId: () => string,
): Promise<number | null> => {
  if (isPerson(place)) return 1;
  try {
    const others = (await rooms.members(place.id)).filter((id) => id !== botId());
    if (others.length > MOST_LOOKED_AT) return others.length;
    const accounts = await Promise.all(others.map((id) => people.known(id)));
    return accounts.filter((account) => !account?.isBot).length;
  } catch {
    return null;
  }
};
