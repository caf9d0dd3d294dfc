import type { Choice } from '../../domain/answer.ts';
import type { Heard } from '../../domain/heard.ts';
import { plainMessage } from '../../domain/message.ts';
import { textOf } from '../../domain/passage.ts';
import { citationsOf, sourceLine } from '../sources.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { listButton, showList } from './list.ts';
import { tellOldButton } from './old-button.ts';
import { askToPlace } from './place.ts';
import { linesNamed, linesOf, openOf } from './steps.ts';

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
  const text = [...(opening ? [opening] : []), textOf(passage), sourceLine(edition, [passage])].join('\n');
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

/** What comes next: the first open step and its reason, or that all is done. */
export const tellNext = (here: Here, going: Going): Going => {
  const asked = askToPlace(here, going);
  if (asked) return asked;
  const { group } = going.conversation;
  const [next] = openOf(linesOf(editionOf(here), group));
  if (!next) return showList(here, going, { text: say(here, 'none_left', { phase: group.phase ?? 0 }) });
  return tellStep(here, going, next.step.id, say(here, 'next_step', { number: next.number }), [
    [{ id: `tick=${next.step.id}`, label: say(here, 'button_done', { number: next.number }) }, listButton(here)],
  ]);
};
