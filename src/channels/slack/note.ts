import type { Call } from './client.ts';
import { escaped } from './text.ts';

const MOST_NOTE = 2000;

/** Names a press to the channel: where who pressed can be shown a note. Empty where there is no such place, as on a page of one's own. */
export const ticketOf = (channel: string | undefined, user: string, thread: string | undefined): string =>
  channel === undefined ? '' : [channel, user, thread ?? ''].join(' ');

/** Shows a note to one person alone, where their press was; may be lost. */
export const tell = (call: Call, ticket: string, note: string): void => {
  const [channel = '', user = '', thread = ''] = ticket.split(' ');
  if (channel === '') return;
  const where = { channel, user, ...(thread === '' ? {} : { thread_ts: thread }) };
  const text = escaped(note.slice(0, MOST_NOTE));
  call('chat.postEphemeral', { ...where, text, parse: 'none', link_names: false }).catch(() => {});
};
