import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createExtractiveAnswerer } from '../../../src/answerers/extractive.ts';
import { type Assistant, createAssistant } from '../../../src/assistant/assistant.ts';
import type { AtDesk } from '../../../src/assistant/notes/at-desk.ts';
import { linkingWords } from '../../../src/assistant/texts/linking-words.ts';
import type { AssistantParts } from '../../../src/assistant/turn.ts';
import { readCentres } from '../../../src/centres/centres-file.ts';
import type { Centre } from '../../../src/domain/centre.ts';
import type { Language } from '../../../src/domain/language.ts';
import type { Note } from '../../../src/domain/note.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { Retriever } from '../../../src/retriever.ts';
import { THRESHOLDS } from '../../../src/retrievers/local/stack-weights.ts';
import type { KeptGap } from '../../../src/store.ts';
import { library } from '../../support/knowledge.ts';
import { bank } from '../../support/small-retriever.ts';

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The example's two centres: Valverde (Potenza, the default) and Roccabella (Matera). */
export const centres = readCentres(fileOf('../../../centres.example.yaml'), 'Europe/Rome');
export const [VALVERDE, ROCCABELLA] = centres.map(({ name }) => name) as [string, string];

export const LUCIA: Person = { id: 's1', name: 'Lucia' };
export const PIETRO: Person = { id: 's2', name: 'Pietro' };

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
  by: LUCIA,
  at: Date.parse('2026-11-27T10:00:00Z'),
  expires: null,
  approvedBy: PIETRO,
  meaning: null,
  ...rest,
});

/** The parts of the real assistant, with these notes; each message is in the language that is told. */
export const partsWith = (retriever: Retriever, notes: readonly Note[]): AssistantParts => ({
  library,
  retriever,
  answerer: createExtractiveAnswerer(library, () => bank, linkingWords),
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

const NOW = Date.parse('2026-11-27T10:00:00Z');

/** A turn at the Valverde desk: who acts, what is kept there already, and which centre it is. */
export const atDesk = (
  retriever: Retriever,
  {
    by = LUCIA,
    notes = [],
    gaps = [],
    centre = {},
    at = NOW,
  }: {
    readonly by?: Person;
    readonly notes?: readonly Note[];
    readonly gaps?: readonly KeptGap[];
    readonly centre?: Partial<Centre>;
    readonly at?: number;
  } = {},
): AtDesk => {
  const valverde = { ...centres[0]!, ...centre };
  const parts = partsWith(retriever, notes);
  const event = { kind: 'press', choice: '', ticket: '' } as const;
  const around = { newWord: () => 'K-3f_9abcdefghij', notes: async () => notes, gaps: async () => gaps };
  return {
    parts,
    assistant: createAssistant(parts),
    around: around as unknown as AtDesk['around'],
    incoming: { address: 'slack:T1:C9', place: 'group', title: null, from: null, at, event },
    by,
    language: valverde.languages[0]!,
    centre: valverde,
  };
};

/** The same desk, where nobody else must approve a note. */
export const ALONE = { desk: { ...centres[0]!.desk!, secondApproves: false } };
