import type { Heard } from '../../domain/heard.ts';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import { isPhase, isPlanNumber, type PlanNumber } from '../../domain/plan.ts';
import { wordsOf } from '../../language/fold.ts';
import { numeralOf } from './numerals.ts';
import { promotersIn } from './promoters.ts';

/** The commands, each with its names: the first of a language is the one that is offered in it. */
export const COMMAND_NAMES = {
  start: { it: ['start'], fr: ['start'], en: ['start'] },
  help: { it: ['aiuto'], fr: ['aide'], en: ['help'] },
  plan: { it: ['piano'], fr: ['plan'], en: ['plan'] },
  phase: { it: ['fase'], fr: ['phase'], en: ['phase'] },
  checklist: { it: ['lista', 'passi'], fr: ['liste', 'etapes'], en: ['checklist', 'list', 'steps'] },
  next: { it: ['prossimo'], fr: ['suivant'], en: ['next'] },
  advance: { it: ['avanti'], fr: ['avancer'], en: ['advance', 'forward'] },
  back: { it: ['indietro'], fr: ['retour'], en: ['back'] },
  done: { it: ['fatto'], fr: ['fait'], en: ['done'] },
  undone: { it: ['riapri'], fr: ['rouvrir'], en: ['undone', 'reopen'] },
  recommend: { it: ['consiglia'], fr: ['conseil', 'conseiller'], en: ['recommend'] },
  helpers: { it: ['alleati'], fr: ['allies'], en: ['helpers'] },
  journal: { it: ['diario'], fr: ['journal'], en: ['journal'] },
  undo: { it: ['annulla'], fr: ['annuler'], en: ['undo'] },
  language: { it: ['lingua'], fr: ['langue'], en: ['language'] },
  person: { it: ['persona'], fr: ['personne'], en: ['person'] },
  groups: { it: ['gruppi'], fr: ['groupes'], en: ['groups'] },
  bring: { it: ['porta'], fr: ['apporter'], en: ['bring'] },
  centre: { it: ['centro'], fr: ['centre'], en: ['centre', 'center'] },
  export: { it: ['esporta'], fr: ['exporter'], en: ['export'] },
  erase: { it: ['cancella'], fr: ['effacer'], en: ['erase'] },
  privacy: { it: ['privacy'], fr: ['confidentialite'], en: ['privacy'] },
} as const satisfies Record<string, Record<Language, readonly string[]>>;

export type CommandName = keyof typeof COMMAND_NAMES;

const BY_NAME: ReadonlyMap<string, CommandName> = new Map(
  (Object.keys(COMMAND_NAMES) as CommandName[]).flatMap((command) =>
    LANGUAGES.flatMap((language) => COMMAND_NAMES[command][language].map((name) => [name, command] as const)),
  ),
);

const TYPED = /^\s*[/／]\s*(\S+)\s*(.*)$/su;

const read = (text: string): { readonly command: CommandName; readonly argument: string } | undefined => {
  const [, typed = '', argument = ''] = TYPED.exec(text.normalize('NFKC')) ?? [];
  const [name] = wordsOf(typed.replace(/@.*$/, ''));
  const command = name === undefined ? undefined : BY_NAME.get(name);
  return command ? { command, argument: argument.trim() } : undefined;
};

/** True for a text that is one of the assistant's commands: it opens with a slash and a name that is known. */
export const isCommand = (text: string): boolean => read(text) !== undefined;

/** What may stand before a number. */
const NUMBER = /^(?:n|numero|number|no)$/;

const planIn = (argument: string): PlanNumber | null => {
  const words = wordsOf(argument).filter((word) => !/^(?:piano|plan|n|numero|number|no)$/.test(word));
  if (words.length === 0 || /[-–]\s*\d|\d\s*[.,]\s*\d/.test(argument)) return null;
  const value = words.length === 1 ? numeralOf(words[0])?.value : undefined;
  if (value !== undefined) return isPlanNumber(value) ? value : null;
  const mentions = promotersIn(words.join(' '));
  return new Set(mentions.map(({ plan }) => plan)).size === 1 ? mentions[0]!.plan : null;
};

