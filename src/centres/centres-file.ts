import { readFileSync } from 'node:fs';
import { LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Centre, type Period, PLACE_KINDS, WEEKDAYS, type Week } from '../domain/centre.ts';
import { CampanileError } from '../domain/errors.ts';
import { LANGUAGES } from '../domain/language.ts';

const PERIOD = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/;
const DAY = 24 * 60;

const periodSchema = z.string().transform((text, context): Period => {
  const [, fromHour, fromMinute, toHour, toMinute] = PERIOD.exec(text.trim()) ?? [];
  const [from, to] = [60 * Number(fromHour) + Number(fromMinute), 60 * Number(toHour) + Number(toMinute)];
  const isTime = Number(fromMinute) < 60 && Number(toMinute) < 60 && to <= DAY;
  if (!isTime || from >= to)
    context.addIssue({ code: 'custom', message: `"${text}" is no period such as "9:00-12:30"` });
  return { from, to };
});

const daySchema = z
  .array(periodSchema)
  .refine(
    (periods) => periods.every(({ from }, at) => at === 0 || from > (periods[at - 1]?.to ?? 0)),
    'periods overlap, or stand in the wrong order',
  );

const NEVER: Week = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};
const weekSchema = z.partialRecord(z.enum(WEEKDAYS), daySchema).transform((days): Week => ({ ...NEVER, ...days }));

const names = z.array(z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1)));

const centreSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    default: z.boolean().optional(),
    territory: z.strictObject({
      regions: names.optional(),
      provinces: names.optional(),
      municipalities: names.optional(),
      'postal-codes': names.optional(),
    }),
    languages: z.array(z.enum(LANGUAGES)).min(1),
    telephone: z.string().trim().min(3).max(60).optional(),
    email: z.email().optional(),
    counter: z.strictObject({ address: z.string().trim().min(1).max(200), hours: weekSchema }).optional(),
  })
  .refine(({ telephone, email, counter }) => telephone || email || counter, 'has no telephone, e-mail or counter')
  .transform(
    (read): Centre => ({
      name: read.name,
      isDefault: read.default ?? false,
      territory: {
        municipalities: read.territory.municipalities ?? [],
        postalCodes: read.territory['postal-codes'] ?? [],
        provinces: read.territory.provinces ?? [],
        regions: read.territory.regions ?? [],
      },
      languages: read.languages,
      telephone: read.telephone ?? null,
      email: read.email ?? null,
      counter: read.counter ?? null,
    }),
  );

const fileSchema = z.strictObject({ centres: z.array(centreSchema).min(1) });

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

/** Reads the centres' file; throws a CampanileError that names the file, the line and the reason. */
export const readCentres = (file: string): Centre[] => {
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
