import { z } from 'zod';
import type { Call } from './client.ts';
import { SlackError } from './errors.ts';

/** The bot as Slack knows it. */
export type Identity = {
  /** The workspace, or the organisation where the app is installed for all of it. */
  readonly tenant: string;
  readonly isOrganisation: boolean;
  /** The bot's own user. */
  readonly botId: string;
  /** As people write it behind an `@`. */
  readonly name: string;
};

const schema = z.object({
  user: z.string(),
  user_id: z.string(),
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().nullish(),
});

/** Asks who the bot is; rejects with a SlackError. */
export const introduce = async (call: Call): Promise<Identity> => {
  const told = schema.safeParse(await call('auth.test')).data;
  const isOrganisation = told?.is_enterprise_install === true;
  const tenant = isOrganisation ? told.enterprise_id : told?.team_id;
  if (!told || !tenant) throw new SlackError(null, 'Slack answered nothing that can be read');
  return { tenant, isOrganisation, botId: told.user_id, name: told.user };
};
