import type { Heard } from '../../domain/heard.ts';
import type { LANGUAGES } from '../../domain/language.ts';
import { languageNamed } from './commands.ts';
import { numeralOf } from './numerals.ts';
import type { Said } from './said.ts';
import { LIKELY, RATHER, type Talk } from './talk.ts';

const WHY =
  /^(?:(?:e|et|and|ma|mais|but|scusa|pardon|sorry) )*(?:perche|pourquoi|why|spieg\w+|expliqu\w+|explain\w*|che vuol dire|que veut dire|what does)\b(.*)$/;
const STEP =
  /\b(?:punto|passo|numero|point|etape|numero|step|number|il|le|l)\s(\w+)\b|\b(\w+) (?:punto|passo|point|etape|step)\b/;
const THIS_STEP = /\b(?:quest[oa]|quell[oa]|quel|cette|ce|this|that) (?:punto|passo|etape|point|step|one)\b/;

/** "Why point 2?", "explain the third step", "why this step?" */
const hearWhy = ({ line }: Said, count: number): Heard | undefined => {
  const [, of] = WHY.exec(line) ?? [];
  if (of === undefined) return undefined;
  const [, after, before] = STEP.exec(of) ?? [];
  const number = (numeralOf(after) ?? numeralOf(before))?.value ?? Number(/\b(\d)\b/.exec(of)?.[1]);
  if (number >= 1 && number <= count) return { kind: 'why', steps: { by: 'number', numbers: [number] } };
  return THIS_STEP.test(of) && count > 0 ? { kind: 'why', steps: { by: 'nothing' } } : undefined;
};

/** The language that a message asks for: the first that it names and does not deny; null when none is. */
const languageIn = (line: string): (typeof LANGUAGES)[number] | null => {
  const named = line
    .replace(/\b(?:non|pas|not|ne|instead of|invece di|au lieu d\w*) (?:\w+ ){0,2}?\w+/g, (denied) =>
      denied.split(' ').slice(0, -1).join(' '),
    )
    .split(' ')
    .filter((word) => word.length > 3)
    .map(languageNamed);
  return named.find((language) => language !== undefined) ?? null;
};

const hearLanguage = ({ line }: Said, talk: Talk): Heard | undefined => {
  if (talk.of('language') < LIKELY) return undefined;
  const language = languageIn(line);
  return language !== null || talk.of('language') >= RATHER ? { kind: 'language', language } : undefined;
};

/** What is asked of the assistant and the group's way, and what it is heard as. */
const ASKED = [
  ['checklist', 'list'],
  ['what-next', 'next'],
  ['helpers', 'helpers'],
  ['journal', 'journal'],
  ['recommend', 'recommend'],
] as const;
const ABOUT_ITSELF = ['help', 'person', 'privacy'] as const;

const FEW_WORDS = 6;
const PLAN = /\b(?:piano|plan|percorso|parcours|strada|voie|path)\b/;

/** What a message asks of its group's way, or of the assistant; undefined for a question to the guide. */
export const hearQuestion = (
  said: Said,
  talk: Talk,
  { steps, plan }: { readonly steps: readonly unknown[]; readonly plan: number | null },
): Heard | undefined => {
  const why = hearWhy(said, steps.length);
  if (why) return why;
  const language = hearLanguage(said, talk);
  if (language) return language;
  const itself = ABOUT_ITSELF.find((name) => talk.of(name) >= RATHER);
  if (itself) return { kind: itself, argument: '' };
  // "And then?" follows an answer where there is no list yet.
  const goesOn = plan !== null && said.line.split(' ').length <= FEW_WORDS ? talk.of('and-then') : 0;
  const weigh = (name: string): number => talk.of(name) + (name === 'what-next' ? goesOn : 0);
  const [name, kind] = ASKED.reduce((best, one) => (weigh(one[0]) > weigh(best[0]) ? one : best));
  if (weigh(name) < LIKELY) return undefined;
  // "Where do we begin?" asks who has a plan for the first step, and who has none for a plan.
  return { kind: kind === 'recommend' && plan !== null && !PLAN.test(said.line) ? 'next' : kind };
};
