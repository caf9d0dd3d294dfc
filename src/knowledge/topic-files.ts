import { z } from 'zod';
import { KnowledgeError } from '../domain/errors.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import type { Unknown } from '../domain/library.ts';
import type { SectionId } from '../domain/meaning.ts';
import type { Passage, Statement } from '../domain/passage.ts';
import { type Block, type Line, readDocument, readStatement } from './markdown.ts';

const frontMatter = z.object({ language: z.enum(LANGUAGES) }).strict();

const ALSO = /^also: (.+)$/;
const NEARBY = /^- (near|help): (.+)$/;

/** The general part (`process/<language>.md`) or the glossary (`glossary/<language>.md`): a passage for each heading. */
export const readTopicFile = (
  file: string,
  kind: 'process' | 'glossary',
  language: Language,
  anchors: ReadonlySet<string>,
): { passages: Passage[]; also: Map<SectionId, string[]> } => {
  const { blocks } = readDocument(file, language, frontMatter);
  const also = new Map<SectionId, string[]>();
  const passages = blocks.map((block): Passage => {
    const section = `${kind}.${block.id}` as const;
    const words = block.lines.flatMap((line) => ALSO.exec(line.text)?.[1] ?? []);
    also.set(
      section,
      words.flatMap((list) => list.split(';')).map((word) => word.trim()),
    );
    const sentences = block.lines.filter((line) => !ALSO.test(line.text));
    if (sentences.length === 0) throw new KnowledgeError(file, block.line, `nothing stands under {#${block.id}}`);
    return {
      id: section,
      section,
      kind,
      place: { plan: null, phase: null },
      language,
      title: block.title,
      statements: sentences.map((line) => readStatement(file, line, anchors)),
    };
  });
  return { passages, also };
};

const readUnknown = (file: string, block: Block, anchors: ReadonlySet<string>): Unknown => {
  const [silence, ...rest] = block.lines;
  if (!silence || NEARBY.test(silence.text))
    throw new KnowledgeError(file, block.line, 'the sentence saying that the guide does not say is missing');
  const marked = rest.map((line) => {
    const [, mark, sentence] = NEARBY.exec(line.text) ?? [];
    if (sentence === undefined) throw new KnowledgeError(file, line.number, 'a line reads "- near: …" or "- help: …"');
    const anchored: Line = { text: sentence, number: line.number };
    return { mark, statement: readStatement(file, anchored, anchors) };
  });
  const of = (mark: string): Statement[] => marked.filter((line) => line.mark === mark).map((line) => line.statement);
  return { id: `unknown.${block.id}`, title: block.title, silence: silence.text, near: of('near'), help: of('help') };
};

/** The known unknowns (`unknowns/<language>.md`): what the guide does not say, what it says nearby, who could help. */
export const readUnknownFile = (file: string, language: Language, anchors: ReadonlySet<string>): Unknown[] => {
  const { blocks } = readDocument(file, language, frontMatter);
  return blocks.map((block) => readUnknown(file, block, anchors));
};
