import { editionOf, type Going, type Here, post, say } from './here.ts';
import { isPlaced, linesOf, openOf } from './steps.ts';

/** Where the groups stand in which who speaks was heard, one text for each. */
export const groupLines = async (here: Here): Promise<string[]> => {
  const groups = await here.around.groupsOf(here.by);
  return groups.map(({ title, conversation: { group } }) => {
    const name = title === '' ? say(here, 'group_nameless') : title;
    if (!isPlaced(group)) return say(here, 'groups_line_open', { title: name });
    const lines = linesOf(editionOf(here), group);
    const open = openOf(lines);
    return [
      say(here, 'groups_line', {
        title: name,
        plan: editionOf(here).plans[group.plan].name,
        phase: group.phase,
        left: open.length,
      }),
      ...open.map(({ number, step }) => `   ${number}. ${step.title}`),
    ].join('\n');
  });
};

/** In private: where the groups stand in which a person was heard. In a group it is not told: others read it. */
export const tellGroups = async (here: Here, going: Going): Promise<Going> => {
  if (here.incoming.place === 'group') return post(here, going, say(here, 'groups_private'));
  const lines = await groupLines(here);
  return post(
    here,
    going,
    lines.length === 0 ? say(here, 'groups_none') : [say(here, 'groups_intro'), ...lines].join('\n'),
  );
};
