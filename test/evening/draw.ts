/** A message as it is drawn: who wrote it, what stands in it, its buttons; `own`: the person's whose picture it is. */
export type Drawn = {
  readonly who: string;
  readonly lines: readonly string[];
  readonly buttons: readonly string[];
  readonly own: boolean;
};

const WIDTH = 640;
const PAD = 16;
const LINE = 20;
const CHARACTERS = 68;
const FONT = 'font-family="DejaVu Sans, Verdana, sans-serif"';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Cuts a line between words, so that it fits. */
const wrapped = (line: string): string[] => {
  const rows: string[] = [''];
  for (const word of line.split(' ')) {
    const row = rows.at(-1)!;
    if (row !== '' && row.length + word.length >= CHARACTERS) rows.push(word);
    else rows[rows.length - 1] = row === '' ? word : `${row} ${word}`;
  }
  return rows;
};

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="13" fill="#222" ${FONT} ${more}>${escaped(words)}</text>`;

/** A message's box from a height on; gives what is drawn and where it ends. */
const box = ({ who, lines, buttons, own }: Drawn, top: number): { readonly drawn: string; readonly bottom: number } => {
  const rows = lines.flatMap(wrapped);
  const buttonRows = wrapped(buttons.map((label) => `[ ${label.replaceAll(' ', '\u00a0')} ]`).join('  '));
  const shown = buttons.length > 0 ? buttonRows : [];
  const height = PAD * 1.5 + LINE * (1 + rows.length + shown.length);
  const left = own ? 60 : PAD;
  const frame = `<rect x="${left}" y="${top}" width="${WIDTH - 60 - PAD}" height="${height}" rx="4" fill="${own ? '#eef3ea' : '#fff'}" stroke="#999"/>`;
  const inside = [
    text(left + PAD, top + LINE + 4, who, 'font-weight="bold"'),
    ...rows.map((row, at) => text(left + PAD, top + LINE * (at + 2) + 4, row)),
    ...shown.map((row, at) => text(left + PAD, top + LINE * (rows.length + at + 2) + 4, row, 'font-style="italic"')),
  ];
  return { drawn: [frame, ...inside].join('\n'), bottom: top + height + 10 };
};

/** A conversation as a picture, in our own plain look. */
export const draw = (title: string, messages: readonly Drawn[]): string => {
  let top = 48;
  const parts: string[] = [];
  for (const message of messages) {
    const { drawn, bottom } = box(message, top);
    parts.push(drawn);
    top = bottom;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top + PAD}" viewBox="0 0 ${WIDTH} ${top + PAD}">`,
    `<rect width="100%" height="100%" fill="#f6f5f1"/>`,
    text(PAD, 30, title, 'font-weight="bold"'),
    ...parts,
    '</svg>',
    '',
  ].join('\n');
};
