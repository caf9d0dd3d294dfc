import { type Move, makeMove } from '../../domain/group.ts';
import type { Heard } from '../../domain/heard.ts';
import { plainMessage } from '../../domain/message.ts';
import { advance } from './advance.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { listButton, onward, refreshList, showList } from './list.ts';
import { tellOldButton } from './old-button.ts';
import { askToPlace } from './place.ts';
import { proposeAll } from './propose.ts';
import { isPlaced, type Line, linesNamed, linesOf, numbersOf, openOf } from './steps.ts';

const tell = (here: Here, going: Going, done: boolean, lines: readonly Line[], changed: boolean): string => {
  const left = openOf(linesOf(editionOf(here), going.conversation.group));
  const values = { count: lines.length, numbers: numbersOf(lines) };
  const what = say(
    here,
    done ? (changed ? 'ticked' : 'ticked_already') : changed ? 'unticked' : 'unticked_already',
    values,
  );
  return `${what} ${say(here, 'left', { count: left.length, numbers: numbersOf(left) })}`;
};

/** Sets the ticks of these lines; the list that is shown follows. */
const setTicks = (
  here: Here,
  going: Going,
  lines: readonly Line[],
  done: boolean,
): { going: Going; entry: number | null } => {
  const move: Move = { kind: done ? 'tick' : 'untick', steps: lines.map(({ step }) => step.id) };
  const made = makeMove(going.conversation.group, move, here.by, here.incoming.at);
  if (!made) return { going, entry: null };
  const step = lines.at(-1)?.step.id ?? null;
  // A question that waits named the steps that were open: another one now makes it old.
  const proposal = done ? going.conversation.proposal : null;
  const set = { ...going, conversation: { ...going.conversation, group: made.group, step, proposal } };
  return { going: refreshList(here, set), entry: made.entry.number };
};

/** What was told to be done, or not done after all, in words. */
export const tickByWords = (here: Here, going: Going, heard: Extract<Heard, { kind: 'ticks' }>): Going => {
  const asked = askToPlace(here, going);
  if (asked) return asked;
  const { conversation } = going;
  const all = linesOf(editionOf(here), conversation.group);
  const open = openOf(all);
  if (heard.steps.by === 'all' && heard.done) {
    if (open.length > 1 || (open.length === 1 && heard.advance)) return proposeAll(here, going, heard.advance);
    if (open.length === 0) return heard.advance ? advance(here, going) : showList(here, going);
  }
  const named = linesNamed(all, heard.steps, conversation);
  if ('missing' in named) {
    const text =
      named.missing === null
        ? say(here, 'which_step', { all: all.length })
        : say(here, 'no_such_step', { number: named.missing, all: all.length });
    return post(here, going, plainMessage(text, { asksForWords: true }));
  }
  const lines = heard.steps.by === 'all' ? (heard.done ? open : all) : named.lines;
  const { going: set, entry } = setTicks(here, going, lines, heard.done);
  const told = tell(here, set, heard.done, lines, entry !== null);
  if (heard.advance) return advance(here, set, told);
  if (!set.conversation.list) return showList(here, set, { text: told });
  const undo = entry === null ? [] : [{ id: `undo=${entry}`, label: say(here, 'button_undo') }];
  const { group } = set.conversation;
  const isDone = isPlaced(group) && openOf(linesOf(editionOf(here), group)).length === 0;
  const choices = [...(isDone ? [onward(here, group)] : []), [...undo, listButton(here)]];
  return post(here, set, plainMessage(told, { choices: choices.filter((row) => row.length > 0) }));
};

/** A press that sets one tick. A step that is not on the list of now belongs to an older one. */
export const tickByPress = (here: Here, going: Going, step: string, done: boolean): Going => {
  const { conversation } = going;
  const line =
    isPlaced(conversation.group) && linesOf(editionOf(here), conversation.group).find((one) => one.step.id === step);
  if (!line) return tellOldButton(here, going);
  const { going: set, entry } = setTicks(here, going, [line], done);
  return { ...set, note: tell(here, set, done, [line], entry !== null) };
};
