import { plainMessage } from '../../domain/message.ts';
import { isOpen } from '../../domain/request.ts';
import { tellStatus } from '../hand-over/status.ts';
import { groupLines } from '../track/groups.ts';
import type { Going, Here } from '../track/here.ts';
import { openRequests } from './board.ts';
import { tell } from './desk-here.ts';
import { groupsShown, thoseStill } from './shown-groups.ts';

/** What those who work at a desk see on their own page: how many requests are open, how many groups stand still, and how many questions have no answer. */
const deskLines = async (here: Here): Promise<string[]> => {
  const lines: string[] = [];
  for (const centre of here.parts.centres) {
    const { desk } = centre;
    if (!desk || !(await here.around.isMemberOf(desk.at))) continue;
    const there = { ...here, centre: { ...centre, desk } };
    lines.push(tell(here, 'home_desk', { centre: centre.name, count: (await openRequests(there)).length }));
    lines.push(tell(here, 'home_still', { count: thoseStill(await groupsShown(there)).length }));
  }
  return lines.length === 0 ? [] : [...lines, tell(here, 'home_gaps', { count: (await here.around.gaps()).length })];
};

/** Somebody's own page: their groups, their request, and what their desk has to do. */
export const showHome = async (here: Here, going: Going): Promise<Going> => {
  const { request } = going.conversation;
  const groups = await groupLines(here);
  const state = request && isOpen(request) ? tellStatus(here, going).deliveries.at(-1) : undefined;
  const told = state && 'message' in state ? state.message.text : tell(here, 'home_no_request');
  const ofDesk = await deskLines(here);
  const ofGroups = [tell(here, 'home_groups'), ...(groups.length > 0 ? groups : [tell(here, 'home_no_groups')])];
  // Who works at a desk looks for its work first.
  const parts = [...(ofDesk.length > 0 ? [ofDesk] : []), ofGroups, [told]];
  const text = parts.map((lines) => lines.join('\n')).join('\n\n');
  const message = plainMessage(text, { heading: tell(here, 'home_heading') });
  const delivery = { kind: 'home', address: here.incoming.address, key: 'home', message } as const;
  return { ...going, deliveries: [...going.deliveries, delivery] };
};
