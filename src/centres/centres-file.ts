import { readFileSync } from 'node:fs';
import { LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Centre, PLACE_KINDS } from '../domain/centre.ts';
import { CampanileError } from '../domain/errors.ts';
import { centreSchema } from './centre.ts';

type Path = readonly PropertyKey[];
type Wrong = { readonly path: Path; readonly what: string };

/** A place is served by one centre, and one at most serves whoever names none. */
const clashIn = (centres: readonly Centre[]): Wrong | undefined => {
  const seen = new Map<string, string>();
  for (const [at, { name, isDefault, territory }] of centres.entries()) {
    const places = PLACE_KINDS.flatMap((kind) => territory[kind].map((place) => `${kind} ${place.toLowerCase()}`));
    for (const place of [...places, ...(isDefault ? ['default'] : [])]) {
      const other = seen.get(place);
      const path = ['centres', at, ...(place === 'default' ? ['default'] : ['territory'])];
      if (other !== undefined) return { path, what: `"${name}" and "${other}" both have: ${place}` };
      seen.set(place, name);
    }
  }
  return undefined;
};

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
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) refuse(lines.linePos(broken.pos[0]).line, 'is not YAML here');
  /** The line of what a path leads to, or of the nearest above it that is there. */
  const lineOf = (path: Path): number => {
    const node = document.getIn(path, true) as ParsedNode | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  const fileSchema = z.strictObject({ centres: z.array(centreSchema(usualZone)).min(1) });
  const parsed = fileSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path ?? [];
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return refuse(lineOf([...path, ...unknown]), `${[...path, ...unknown].join('.')}: ${issue?.message}`);
  }
  const clash = clashIn(parsed.data.centres);
  return clash ? refuse(lineOf(clash.path), clash.what) : parsed.data.centres;
};
