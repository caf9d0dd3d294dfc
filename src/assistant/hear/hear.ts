import type { Heard } from '../../domain/heard.ts';
import type { Language } from '../../domain/language.ts';
import type { Phase, PlanNumber } from '../../domain/plan.ts';
import { clean } from '../../language/fold.ts';
import type { Findings, Retriever } from '../../retriever.ts';
import { dangerIn } from '../danger.ts';
import { topicOf } from '../topic.ts';
import { hearBareName, hearCommand } from './commands.ts';
import { confirmationIn } from './confirm.ts';
import { hearOutright } from './outright.ts';
import { hearPartner } from './partner.ts';
import { hearPlan } from './plan.ts';
import { hearQuestion } from './questions.ts';
import { listen, type Said } from './said.ts';
import { hearStanding } from './standing.ts';
import { stepToldIn } from './step-words.ts';
import { hearTakes } from './takes.ts';
import { HINT, LIKELY, RATHER, type Talk, talkIn } from './talk.ts';
import { ticksIn } from './ticks.ts';
import { goesOnIn, hearWay } from './way.ts';

/** What is known when a message is listened to. */
export type HearingContext = {
  readonly language: Language;
  readonly plan: PlanNumber | null;
  readonly phase: Phase | null;
  /** The list of the phase, in its order. */
  readonly steps: readonly { readonly id: string; readonly title: string }[];
  /** Numbers of open steps, from 1. */
  readonly open: readonly number[];
  readonly lastStep: string | null;
  /** What was asked last. */
  readonly awaiting: 'confirmation' | 'who' | 'where' | null;
};

const OVERRIDE =
  /\b(?:ignor\w+|dimentica\w*|oubli\w+|forget|override|disregard|bypass|aggira\w*|contourn\w+)\b.*\b(?:regol\w+|istruzion\w+|regles?|consignes?|instructions?|rules?|prompt|limit\w*)\b|\b(?:system prompt|prompt (?:di sistema|systeme)|developer mode|jailbreak|(?:print|show|reveal|stampa|mostra|affiche|montre)\w* (?:\w+ )?(?:prompt|instructions|istruzioni|consignes))\b/;

/** A line that also tries to override the rules changes nothing. */
const overrides = ({ line }: Said, talk: Talk): boolean => OVERRIDE.test(line) || talk.of('injection') >= LIKELY;

const hearTicks = (said: Said, talk: Talk, { language, steps, open }: HearingContext): Heard | undefined => {
  if (said.asks && said.begs !== 'you') return undefined;
  const ticks = ticksIn(said, { count: steps.length, open, language }, talk);
  const moving = talk.of('step-done') + talk.of('step-undone') + talk.of('next-phase');
  const advance = goesOnIn(said);
  if (ticks && (ticks.steps.by === 'number' || moving >= HINT))
    return { kind: 'ticks', ...ticks, advance: advance && ticks.done };
  const told = talk.of('step-done') >= LIKELY ? stepToldIn(said.text, language, steps) : undefined;
  return told ? { kind: 'ticks', steps: { by: 'words', ids: [told] }, done: true, advance } : undefined;
};

const hearUndo = ({ line, asks, begs }: Said, talk: Talk): Heard | undefined => {
  if (talk.of('undo') < LIKELY || (asks && begs !== 'you')) return undefined;
  const [, number] =
    /\b(?:annull\w*|undo|riga|ligne|line|voce|entry|numero|number|n) (?:\w+ ){0,2}?(\d{1,4})\b/.exec(line) ?? [];
  return { kind: 'undo', entry: number === undefined ? null : Number(number) };
};

/** Who seeks help with something that the guide treats ("who can give us money?") is answered from it, and not told all who could help. */
const withoutTopic = (heard: Heard | undefined, findings: Findings): Heard | undefined =>
  heard?.kind === 'helpers' && topicOf(findings) ? undefined : heard;

/** Hears what a message tells or asks of its group's way; undefined for a question to the guide, or talk. */
export const hear = async (
  retriever: Retriever,
  message: string,
  findings: Findings,
  context: HearingContext,
): Promise<Heard | undefined> => {
  const text = clean(message);
  const command = hearCommand(text) ?? hearBareName(text);
  if (command) return command;
  const said = listen(text, context.language);
  const talk = talkIn(findings);
  if (overrides(said, talk) || dangerIn(text)) return undefined;
  if (context.awaiting === 'confirmation') {
    const yes = confirmationIn(said, talk);
    if (yes !== undefined && hearTicks(said, talk, context) === undefined) return { kind: 'confirm', yes };
  }
  if (talk.of('stuck') >= RATHER) return { kind: 'stuck' };
  return (
    hearOutright(said, context) ??
    hearPlan(said, talk, context) ??
    hearTakes(said, context.steps.length) ??
    hearTicks(said, talk, context) ??
    hearWay(said, talk, context) ??
    hearPartner(said, talk, context) ??
    (await hearStanding(retriever, said, talk, context)) ??
    hearUndo(said, talk) ??
    withoutTopic(hearQuestion(said, talk, context), findings)
  );
};
