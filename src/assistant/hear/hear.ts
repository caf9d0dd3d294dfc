import type { Heard } from '../../domain/heard.ts';
import type { Language } from '../../domain/language.ts';
import type { Meaning } from '../../domain/meaning.ts';
import { isPhase, type Phase, type PlanNumber } from '../../domain/plan.ts';
import { clean } from '../../language/fold.ts';
import type { Findings, Retriever } from '../../retriever.ts';
import { tellsWho } from '../understand.ts';
import { hearBareName, hearCommand } from './commands.ts';
import { confirmationIn } from './confirm.ts';
import { asksWhatIsLeft, asksWhatIsNext, goesBackIn, goesOnIn, overridesIn } from './moves.ts';
import { numeralOf } from './numerals.ts';
import { hearPartner } from './partner.ts';
import { promotersIn } from './promoters.ts';
import { doubtsAbout } from './report.ts';
import { listen, type Said } from './said.ts';
import { hearStanding } from './standing.ts';
import { stepToldIn } from './step-words.ts';
import { ticksIn } from './ticks.ts';

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

/** A class of talk counts from this share of all that a message can mean on. */
const LIKELY = 0.3;
const RATHER = 0.5;
const HINT = 0.08;

/** How probable each kind of talk is. */
type Talk = (name: string) => number;

const talkIn = ({ meanings }: Findings): Talk => {
  const known = new Map<Meaning, number>(meanings.map(({ meaning, probability }) => [meaning, probability]));
  return (name) => known.get(`talk.${name}`) ?? 0;
};

const hearTicks = (said: Said, talk: Talk, context: HearingContext): Heard | undefined => {
  if (said.asks || doubtsAbout(said, context.language === 'fr')) return undefined;
  const ticks = ticksIn(said, { count: context.steps.length, open: context.open });
  const moving = talk('step-done') + talk('step-undone') + talk('next-phase');
  const advance = goesOnIn(said);
  if (ticks && (ticks.steps.by === 'number' || moving >= HINT)) return { ...ticks, advance: advance && ticks.done };
  const told = talk('step-done') >= LIKELY ? stepToldIn(said.text, context.language, context.steps) : undefined;
  return told ? { kind: 'ticks', steps: { by: 'words', ids: [told] }, done: true, advance } : undefined;
};

const PHASE = /\b(?:fase|phase|stage) (\w+)\b|\b(\w+) (?:fase|phase|stage)\b/;
const ARE_IN =
  /\b(?:siamo|sommes|est|are|re|torniamo|passiamo|andiamo|passons|passe|revenons|revient|go|move|put|mettici|metti|mets|back|vai|on) /;

const hearPhase = (said: Said): Heard | undefined => {
  if (said.asks || !ARE_IN.test(`${said.line} `) || said.line.split(' ').length > 9) return undefined;
  const [, after, before] = PHASE.exec(said.line) ?? [];
  const value = numeralOf(after)?.value ?? numeralOf(before)?.value;
  return isPhase(value) ? { kind: 'phase', phase: value, unknown: null } : undefined;
};

const hearWay = (said: Said, talk: Talk, { language, phase }: HearingContext): Heard | undefined => {
  const doubtful = said.asks || doubtsAbout(said, language === 'fr') !== undefined;
  const back = talk('back') >= RATHER || (goesBackIn(said) && talk('back') >= HINT);
  if (back && !said.asks && phase !== null) return { kind: 'back' };
  const on = talk('next-phase') >= RATHER || (goesOnIn(said) && talk('next-phase') >= HINT);
  return on && !doubtful && phase !== null ? { kind: 'advance' } : undefined;
};

const CHANGES =
  /\b(?:in realta|anzi|veramente|en fait|en realite|actually|rather|instead|plutot|piuttosto|cambiamo|on change|changeons|switch|change (?:the )?plan|a guidare|guida|guidera|conduce|porta avanti|porte le projet|porte|mene|dirige|leads?|leading|in charge|takes over|take over|prend la main|prende in mano|non (?:la|il|l|i|gli|le)|pas (?:la|le|l|les)|not (?:the|us|a))\b/;

/** "Actually the council leads, not the association": the promoter that is named first and not denied. */
const hearPlan = (said: Said, talk: Talk, { plan, language }: HearingContext): Heard | undefined => {
  if (plan === null || said.asks || doubtsAbout(said, language === 'fr') === 'others') return undefined;
  const likely = talk('change-plan') >= LIKELY || (talk('change-plan') >= HINT && CHANGES.test(said.line));
  if (!likely) return undefined;
  const denied =
    /\b(?:non|pas|not|no longer|plus|invece (?:di|della|del|dei)|au lieu (?:de|du)|instead of|rather than|plutot que|piuttosto che)\s+(?:\w+\s+){0,2}$/;
  const mentions = promotersIn(said.line).filter(({ from }) => !denied.test(said.line.slice(0, from)));
  const [named] = mentions.filter((mention) => mention.plan !== plan);
  return named ? { kind: 'plan', plan: named.plan, unknown: null } : undefined;
};

const QUESTIONS = [
  ['checklist', 'list'],
  ['what-next', 'next'],
  ['helpers', 'helpers'],
  ['journal', 'journal'],
] as const;

const hearQuestion = (said: Said, talk: Talk): Heard | undefined => {
  if (asksWhatIsNext(said)) return { kind: 'next' };
  if (asksWhatIsLeft(said) && talk('checklist') + talk('what-next') >= HINT) return { kind: 'list' };
  const found = QUESTIONS.find(
    ([name]) => talk(name) >= LIKELY && QUESTIONS.every(([other]) => talk(other) <= talk(name)),
  );
  return found && { kind: found[1] };
};

const hearUndo = (said: Said, talk: Talk): Heard | undefined => {
  if (talk('undo') < LIKELY || said.asks) return undefined;
  const [, number] =
    /\b(?:annull\w*|undo|riga|ligne|line|entry|numero|number) (?:\w+ ){0,2}(\d{1,4})\b/.exec(said.line) ?? [];
  return { kind: 'undo', entry: number === undefined ? null : Number(number) };
};

const WHY =
  /^(?:(?:e|et|and|ma|mais|but|scusa|pardon|sorry) )*(?:perche|pourquoi|why|spieg\w+|expliqu\w+|explain\w*)\b.*?\b(\d)\b/;

const hearWhy = (said: Said, { steps }: HearingContext): Heard | undefined => {
  const [, number] = WHY.exec(said.line) ?? [];
  const asked = number === undefined ? 0 : Number(number);
  return asked >= 1 && asked <= steps.length ? { kind: 'why', steps: { by: 'number', numbers: [asked] } } : undefined;
};

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
  if (overridesIn(said) || talk('injection') >= LIKELY) return undefined;
  const yes = context.awaiting === 'confirmation' ? confirmationIn(said) : undefined;
  if (yes !== undefined && ticksIn(said, { count: context.steps.length, open: context.open })?.steps.by !== 'number')
    return { kind: 'confirm', yes };
  return (
    hearPlan(said, talk, context) ??
    hearTicks(said, talk, context) ??
    hearPhase(said) ??
    hearWay(said, talk, context) ??
    hearPartner(said, talk, context) ??
    (await hearStanding(retriever, said, talk, { ...context, tellsWho: tellsWho(text) })) ??
    hearUndo(said, talk) ??
    hearWhy(said, context) ??
    hearQuestion(said, talk)
  );
};
