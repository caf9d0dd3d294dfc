import { LANGUAGES, type Language } from '../domain/language.ts';
import type { Figures } from './eval-figures.ts';

type Row = { readonly lang: Language; readonly tags: readonly string[] };

/** Figures of all rows, of each language's and of each tag's; groups without rows are left out. */
export const figuresByGroup = <One>(
  rows: readonly One[],
  rowOf: (one: One) => Row,
  figures: (group: readonly One[]) => Figures,
): Record<string, Figures> => {
  const tags = [...new Set(rows.flatMap((one) => rowOf(one).tags))].sort();
  const groups: [string, One[]][] = [
    ['all', [...rows]],
    ...LANGUAGES.map((language): [string, One[]] => [language, rows.filter((one) => rowOf(one).lang === language)]),
    ...tags.map((tag): [string, One[]] => [tag, rows.filter((one) => rowOf(one).tags.includes(tag))]),
  ];
  return Object.fromEntries(
    groups.filter(([, group]) => group.length > 0).map(([name, group]) => [name, figures(group)]),
  );
};

const cell = (value: number | null | undefined): string =>
  value === null || value === undefined ? '-' : String(value);

/** Figures as a table for the terminal, a line a row under a title; empty without rows. */
export const table = (title: string, rows: Readonly<Record<string, Figures>>): string => {
  const [first] = Object.values(rows);
  if (!first) return '';
  const names = Object.keys(first);
  const lines = [
    ['', ...names],
    ...Object.entries(rows).map(([name, figures]) => [name, ...names.map((key) => cell(figures[key]))]),
  ];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const drawn = lines.map((line) => line.map((text, column) => text.padStart(widths[column]!)).join('  '));
  return [title, ...drawn].join('\n');
};
