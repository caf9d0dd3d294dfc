import type { Conversation } from '../../domain/conversation.ts';
import { plainMessage } from '../../domain/message.ts';
import { stillSince } from '../../domain/still.ts';
import { type Going, post } from '../track/here.ts';
import { isPlaced, linesOf, openOf } from '../track/steps.ts';
import { type DeskHere, tell } from './desk-here.ts';

const MOST_SHOWN = 20;
const MOST_STEPS = 2;
const WEEK = 7 * 24 * 3_600_000;

type Shown = { readonly conversation: Conversation; readonly since: number | null };

/** The groups that let this centre see where they stand: first those that stand still, the longest first. */
export const groupsShown = async ({ around, centre, incoming }: DeskHere): Promise<Shown[]> => {
  const groups = await around.groupsShownTo(centre.name);
  const shown = groups.map((conversation) => ({ conversation, since: stillSince(conversation.group, incoming.at) }));
  return shown.sort((a, b) => (a.since ?? Number.POSITIVE_INFINITY) - (b.since ?? Number.POSITIVE_INFINITY));
};

export const thoseStill = (shown: readonly Shown[]): Shown[] => shown.filter(({ since }) => since !== null);

/** One group: where it stands, what is next, and for how long nothing has changed. Neither what is said in it nor by whom. */
const lineOf = (here: DeskHere, { conversation: { title, group, tutor }, since }: Shown): string => {
  const edition = here.parts.library[here.language];
  const name = title ?? tell(here, 'group_nameless');
  const still = since === null ? 0 : Math.floor((here.incoming.at - since) / WEEK);
  if (!isPlaced(group)) return tell(here, 'group_line_open', { name, still });
  const lines = linesOf(edition, group);
  const open = openOf(lines);
  const line = tell(here, group.finished ? 'group_line_born' : 'group_line', {
    name,
    plan: edition.plans[group.plan].name,
    phase: group.phase,
    done: lines.length - open.length,
    all: lines.length,
    still,
    tutor: tutor?.person.name ?? 'none',
  });
  const next = group.finished ? [] : open.slice(0, MOST_STEPS).map(({ number, step }) => `   ${number}. ${step.title}`);
  return [line, ...next].join('\n');
};

const listed = (here: DeskHere, heading: string, shown: readonly Shown[]): string => {
  const more = shown.length - MOST_SHOWN;
  return [
    heading,
    ...shown.slice(0, MOST_SHOWN).map((one) => lineOf(here, one)),
    ...(more > 0 ? [tell(here, 'groups_more', { count: more })] : []),
  ].join('\n');
};

/** Where all stand that the desk may see, for who asks at the desk. */
export const showGroups = async (here: DeskHere, going: Going): Promise<Going> => {
  const shown = await groupsShown(here);
  if (shown.length === 0) return post(here, going, tell(here, 'groups_none'));
  const heading = tell(here, 'groups_heading', { count: shown.length, still: thoseStill(shown).length });
  return post(here, going, plainMessage(listed(here, heading, shown)));
};

/** Those that stand still, told to the desk by itself; nothing where none does. */
export const tellStill = async (here: DeskHere, going: Going): Promise<Going> => {
  const still = thoseStill(await groupsShown(here));
  if (still.length === 0) return going;
  return post(here, going, plainMessage(listed(here, tell(here, 'groups_still', { count: still.length }), still)));
};
