import type { Choice } from '../../domain/answer.ts';
import type { Heard } from '../../domain/heard.ts';
import { plainMessage } from '../../domain/message.ts';
import { textOf } from '../../domain/passage.ts';
import { personButton } from '../person-button.ts';
import { citationsOf, sourceLine } from '../sources.ts';
import { texts } from '../texts/texts.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { listButton, showList } from './list.ts';
import { tellOldButton } from './old-button.ts';
import { askToPlace, askWhere, askWho } from './place.ts';
import { isPlaced, linesNamed, linesOf, openOf } from './steps.ts';

/** Tells a step's reason from the guide; `opening` stands above it. */
export const tellStep = (
  here: Here,
  going: Going,
  step: string,
  opening?: string,
  choices: readonly Choice[][] = [],
): Going => {
  const edition = editionOf(here);
  const passage = edition.passages.find(({ id, kind }) => id === step && kind === 'step');
  if (!passage) return tellOldButton(here, going);
  const text = [
    ...(opening ? [opening] : []),
    `${passage.title}.`,
    textOf(passage),
    sourceLine(edition, [passage]),
  ].join('\n');
  const told = post(here, going, plainMessage(text, { citations: citationsOf([passage]), choices }));
  return { ...told, conversation: { ...told.conversation, step } };
};

/** Why a step: the one named, or the one just spoken of. */
export const tellWhy = (here: Here, going: Going, heard: Extract<Heard, { kind: 'why' }>): Going => {
  const asked = askToPlace(here, going);
  if (asked) return asked;
  const lines = linesOf(editionOf(here), going.conversation.group);
  const named = linesNamed(lines, heard.steps, going.conversation);
  const [line] = 'lines' in named ? named.lines : [];
  if (line) return tellStep(here, going, line.step.id);
  const missing = 'missing' in named ? named.missing : null;
  const text =
    missing === null
      ? say(here, 'which_step', { all: lines.length })
      : say(here, 'no_such_step', { number: missing, all: lines.length });
  return post(here, going, plainMessage(text, { asksForWords: true }));
};

/** Who has said nothing of themselves begins as everybody does: what the first phase is, then who they are. */
const tellBeginning = (here: Here, going: Going): Going => {
  const edition = editionOf(here);
  const [beginning] = edition.passages.filter(({ section }) => section === 'process.phase-1');
  if (!beginning) return askWho(here, going);
  const text = beginning.statements
    .slice(0, 2)
    .map((statement) => statement.text)
    .join(' ');
  const told = post(
    here,
    going,
    plainMessage(`${text}\n${sourceLine(edition, [beginning])}`, { citations: citationsOf([beginning]) }),
  );
  return askWho(here, told, say(here, 'ask_who_first'));
};

/** Who is stuck is met kindly, and given the next step, or asked what is missing for one. */
export const encourage = (here: Here, going: Going): Going => {
  const { group } = going.conversation;
  if (!isPlaced(group)) {
    const opening = texts[here.language]('stuck');
    return group.plan === null ? askWho(here, going, opening) : askWhere(here, going, opening);
  }
  return tellNext(here, post(here, going, plainMessage(say(here, 'stuck'), { choices: personRow(here) })));
};

const personRow = ({ parts, language }: Here): Choice[][] => {
  const row = personButton(parts.centres, language);
  return row.length > 0 ? [row] : [];
};

/** What comes next: the first open step and its reason, or that all is done. */
export const tellNext = (here: Here, going: Going): Going => {
  const { group } = going.conversation;
  if (group.plan === null && group.phase === null) return tellBeginning(here, going);
  const asked = askToPlace(here, going);
  if (asked) return asked;
  const [next] = openOf(linesOf(editionOf(here), group));
  if (!next) return showList(here, going, { text: say(here, 'none_left', { phase: group.phase ?? 0 }) });
  return tellStep(here, going, next.step.id, say(here, 'next_step', { number: next.number }), [
    [{ id: `tick=${next.step.id}`, label: say(here, 'button_done', { number: next.number }) }, listButton(here)],
  ]);
};
