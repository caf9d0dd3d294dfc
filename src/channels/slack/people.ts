import { z } from 'zod';
import { isLanguage, type Language } from '../../domain/language.ts';
import type { Speaker } from '../../domain/message.ts';
import { shownName } from '../shown-name.ts';
import { addressOf } from './address.ts';
import type { Call } from './client.ts';
import type { Identity } from './identity.ts';

/** Somebody as Slack knows them. */
export type Account = {
  readonly name: string;
  readonly language: Language | null;
  readonly isBot: boolean;
  /** Of another workspace, or another organisation, met in a shared channel. */
  readonly isStranger: boolean;
  /** Certainly of our workspace or organisation, with an account of their own that is in use, and no guest. */
  readonly isOfUs: boolean;
  readonly isAdmin: boolean;
};

const flag = z.boolean().optional().catch(undefined);
const word = z.string().optional().catch(undefined);
const userSchema = z.object({
  user: z.object({
    team_id: word,
    name: word,
    real_name: word,
    locale: word,
    deleted: flag,
    is_bot: flag,
    is_admin: flag,
    is_owner: flag,
    is_primary_owner: flag,
    is_restricted: flag,
    is_ultra_restricted: flag,
    is_stranger: flag,
    enterprise_user: z.object({ enterprise_id: word }).optional().catch(undefined),
    profile: z.object({ display_name: word, real_name: word }).optional().catch(undefined),
  }),
});

const languageOf = (locale: string | undefined): Language | null => {
  const language = locale?.toLowerCase().split(/[-_]/)[0];
  return isLanguage(language) ? language : null;
};

const accountOf = (
  id: string,
  user: z.infer<typeof userSchema>['user'],
  { tenant, isOrganisation }: Identity,
): Account => {
  // In an organisation people have one workspace or several: only the organisation tells whose they are.
  const belongsTo = isOrganisation ? user.enterprise_user?.enterprise_id : user.team_id;
  const isBot = user.is_bot === true || id === 'USLACKBOT';
  const isGuest = user.is_restricted === true || user.is_ultra_restricted === true;
  const isStranger = user.is_stranger === true || (belongsTo !== undefined && belongsTo !== tenant);
  return {
    name: shownName(user.profile?.display_name || user.profile?.real_name || user.real_name || user.name || '') || id,
    language: languageOf(user.locale),
    isBot,
    isStranger,
    isOfUs: belongsTo === tenant && !isStranger && !isBot && !isGuest && user.deleted !== true,
    isAdmin: user.is_admin === true || user.is_owner === true || user.is_primary_owner === true,
  };
};

/** What is known of people is asked anew after five minutes: names change, guests become members. */
const FRESH = 5 * 60_000;
const MOST_KNOWN = 5000;

export type People = {
  /** Somebody, as they were within the last minutes; null when it cannot be told. */
  known(id: string): Promise<Account | null>;
  /** Somebody as they are now; rejects when it cannot be told. */
  ask(id: string): Promise<Account>;
  /** How somebody is called, where that is known already. */
  nameOf(id: string): string | null;
  /** Somebody as who speaks, be it with less than Slack knows: a message does not wait for it. */
  speaker(
    id: string,
    account: Account | null,
    where: { readonly place: 'private' | 'group'; readonly fallbackName: string | null },
  ): Speaker;
};

export const createPeople = (call: Call, identity: () => Identity, now: () => number): People => {
  const accounts = new Map<string, { readonly at: number; readonly account: Account }>();
  const asking = new Map<string, Promise<Account | null>>();

  const ask = async (id: string): Promise<Account> => {
    const { user } = userSchema.parse(await call('users.info', { user: id, include_locale: true }));
    const account = accountOf(id, user, identity());
    if (accounts.size >= MOST_KNOWN) accounts.clear();
    accounts.set(id, { at: now(), account });
    return account;
  };

  const known = async (id: string): Promise<Account | null> => {
    const kept = accounts.get(id);
    if (kept && now() - kept.at < FRESH) return kept.account;
    const asked = asking.get(id) ?? ask(id).catch(() => kept?.account ?? null);
    asking.set(id, asked);
    return asked.finally(() => asking.delete(id));
  };

  return {
    ask,
    known,
    nameOf: (id) => accounts.get(id)?.account.name ?? null,
    speaker: (id, account, { place, fallbackName }) => ({
      id,
      name: account?.name ?? (shownName(fallbackName ?? '') || id),
      home: account?.isStranger ? null : addressOf({ tenant: identity().tenant, id }),
      language: account?.language ?? null,
      admin: place === 'private' ? true : null,
    }),
  };
};
