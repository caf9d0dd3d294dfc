import type { Event } from '../../domain/message.ts';
import type { DeskDone } from '../notes/at-desk.ts';
import { emptyGapCard, GAP_CARD, gapCard, gapsOf } from '../notes/gap-card.ts';
import { pressGap, takeGapForm, takeGapWords } from '../notes/press-gap.ts';
import { pressNote, rewriteNote } from '../notes/press-note.ts';
import type { Going } from '../track/here.ts';
import type { DeskHere } from './desk-here.ts';
import { show } from './show.ts';

/** What came of something done about notes or gaps: kept, and shown. */
export const done = (here: DeskHere, going: Going, { notes, settledGaps, note, shown }: DeskDone): Going =>
  shown.reduce<Going>((before, { kind, message, key }) => show(here, before, kind, message, key), {
    ...going,
    notes: [...going.notes, ...notes],
    settledGaps: [...going.settledGaps, ...settledGaps],
    note,
  });

const takeWords = async (here: DeskHere, { text, repliesTo }: Extract<Event, { kind: 'text' }>) =>
  repliesTo === undefined
    ? undefined
    : ((await rewriteNote(here, repliesTo, text)) ?? (await takeGapWords(here, repliesTo, text)));

/** What is done about notes and unanswered questions, in a thread as outside of them; undefined for anything else. */
export const takeKnowledge = async (here: DeskHere, going: Going, event: Event): Promise<Going | undefined> => {
  const found =
    event.kind === 'press'
      ? ((await pressNote(here, event.choice)) ?? (await pressGap(here, event.choice)))
      : event.kind === 'form'
        ? await takeGapForm(here, event.choice, event.fields)
        : event.kind === 'text'
          ? await takeWords(here, event)
          : undefined;
  return found && done(here, going, found);
};

/** Shows the questions without an answer; where there are none, it says so only to who asked. */
export const showGaps = async (here: DeskHere, going: Going, wasAsked: boolean): Promise<Going> => {
  const card = gapCard(here, await gapsOf(here));
  if (card === null && !wasAsked) return going;
  return show(here, going, 'post', card ?? emptyGapCard(here), GAP_CARD);
};
