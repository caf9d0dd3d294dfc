import type { Choice } from '../../domain/answer.ts';
import type { Move } from '../../domain/group.ts';
import { plainMessage } from '../../domain/message.ts';
import { inSentence } from '../../domain/passage.ts';
import type { Phase } from '../../domain/plan.ts';
import { type Consent, type Proposed, type Weight, weighStand } from '../../domain/proposal.ts';
import { phaseName } from '../sources.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { type Line, linesOf, numbersOf, openOf } from './steps.ts';

type Stand = Extract<Move, { kind: 'stand' }>;

const confirmButtons = (here: Here, number: number): Choice[][] => [
  [
    { id: `yes=${number}`, label: say(here, 'button_yes') },
    { id: `no=${number}`, label: say(here, 'button_no') },
  ],
];

/** Asks before something weighty is done: the question, who may say yes, and the two buttons. Only the newest question counts. */
export const propose = (here: Here, going: Going, what: Proposed, consent: Consent, question: string): Going => {
  const number = going.conversation.count + 1;
  const inGroup = here.incoming.place === 'group';
  const who =
    !inGroup || consent === 'anyone' ? [] : [say(here, consent === 'same-admin' ? 'only_asker' : 'second_needed')];
  const asked = post(
    here,
    going,
    plainMessage([question, ...who].join('\n'), { choices: confirmButtons(here, number) }),
  );
  return { ...asked, conversation: { ...asked.conversation, proposal: { number, what, by: here.by, consent } } };
};

const listed = (lines: readonly Line[]): string =>
  lines.map(({ number, step }) => `${number}. ${step.title}`).join('\n');

/** A phase as a sentence names it: its number and its plain name. */
export const phaseValues = (here: Here, phase: Phase): { phase: number; name: string } => ({
  phase,
  name: inSentence(phaseName(editionOf(here), phase)),
});

const questionOf = (here: Here, { conversation: { group } }: Going, { plan, phase }: Stand, weight: Weight): string => {
  const edition = editionOf(here);
  const open = openOf(linesOf(edition, group));
  const ticks = Object.keys(group.ticks).filter((step) => step.startsWith(`${group.plan}.`)).length;
  return [
    ...(weight.changesPlan && group.plan !== null
      ? [
          say(here, 'confirm_plan', {
            from: edition.plans[group.plan].name,
            to: edition.plans[plan].name,
            start: phase === group.phase || weight.skipped.length > 0 ? 'none' : (phase ?? 'none'),
            ticks,
          }),
        ]
      : []),
    ...(weight.skipped.length > 0 && phase !== null
      ? [
          say(here, 'confirm_skip', {
            count: weight.skipped.length,
            phases: weight.skipped.join(', '),
            ...phaseValues(here, phase),
          }),
        ]
      : []),
    ...(weight.open.length > 0 && weight.skipped.length === 0 && phase !== null
      ? [say(here, 'confirm_open', { count: open.length, steps: listed(open), ...phaseValues(here, phase) })]
      : []),
  ].join('\n');
};

/** Asks before a move of plan or phase that is too weighty to be made at once; undefined when it may be made. */
export const proposeStand = (here: Here, going: Going, move: Stand): Going | undefined => {
  const open = openOf(linesOf(editionOf(here), going.conversation.group)).map(({ step }) => step.id);
  const weight = weighStand(going.conversation.group, move, open);
  if (!weight) return undefined;
  return propose(here, going, { kind: 'moves', moves: [move] }, weight.consent, questionOf(here, going, move, weight));
};

/** Asks before every open step is ticked at once, and, where it goes on, before the next phase or the end. */
export const proposeAll = (here: Here, going: Going, goesOn: boolean): Going => {
  const { group } = going.conversation;
  const open = openOf(linesOf(editionOf(here), group));
  const values = { count: open.length, numbers: numbersOf(open) };
  const tick: Move = { kind: 'tick', steps: open.map(({ step }) => step.id) };
  const { plan, phase } = group;
  if (!goesOn || plan === null || phase === null)
    return propose(
      here,
      going,
      { kind: 'moves', moves: [tick] },
      'admin-or-second',
      say(here, 'confirm_tick_all', values),
    );
  if (phase === 4) {
    const moves: Move[] = [tick, { kind: 'finish' }];
    return propose(
      here,
      going,
      { kind: 'moves', moves },
      'admin-or-second',
      say(here, 'confirm_tick_all_finish', values),
    );
  }
  const next = (phase + 1) as Phase;
  const question = say(here, 'confirm_tick_all_go_on', { ...values, ...phaseValues(here, next) });
  return propose(
    here,
    going,
    { kind: 'moves', moves: [tick, { kind: 'stand', plan, phase: next }] },
    'admin-or-second',
    question,
  );
};

/** Asks before the birth is noted while steps are open. */
export const proposeFinish = (here: Here, going: Going, open: readonly Line[]): Going =>
  propose(
    here,
    going,
    { kind: 'moves', moves: [{ kind: 'finish' }] },
    'anyone',
    say(here, 'confirm_finish', { count: open.length, steps: listed(open) }),
  );
