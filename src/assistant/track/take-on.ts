import { type Move, makeMove } from '../../domain/group.ts';
import type { Heard } from '../../domain/heard.ts';
import { plainMessage } from '../../domain/message.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { listButton, refreshList } from './list.ts';
import { askToPlace } from './place.ts';
import { linesNamed, linesOf, numbersOf, openOf } from './steps.ts';

/** Who speaks takes steps on, or lets them go: the list says who sees to what. */
export const takeOn = (here: Here, going: Going, { steps, on }: Extract<Heard, { kind: 'takes' }>): Going => {
  const asked = askToPlace(here, going);
  if (asked) return asked;
  const { conversation } = going;
  const all = linesOf(editionOf(here), conversation.group);
  const named = linesNamed(all, steps, conversation);
  if ('missing' in named) {
    const text = say(here, 'no_such_step', { number: named.missing ?? 0, all: all.length });
    return post(here, going, plainMessage(text, { asksForWords: true }));
  }
  const open = openOf(named.lines);
  const numbers = numbersOf(named.lines);
  if (open.length === 0) return post(here, going, say(here, 'ticked_already', { numbers }));
  const ids = open.map(({ step }) => step.id);
  const move: Move = on ? { kind: 'take-on', steps: ids, who: here.by } : { kind: 'let-go', steps: ids };
  const made = makeMove(conversation.group, move, here.by, here.incoming.at);
  if (!made) return post(here, going, say(here, 'nothing_changed'));
  const changed = refreshList(here, { ...going, conversation: { ...conversation, group: made.group } });
  const text = say(here, on ? 'taken_on' : 'let_go', { numbers: numbersOf(open), who: here.by.name });
  const undo = { id: `undo=${made.entry.number}`, label: say(here, 'button_undo') };
  return post(here, changed, plainMessage(text, { choices: [[undo, listButton(here)]] }));
};
