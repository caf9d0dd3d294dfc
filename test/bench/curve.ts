import type { App } from '../../src/app.ts';
import { learningCurve } from '../../src/commands/eval-curve.ts';
import type { Figures } from '../../src/commands/eval-figures.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { markdownTable, tell } from './markdown.ts';
import { EXAMINATION } from './sets.ts';

const cell = (figures: Figures | undefined, name: string): string => figures?.[name]?.toFixed(2) ?? '-';

/** Whether more questions still help: models learned from growing parts of the bank, asked both sets. */
export const benchCurve = async (app: App): Promise<string> => {
  const rows: string[][] = [];
  for await (const { part, figures } of learningCurve(app, Object.values(EXAMINATION).flat())) {
    tell(`learned from ${part}`);
    rows.push([
      part,
      ...['hit@1', 'hit@3', 'refusedAnswerable', 'refusedOut'].map((name) => cell(figures.all, name)),
      ...LANGUAGES.flatMap((language) => ['hit@1', 'hit@3'].map((name) => cell(figures[language], name))),
    ]);
  }
  const columns = ['of each meaning', 'hit@1', 'hit@3', 'wrongly refused', 'rightly refused'];
  return markdownTable([...columns, ...LANGUAGES.flatMap((language) => [`${language} hit@1`, 'hit@3'])], rows);
};
