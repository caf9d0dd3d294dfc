/** A table as Markdown, the first column's text, the others' figures. */
export const markdownTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${columns.join(' | ')} |`,
    `|---${'|---:'.repeat(columns.length - 1)}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

/** Tells those who wait what is being measured, beside the tables. */
export const tell = (what: string): void => void process.stderr.write(`bench: ${what} …\n`);
