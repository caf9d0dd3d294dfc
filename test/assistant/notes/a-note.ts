import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createExtractiveAnswerer } from '../../../src/answerers/extractive.ts';
import { type Assistant, createAssistant } from '../../../src/assistant/assistant.ts';
import { linkingWords } from '../../../src/assistant/texts/linking-words.ts';
import type { AssistantParts } from '../../../src/assistant/turn.ts';
import { readCentres } from '../../../src/centres/centres-file.ts';
import type { Language } from '../../../src/domain/language.ts';
import type { Note } from '../../../src/domain/note.ts';
import type { Retriever } from '../../../src/retriever.ts';
import { THRESHOLDS } from '../../../src/retrievers/local/stack-weights.ts';
import { library } from '../../support/knowledge.ts';

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The example's two centres: Valverde (Potenza, the default) and Roccabella (Matera). */
export const centres = readCentres(fileOf('../../../centres.example.yaml'), 'Europe/Rome');
export const [VALVERDE, ROCCABELLA] = centres.map(({ name }) => name) as [string, string];

/** A note of the Valverde centre, approved and without an end. */
export const aNote = (
  question: string,
  texts: Note['texts'],
  { language = 'it', ...rest }: Partial<Note> & { readonly language?: Language } = {},
): Note => ({
  id: 'n1',
  centre: VALVERDE,
  questions: [{ language, text: question }],
  texts,
  by: { id: 's1', name: 'Lucia' },
  at: Date.parse('2026-11-27T10:00:00Z'),
  expires: null,
  approvedBy: { id: 's2', name: 'Pietro' },
  meaning: null,
  ...rest,
});

/** The parts of the real assistant, with these notes; each message is in the language that is told. */
export const partsWith = (retriever: Retriever, notes: readonly Note[]): AssistantParts => ({
  library,
  retriever,
  answerer: createExtractiveAnswerer(library, linkingWords),
  identify: (_, usual = 'it') => ({ language: usual, foreign: null }),
  operator: { name: null, contact: null },
  centres,
  thresholds: THRESHOLDS,
  notes: async () => notes,
});

export const assistantWith = (retriever: Retriever, notes: readonly Note[]): Assistant =>
  createAssistant(partsWith(retriever, notes));

type KeptLine = { id: string; centre: string; language: Language; question: string; texts: Note['texts'] };
/** `half`: the weights were fitted to the first half, "a". `note`: the id of the one that answers, null for none. */
export type AskedLine = { half: 'a' | 'b'; language: Language; note: string | null; text: string };

const linesOf = <Line>(name: string): Line[] =>
  readFileSync(fileOf(name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** Sixty-four notes, and 310 questions of which half must find none. */
export const keptNotes = (): Note[] =>
  linesOf<KeptLine>('kept.jsonl').map(({ question, texts, ...rest }) => aNote(question, texts, rest));
export const askedLines = (): AskedLine[] => linesOf('asked.jsonl');
