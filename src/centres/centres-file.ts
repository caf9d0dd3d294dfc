import { readFileSync } from 'node:fs';
import { LineCounter, type ParsedNode, parseDocument, type Tags, visit } from 'yaml';
import { z } from 'zod';
import type { Centre } from '../domain/centre.ts';
import { CampanileError } from '../domain/errors.ts';
import { centreSchema } from './centre-schema.ts';
import { clashIn } from './clash.ts';

/** Numbers stay as they are written: the postal code 00184 is not 184. */
const withoutNumbers = (tags: Tags): Tags =>
  tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag));

/**
 * Reads the centres' file; a centre that names no time zone is in `usualZone`. Throws a CampanileError that names the file, the line
 * and the reason.
 */
export const readCentres = (file: string, usualZone: string): Centre[] => {
  const refuse = (line: number | null, what: string): never => {
    throw new CampanileError(
      'configuration',
      `${file}${line === null ? '' : `, line ${line}`}: ${what}`,
      'Mend the file; centres.example.yaml shows each field. Without CENTRES_FILE no centre is named.',
    );
  };
  const lines = new LineCounter();
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    refuse(null, 'cannot be read');
  }
  const document = parseDocument(text, { lineCounter: lines, customTags: withoutNumbers });
  const [broken] = document.errors;
  if (broken) refuse(lines.linePos(broken.pos[0]).line, 'is not YAML here');
  /** The line of what a path leads to, or of the nearest above it that is there. */
  const lineOf = (path: readonly PropertyKey[]): number => {
    const node = document.getIn(path, true) as ParsedNode | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  visit(document, {
    Alias: (_, alias) =>
      alias.resolve(document)
        ? undefined
        : refuse(lines.linePos(alias.range?.[0] ?? 0).line, `*${alias.source} is named nowhere above`),
  });
  const parsed = z.strictObject({ centres: z.array(centreSchema(usualZone)).min(1) }).safeParse(document.toJS());
  if (!parsed.success) {
    // A slip in a field's name also makes the field missing: the slip tells more.
    const issue = parsed.error.issues.find(({ code }) => code === 'unrecognized_keys') ?? parsed.error.issues[0];
    const path = issue?.path ?? [];
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return refuse(lineOf([...path, ...unknown]), `${[...path, ...unknown].join('.')}: ${issue?.message}`);
  }
  const clash = clashIn(parsed.data.centres);
  return clash ? refuse(lineOf(clash.path), clash.what) : parsed.data.centres;
};