const plan = (argument: string): Heard => {
  const found = planIn(argument);
  if (found !== null || argument === '') return { kind: 'plan', plan: found, unknown: null };
  const [word, ...more] = wordsOf(argument);
  const said = more.length === 0 && numeralOf(word)?.value === 10 ? '10' : argument.slice(0, 40);
  return { kind: 'plan', plan: null, unknown: said };
};

const phase = (argument: string): Heard => {
  const words = wordsOf(argument).filter((word) => !/^(?:fase|phase|n|numero|number|no)$/.test(word));
  const unclear = /[-–]\s*\d|\d\s*[.,]\s*\d/.test(argument);
  const value = words.length === 1 && !unclear ? numeralOf(words[0])?.value : undefined;
  if (isPhase(value)) return { kind: 'phase', phase: value, unknown: null };
  return { kind: 'phase', phase: null, unknown: argument === '' ? null : argument.slice(0, 40) };
};

const ticks = (argument: string, done: boolean): Heard => {
  const numbers = wordsOf(argument).flatMap((word) => numeralOf(word)?.value ?? []);
  const steps = numbers.length > 0 ? ({ by: 'number', numbers } as const) : ({ by: 'nothing' } as const);
  return { kind: 'ticks', steps, done, advance: false };
};

const SPOKEN: readonly (readonly [RegExp, Language])[] = [
  [/^(?:it|ita|italian\w*|italien\w*)$/, 'it'],
  [/^(?:fr|fra|fre|franc\w*|french)$/, 'fr'],
  [/^(?:en|eng|ing|english|inglese|anglais)$/, 'en'],
];

/** The language that a word names; undefined when it names none. */
export const languageNamed = (word: string): Language | undefined => SPOKEN.find(([names]) => names.test(word))?.[1];

/** Reads a command; undefined when a text is none, or one that others listen to. */
export const hearCommand = (text: string): Heard | undefined => {
  const found = read(text);
  if (!found) return undefined;
  const { command, argument } = found;
  switch (command) {
    case 'plan':
      return plan(argument);
    case 'phase':
      return phase(argument);
    case 'checklist':
      return { kind: 'list' };
    case 'done':
    case 'undone':
      return ticks(argument, command === 'done');
    case 'undo': {
      const number = wordsOf(argument).flatMap((word) => (/^\d+$/.test(word) ? [Number(word)] : []))[0];
      return { kind: 'undo', entry: number ?? null };
    }
    case 'language':
      return { kind: 'language', language: wordsOf(argument).map(languageNamed).find(Boolean) ?? null };
    case 'next':
    case 'advance':
    case 'back':
    case 'recommend':
    case 'helpers':
    case 'journal':
      return { kind: command };
    default:
      return { kind: command, argument };
  }
};

/** Words that are a command without its slash, when they stand alone. "Next" and "person" are also said to mean something else. */
const ALONE = new Set<CommandName>([
  'checklist',
  'journal',
  'undo',
  'groups',
  'bring',
  'erase',
  'export',
  'advance',
  'back',
  'recommend',
  'language',
  'plan',
  'phase',
]);

/** A command's natural name alone ("lista", "avanti"), or a plan's with its number ("piano 5"); undefined for anything else. */
export const hearBareName = (text: string): Heard | undefined => {
  const [word, ...more] = wordsOf(text);
  const command = word === undefined ? undefined : BY_NAME.get(word);
  if (more.length === 0) return command && ALONE.has(command) ? hearCommand(`/${word}`) : undefined;
  const [number, ...rest] = more.filter((one) => !NUMBER.test(one));
  const isNumbered = command === 'plan' && rest.length === 0 && numeralOf(number) !== undefined;
  return isNumbered ? hearCommand(`/${word} ${number}`) : undefined;
};
