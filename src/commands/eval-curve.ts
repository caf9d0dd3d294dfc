import type { App } from '../app.ts';
import type { BankQuestion } from '../domain/bank.ts';
import { LANGUAGES } from '../domain/language.ts';
import { askAll } from './eval-examine.ts';
import { type Figures, questionFigures } from './eval-figures.ts';
import type { ExamQuestion } from './eval-rows.ts';

/** A part of the bank that the search learns from. */
type Part = { readonly name: string; readonly choose: (bank: readonly BankQuestion[]) => readonly BankQuestion[] };

/** Takes a part of what the bank has for each meaning in each language. */
const ofEachMeaning =
  (choose: (own: readonly BankQuestion[]) => readonly BankQuestion[]): Part['choose'] =>
  (bank) =>
    [...Map.groupBy(bank, ({ language, meanings }) => `${language} ${meanings[0]}`).values()].flatMap(choose);

/** The first question of each hand, then the second of each, and so on. */
const inTurn = (own: readonly BankQuestion[]): BankQuestion[] => {
  const hands = [...Map.groupBy(own, ({ hand }) => hand).values()];
  const longest = Math.max(...hands.map(({ length }) => length));
  return Array.from({ length: longest }, (_, round) => hands.flatMap((hand) => hand[round] ?? [])).flat();
};

const ofFirstHands = (own: readonly BankQuestion[], most: number): BankQuestion[] => {
  const hands = [...new Set(own.map(({ hand }) => hand))].slice(0, most);
  return own.filter(({ hand }) => hands.includes(hand));
};

const PARTS: readonly Part[] = [
  ...[3, 5, 10, 20, 40].map((most) => ({
    name: `${most} questions`,
    choose: ofEachMeaning((own) => inTurn(own).slice(0, most)),
  })),
  ...[1, 2, 3, 4].map((most) => ({
    name: most === 1 ? '1 hand' : `${most} hands`,
    choose: ofEachMeaning((own) => ofFirstHands(own, most)),
  })),
  { name: 'all', choose: (bank) => bank },
];

const shortOf = ({ 'hit@1': hit1, 'hit@3': hit3, refusedOut, refusedAnswerable }: Figures) => ({
  'hit@1': hit1 ?? null,
  'hit@3': hit3 ?? null,
  refusedOut: refusedOut ?? null,
  refusedAnswerable: refusedAnswerable ?? null,
});

/** A point of the learning curve: the part of the bank that was learned, and figures of all questions and of each language's. */
export type CurvePoint = { readonly part: string; readonly figures: Readonly<Record<string, Figures>> };

/**
 * The learning curve: the models learned from growing parts of the bank, so many questions of each meaning drawn in turn from all
 * hands, or all that the first hands wrote, each asked the whole examination. Only the stack's weights stay as fitted to the whole bank.
 */
export const learningCurve = async function* (
  app: Pick<App, 'learnedFrom'>,
  questions: readonly ExamQuestion[],
): AsyncGenerator<CurvePoint> {
  for (const { name, choose } of PARTS) {
    const answered = await askAll(app.learnedFrom(choose), questions);
    const groups = { all: answered } as Record<string, typeof answered>;
    for (const language of LANGUAGES) {
      const own = answered.filter(({ question }) => question.lang === language);
      if (own.length > 0) groups[language] = own;
    }
    yield {
      part: name,
      figures: Object.fromEntries(
        Object.entries(groups).map(([group, rows]) => [group, shortOf(questionFigures(rows))]),
      ),
    };
  }
};
