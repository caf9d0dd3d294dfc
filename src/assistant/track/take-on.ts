import { type Move, makeMove } from '../../domain/group.ts';
import type { Heard, Taken } from '../../domain/heard.ts';
import { plainMessage } from '../../domain/message.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { listButton, refreshList } from './list.ts';
import { askToPlace } from './place.ts';
import { linesOf, numbersOf, openOf } from './steps.ts';

type Done = { readonly going: Going; readonly told: readonly string[]; readonly entry: number | null };

/** One who takes steps on, or lets them go. */
const takeOne = (here: Here, { going, told, entry }: Done, { numbers, who }: Taken, on: boolean): Done => {
  const { conversation } = going;
  const named = linesOf(editionOf(here), conversation.group).filter(({ number }) => numbers.includes(number));
  const open = openOf(named);
  if (open.length === 0)
    return { going, told: [...told, say(here, 'ticked_already', { numbers: numbersOf(named) })], entry };
  const steps = open.map(({ step }) => step.id);
  const taker = who === null ? here.by : { id: '', name: who };
  const move: Move = on ? { kind: 'take-on', steps, who: taker } : { kind: 'let-go', steps };
  const made = makeMove(conversation.group, move, here.by, here.incoming.at);
  if (!made) return { going, told: [...told, say(here, 'nothing_changed')], entry };
  const name = who === null ? 'taken_on' : 'taken_on_by';
  const text = say(here, on ? name : 'let_go', { numbers: numbersOf(open), who: taker.name });
  const changed = { ...going, conversation: { ...conversation, group: made.group } };
  return { going: changed, told: [...told, text], entry: made.entry.number };
};

/** Members take steps on, or let them go: the list says who sees to what. */
export const takeOn = (here: Here, going: Going, { taken, on }: Extract<Heard, { kind: 'takes' }>): Going => {
  const asked = askToPlace(here, going);
  if (asked) return asked;
  const all = linesOf(editionOf(here), going.conversation.group);
  const missing = taken.flatMap(({ numbers }) => numbers).find((number) => number > all.length);
  if (missing !== undefined) {
    const text = say(here, 'no_such_step', { number: missing, all: all.length });
    return post(here, going, plainMessage(text, { asksForWords: true }));
  }
  const begun: Done = { going, told: [], entry: null };
  const done = taken.reduce((before, one) => takeOne(here, before, one, on), begun);
  if (done.entry === null) return post(here, going, done.told.join('\n'));
  const undo = taken.length > 1 ? [] : [{ id: `undo=${done.entry}`, label: say(here, 'button_undo') }];
  const choices = [[...undo, listButton(here)]];
  return post(here, refreshList(here, done.going), plainMessage(done.told.join('\n'), { choices }));
};
