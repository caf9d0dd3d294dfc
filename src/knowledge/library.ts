import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KnowledgeError } from '../domain/errors.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import type { Edition, Library, PlanText } from '../domain/library.ts';
import { PLAN_NUMBERS } from '../domain/plan.ts';
import { readLinks } from './links-file.ts';
import { readKnowledgeText } from './markdown.ts';
import { readPlanFile } from './plan-file.ts';
import { readTopicFile, readUnknownFile } from './topic-files.ts';

/** The anchors of the source that a sentence may rest on. */
export const readAnchors = (folder: string): Set<string> =>
  new Set(readKnowledgeText(join(folder, 'anchors.txt')).split('\n').filter(Boolean));

const planFolders = (folder: string): string[] => {
  const plans = join(folder, 'plans');
  if (!existsSync(plans)) throw new KnowledgeError(plans, null, 'the folder of the plans is missing');
  return readdirSync(plans)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => join(plans, name));
};

const readEdition = (folder: string, language: Language, anchors: ReadonlySet<string>): Edition => {
  const file = `${language}.md`;
  const planFiles = planFolders(folder).map((plan) => readPlanFile(join(plan, file), language, anchors));
  const planOf = (number: (typeof PLAN_NUMBERS)[number]): PlanText => {
    const found = planFiles.filter(({ plan }) => plan.number === number);
    if (found.length !== 1)
      throw new KnowledgeError(join(folder, 'plans'), null, `plan ${number} stands ${found.length} times in ${file}`);
    return found[0]!.plan;
  };
  const process = readTopicFile(join(folder, 'process', file), 'process', language, anchors);
  const glossary = readTopicFile(join(folder, 'glossary', file), 'glossary', language, anchors);
  const unknowns = readUnknownFile(join(folder, 'unknowns', file), language, anchors);
  return {
    language,
    plans: Object.fromEntries(PLAN_NUMBERS.map((number) => [number, planOf(number)])) as Edition['plans'],
    passages: [...planFiles.flatMap(({ passages }) => passages), ...process.passages, ...glossary.passages],
    unknowns: new Map(unknowns.map((unknown) => [unknown.id, unknown])),
    also: new Map([...process.also, ...glossary.also]),
  };
};

/** The same passages with the same anchors stand in every language, or the first difference is told. */
const checkLanguagesAgree = (folder: string, editions: readonly Edition[]): void => {
  const outline = (edition: Edition): Map<string, string> =>
    new Map(
      [
        ...edition.passages.map(({ id, statements }) => [id, statements.flatMap(({ anchors }) => anchors)] as const),
        ...[...edition.unknowns.values()].map(
          ({ id, near, help }) => [id, [...near, ...help].flatMap(({ anchors }) => anchors)] as const,
        ),
      ].map(([id, anchors]) => [id, [...new Set(anchors)].sort().join(' ')]),
    );
  const [first, ...others] = editions;
  if (!first) return;
  const expected = outline(first);
  for (const other of others) {
    const found = outline(other);
    const id = [...new Set([...expected.keys(), ...found.keys()])].find((key) => expected.get(key) !== found.get(key));
    if (id === undefined) continue;
    const tell = (outlined: Map<string, string>) => (outlined.has(id) ? `[${outlined.get(id)}]` : 'nothing');
    throw new KnowledgeError(
      folder,
      null,
      `${id} differs: ${first.language} has ${tell(expected)}, ${other.language} has ${tell(found)}`,
    );
  }
};

/** Loads and checks all that the assistant may say; throws KnowledgeError with file, line and what is wrong. */
export const loadLibrary = (folder: string): Library => {
  const anchors = readAnchors(folder);
  const editions = LANGUAGES.map((language) => readEdition(folder, language, anchors));
  checkLanguagesAgree(folder, editions);
  const byLanguage = Object.fromEntries(editions.map((edition) => [edition.language, edition])) as Record<
    Language,
    Edition
  >;
  return { ...byLanguage, links: readLinks(join(folder, 'links.yaml'), anchors) };
};
