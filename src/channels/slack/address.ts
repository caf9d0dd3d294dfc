import type { Address } from '../../domain/message.ts';

/**
 * A channel, or a person who is written to alone. `tenant` is the workspace; where the app is installed for an organisation at once it is the
 * organisation: some events tell a workspace there and others none, and ids are unique in all of it.
 */
export type Place = { readonly tenant: string; readonly id: string };

const ADDRESS = /^slack:([TE][A-Z0-9]+):([CGDUW][A-Z0-9]+)(?:#\S+)?$/;

/** The address of a channel or a person: `slack:T1:C2`, `slack:T1:U3`. */
export const addressOf = ({ tenant, id }: Place): Address => `slack:${tenant}:${id}`;

/** The place of an address, or of one of its threads (`slack:T1:C2#k3f9`); throws when another channel made it. */
export const placeOf = (address: Address): Place => {
  const [, tenant, id] = ADDRESS.exec(address) ?? [];
  if (tenant === undefined || id === undefined) throw new Error('an address of another channel came to Slack');
  return { tenant, id };
};

/** People begin with U or W, channels with C, G or D. */
export const isPerson = ({ id }: Pick<Place, 'id'>): boolean => /^[UW]/.test(id);

/** A message of ours, or of somebody's, as Slack finds it. `file` is what was sent with it; a file alone has no `ts`. */
export type Spot = { readonly channel: string; readonly ts: string; readonly file: string | null };

/** The name of a message: `C2:1712000000.000100`, with its file behind it where it has one. */
export const nameOf = ({ channel, ts, file }: Spot): string =>
  file === null ? `${channel}:${ts}` : `${channel}:${ts}:${file}`;

export const spotOf = (name: string): Spot => {
  const [channel = '', ts = '', file] = name.split(':');
  return { channel, ts, file: file ?? null };
};
