import { type Changes, type Entry, type Group, makeMove, newestUndoable, undoable } from '../../domain/group.ts';
import type { Edition } from '../../domain/library.ts';
import { plainMessage } from '../../domain/message.ts';
import { afterColon } from '../../domain/passage.ts';
import { isPlanNumber } from '../../domain/plan.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { dayOf, listButton, refreshList, showList } from './list.ts';
import { askWhere, askWho } from './place.ts';

const SHOWN = 15;
/** So many steps of one tick are named, the rest counted. */
const MOST_NAMED = 2;

const titleOf = (edition: Edition, step: string): string =>
  edition.passages.find(({ id, kind }) => id === step && kind === 'step')?.title ?? step;

const quoted = (here: Here, titles: readonly string[]): string =>
  titles
    .map((title) => (here.language === 'en' ? `“${title}”` : here.language === 'fr' ? `« ${title} »` : `«${title}»`))
    .join(', ');

const standText = (here: Here, { plan, phase }: Changes): string => {
  const name = plan ? editionOf(here).plans[plan].name : null;
  if (name !== null && phase) return say(here, 'entry_stand', { plan: name, phase });
  return name === null ? say(here, 'entry_phase', { phase: phase ?? 0 }) : say(here, 'entry_plan', { plan: name });
};

/** The steps that an entry changed, the first of them by name. */
const stepsText = (here: Here, changed: Changes['ticks'] | Changes['takers']): string => {
  const titles = Object.keys(changed ?? {}).map((step) => titleOf(editionOf(here), step));
  const named = quoted(here, titles.slice(0, MOST_NAMED));
  const count = titles.length - MOST_NAMED;
  return count > 0 ? say(here, 'entry_more', { steps: named, count }) : named;
};

/** What an entry of the journal did, in words. */
export const entryText = (here: Here, { move, after }: Entry): string => {
  const edition = editionOf(here);
  const nameOf = (plan: number) => (isPlanNumber(plan) ? edition.plans[plan].name : String(plan));
  switch (move.kind) {
    case 'stand':
      return standText(here, after);
    case 'tick':
      return say(here, 'entry_tick', { steps: stepsText(here, after.ticks) });
    case 'untick':
      return say(here, 'entry_untick', { steps: stepsText(here, after.ticks) });
    case 'take-on':
      return say(here, 'entry_take_on', { steps: stepsText(here, after.takers) });
    case 'let-go':
      return say(here, 'entry_let_go', { steps: stepsText(here, after.takers) });
    case 'partner':
      return say(here, 'entry_partner', { plan: nameOf(move.plan) });
    case 'no-partner':
      return say(here, 'entry_no_partner', { plan: nameOf(move.plan) });
    case 'finish':
      return say(here, 'entry_finish');
    case 'adopt':
      return say(here, 'entry_adopt');
    case 'undo':
      return say(here, 'entry_undo', { number: move.entry });
  }
};

/** A line of the journal. */
export const entryLine = (here: Here, entry: Entry): string =>
  say(here, 'entry', {
    number: entry.number,
    when: dayOf(entry.at, here.language),
    who: entry.by.name,
    what: entryText(here, entry),
  });

const undoButton = (here: Here, group: Group) => {
  const newest = newestUndoable(group);
  return newest
    ? [
        [
          {
            id: `undo=${newest.number}`,
            label: afterColon(here.language, say(here, 'button_undo'), `${newest.number}`),
          },
        ],
      ]
    : [];
};

/** Who did what and when, the newest last, with a button that undoes the newest change. */
export const tellJournal = (here: Here, going: Going): Going => {
  const { group } = going.conversation;
  const shown = group.journal.slice(-SHOWN);
  if (shown.length === 0) return post(here, going, say(here, 'journal_empty'));
  const earlier = group.journal.length - shown.length;
  const lines = [
    ...(earlier > 0 ? [say(here, 'journal_earlier', { count: earlier })] : []),
    ...shown.map((entry) => entryLine(here, entry)),
  ];
  return post(
    here,
    going,
    plainMessage(lines.join('\n'), { heading: say(here, 'journal_heading'), choices: undoButton(here, group) }),
  );
};

/** What an undoing did: to undo what was itself an undoing brings the change back. */
const undoneText = (here: Here, { journal }: Group, entry: Entry): string => {
  const { move } = entry;
  const back = move.kind === 'undo' ? journal.find(({ number }) => number === move.entry) : undefined;
  return back
    ? say(here, 'redone', { what: entryText(here, back) })
    : say(here, 'undone', { what: entryText(here, entry) });
};

/** Tells what was undone: with the list anew where the group moved, with what is asked next where it no longer stands anywhere. */
const tellUndone = (here: Here, going: Going, before: Group, told: string): Going => {
  const { group } = going.conversation;
  if (group.plan === null) {
    const unlisted: Going = { ...going, conversation: { ...going.conversation, list: null } };
    return askWho(here, unlisted, `${told}\n${say(here, 'ask_who')}`);
  }
  if (group.phase === null) return askWhere(here, going, `${told}\n${say(here, 'ask_where')}`);
  const moved = group.plan !== before.plan || group.phase !== before.phase;
  if (moved || !going.conversation.list) return showList(here, going, { text: told });
  return post(here, refreshList(here, going), plainMessage(told, { choices: [[listButton(here)]] }));
};

/** Undoes an entry, the newest where none is named; one that was built upon since stays. */
export const undo = (here: Here, going: Going, number: number | null): Going => {
  const { group } = going.conversation;
  const entry = number === null ? newestUndoable(group) : undoable(group, number);
  if (!entry) {
    const known = number !== null && group.journal.some((one) => one.number === number);
    const text = known ? say(here, 'undo_late', { number }) : say(here, 'undo_nothing');
    return { ...post(here, going, text), note: say(here, 'nothing_changed') };
  }
  const made = makeMove(group, { kind: 'undo', entry: entry.number }, here.by, here.incoming.at);
  if (!made) return { ...going, note: say(here, 'nothing_changed') };
  // A question that waits was about what is undone now.
  const undone: Going = { ...going, conversation: { ...going.conversation, group: made.group, proposal: null } };
  return tellUndone(here, undone, group, undoneText(here, group, entry));
};
