import { type Move, makeMove } from '../../domain/group.ts';
import { mayConfirm, type Proposal } from '../../domain/proposal.ts';
import { advance, finish } from './advance.ts';
import { coachingBegins } from './coaching.ts';
import { type Going, type Here, post, say, type Taken } from './here.ts';
import { eraseAll, exportAll } from './keep.ts';
import { refreshList, showList } from './list.ts';
import { show } from './shown-to.ts';
import { takeStand } from './stand.ts';

/** Makes one move of those that were said yes to; the last is told. */
const carryOutOne = (here: Here, going: Going, move: Move, isLast: boolean): Going => {
  if (move.kind === 'stand') return takeStand(here, going, move);
  if (move.kind === 'finish') return finish(here, going);
  const change = makeMove(going.conversation.group, move, here.by, here.incoming.at);
  const group = change?.group ?? going.conversation.group;
  const changed: Going = { ...going, conversation: { ...going.conversation, group } };
  if (!isLast) return refreshList(here, changed);
  if (group.plan === null || group.phase === null) return advance(here, changed);
  if (!change) return showList(here, changed);
  const { lines, passages, conversation } = coachingBegins(here, changed.conversation, change.entry);
  const opening = lines.length > 0 ? { text: lines.join('\n'), passages } : undefined;
  return showList(here, { ...changed, conversation }, opening);
};

/** Answers the question that waits, if this person may; a question that no longer waits is answered by nothing. */
export const confirm = async (here: Here, going: Going, number: number | null, yes: boolean): Promise<Taken> => {
  const { proposal } = going.conversation;
  if (!proposal || (number !== null && number !== proposal.number))
    return { ...going, note: say(here, 'nothing_changed') };
  const settled: Going = { ...going, conversation: { ...going.conversation, proposal: null } };
  if (!yes) return post(here, settled, say(here, 'dropped'));
  const isPrivate = here.incoming.place === 'private';
  const needsAdmin = !isPrivate && proposal.consent !== 'anyone';
  // A second member is enough for most; who asked, and what only admins may do, is looked up afresh.
  const isAdmin =
    needsAdmin && (proposal.consent === 'same-admin' || here.by.id === proposal.by.id)
      ? await here.around.isAdmin()
      : false;
  if (!mayConfirm(proposal, here.by, { isPrivate, isAdmin })) {
    const why = say(here, proposal.consent === 'same-admin' ? 'only_asker' : 'not_yours');
    return { ...post(here, going, why), note: why };
  }
  return carryOut(here, settled, proposal);
};

const carryOut = (here: Here, settled: Going, { what }: Proposal): Taken => {
  switch (what.kind) {
    case 'erase':
      return eraseAll(here, settled);
    case 'export':
      return exportAll(here, settled);
    case 'show':
      return show(here, settled, what.centre);
    case 'moves': {
      let going = settled;
      for (const [at, move] of what.moves.entries())
        going = carryOutOne(here, going, move, at === what.moves.length - 1);
      return going;
    }
  }
};
