import { readFileSync, statSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { KnowledgeError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { Statement } from '../domain/passage.ts';

/** A line of an edition file and where it stands. */
export type Line = { readonly text: string; readonly number: number };

/** A heading `## Title {#id}`, the lines under it and the headings below it. */
export type Block = {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
};

/** An edition file: front matter, then blocks two levels deep. */
export type Document<Front> = { readonly file: string; readonly front: Front; readonly blocks: readonly Block[] };

const HEADING = /^(#{2,3}) (.+?) \{#([a-z0-9-]+)\}$/;
const ANCHORED = /^(.*\S) \[([^\]]+)\]$/;

/** Many times the largest of them: more is a mistake, and would fill the memory. */
const MOST_BYTES = 16_000_000;

/** Reads a text file of knowledge/: UTF-8, a byte order mark and CRLF are taken, composed accents are restored. */
export const readKnowledgeText = (file: string): string => {
  let bytes: Buffer | undefined;
  try {
    if (statSync(file).size <= MOST_BYTES) bytes = readFileSync(file);
  } catch (cause) {
    throw new KnowledgeError(file, null, `cannot be read (${cause instanceof Error ? cause.message : cause})`);
  }
  if (!bytes) throw new KnowledgeError(file, null, `is larger than ${MOST_BYTES / 1_000_000} MB`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new KnowledgeError(file, null, 'is not UTF-8 text');
  }
  if (text.trim() === '') throw new KnowledgeError(file, null, 'is empty');
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
};

const splitFrontMatter = (file: string, text: string): { yaml: string; body: Line[] } => {
  const lines = text.split('\n').map((line, index) => ({ text: line.trimEnd(), number: index + 1 }));
  const end = lines.findIndex((line, index) => index > 0 && line.text === '---');
  if (lines[0]?.text !== '---' || end < 0)
    throw new KnowledgeError(file, 1, 'the front matter between two lines --- is missing');
  const yaml = lines
    .slice(1, end)
    .map((line) => line.text)
    .join('\n');
  return { yaml, body: lines.slice(end + 1).filter((line) => line.text !== '') };
};

const readFrontMatter = <Front>(file: string, yaml: string, schema: z.ZodType<Front>): Front => {
  let value: unknown;
  try {
    value = parseYaml(yaml);
  } catch (cause) {
    throw new KnowledgeError(
      file,
      null,
      `the front matter is not YAML (${cause instanceof Error ? cause.message.split('\n')[0] : cause})`,
    );
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new KnowledgeError(file, null, `front matter, ${issue?.path.join('.')}: ${issue?.message}`);
};

const readBlocks = (file: string, body: readonly Line[]): Block[] => {
  type Open = { id: string; title: string; line: number; lines: Line[]; blocks: Open[] };
  const top: Open[] = [];
  for (const line of body) {
    const heading = HEADING.exec(line.text);
    const section = top.at(-1);
    if (heading) {
      const [, marks = '', title = '', id = ''] = heading;
      const siblings = marks.length === 2 ? top : section?.blocks;
      if (!siblings) throw new KnowledgeError(file, line.number, 'a ### heading stands before the first ## heading');
      if (siblings.some((block) => block.id === id))
        throw new KnowledgeError(file, line.number, `{#${id}} stands twice`);
      siblings.push({ id, title, line: line.number, lines: [], blocks: [] });
    } else if (line.text.startsWith('#')) {
      throw new KnowledgeError(file, line.number, 'a heading reads "## Title {#id}" or "### Title {#id}"');
    } else if (section) {
      (section.blocks.at(-1) ?? section).lines.push(line);
    } else {
      throw new KnowledgeError(file, line.number, 'text stands before the first heading');
    }
  }
  return top;
};

/** Reads one edition file, which must say of itself that it is in this language; throws KnowledgeError with file, line and cause. */
export const readDocument = <Front extends { readonly language: Language }>(
  file: string,
  language: Language,
  schema: z.ZodType<Front>,
): Document<Front> => {
  const { yaml, body } = splitFrontMatter(file, readKnowledgeText(file));
  const front = readFrontMatter(file, yaml, schema);
  if (front.language !== language)
    throw new KnowledgeError(
      file,
      null,
      `front matter, language: is ${front.language}, but the file is named ${language}.md`,
    );
  return { file, front, blocks: readBlocks(file, body) };
};

/** Reads `A sentence. [5.2.1, T.5.2]`: one to three anchors, each of them known. */
export const readStatement = (file: string, line: Line, anchors: ReadonlySet<string>): Statement => {
  const match = ANCHORED.exec(line.text.trim());
  if (!match) throw new KnowledgeError(file, line.number, 'the sentence ends without its anchors, such as [5.2.1]');
  const [, text = '', list = ''] = match;
  const named = list.split(',').map((anchor) => anchor.trim());
  const foreign = named.find((anchor) => !anchors.has(anchor));
  if (foreign !== undefined) throw new KnowledgeError(file, line.number, `the source has no paragraph ${foreign}`);
  if (named.length > 3) throw new KnowledgeError(file, line.number, 'a sentence has at most three anchors');
  return { text, anchors: named };
};

/** The block with this id; throws when it is missing. */
export const blockOf = (file: string, blocks: readonly Block[], id: string): Block => {
  const block = blocks.find((candidate) => candidate.id === id);
  if (!block) throw new KnowledgeError(file, null, `the heading {#${id}} is missing`);
  return block;
};
