import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { KnowledgeError } from '../domain/errors.ts';
import type { Link } from '../domain/library.ts';
import { PLAN_NUMBERS } from '../domain/plan.ts';
import { readKnowledgeText } from './markdown.ts';

const plan = z.union(PLAN_NUMBERS.map((number) => z.literal(number)));
const linksSchema = z.array(z.strictObject({ plans: z.tuple([plan, plan]), anchors: z.array(z.string()).min(1) }));

/** Reads which promoters the guide links with each other (`links.yaml`); throws KnowledgeError. */
export const readLinks = (file: string, anchors: ReadonlySet<string>): Link[] => {
  let value: unknown;
  try {
    value = parseYaml(readKnowledgeText(file));
  } catch (cause) {
    if (cause instanceof KnowledgeError) throw cause;
    throw new KnowledgeError(file, null, 'is not YAML');
  }
  const parsed = linksSchema.safeParse(value);
  if (!parsed.success)
    throw new KnowledgeError(
      file,
      null,
      `${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`,
    );
  const foreign = parsed.data.flatMap((link) => link.anchors).find((anchor) => !anchors.has(anchor));
  if (foreign !== undefined) throw new KnowledgeError(file, null, `the source has no paragraph ${foreign}`);
  return parsed.data;
};
