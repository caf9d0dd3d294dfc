import type { GetUpdatesParams, SetWebhookParams } from '@gramio/types/params';
import { ApiFailure, badRequest } from '../failure.ts';
import { type Method, method } from './method.ts';

const WITH_WEBHOOK =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const LONGEST_POLL = 50;

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** How the bot is given its updates. */
export const polling: Readonly<Record<string, Method>> = {
  getMe: { run: ({ bot }) => bot },
  getUpdates: method<GetUpdatesParams>(
    'GetUpdatesParams',
    (world, { offset, limit, timeout, allowed_updates }, { gone }) => {
      if (world.webhook) throw new ApiFailure(409, WITH_WEBHOOK);
      const poll = {
        offset: offset ?? 0,
        limit: within(limit ?? 100, 1, 100),
        timeout: within(timeout ?? 0, 0, LONGEST_POLL),
        allowed: allowed_updates,
      };
      return world.updates.poll(poll, gone);
    },
  ),
  setWebhook: method<SetWebhookParams>('SetWebhookParams', (world, { url, drop_pending_updates }) => {
    if (url && !url.startsWith('https://')) throw badRequest('bad webhook: an HTTPS URL must be provided for webhook');
    if (url) world.updates.interrupt('Conflict: terminated by setWebhook request');
    if (drop_pending_updates) world.updates.drop();
    world.webhook = url;
    return true;
  }),
  deleteWebhook: method<{ drop_pending_updates?: boolean }>(
    'DeleteWebhookParams',
    (world, { drop_pending_updates }) => {
      if (drop_pending_updates) world.updates.drop();
      world.webhook = '';
      return true;
    },
  ),
  getWebhookInfo: {
    run: (world) => ({
      url: world.webhook,
      has_custom_certificate: false,
      pending_update_count: world.updates.waiting(),
    }),
  },
};
