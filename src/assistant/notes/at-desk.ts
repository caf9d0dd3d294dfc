import type { Choice } from '../../domain/answer.ts';
import type { Centre } from '../../domain/centre.ts';
import type { Message } from '../../domain/message.ts';
import type { Here, Taken } from '../track/here.ts';
import { type NoteTextName, noteWords } from './words/words.ts';

/** A turn at a centre's desk. */
export type AtDesk = Here & { readonly centre: Centre };

/** What comes of something done about notes or gaps at a desk: what is kept of it, and what is shown there, each under its key. */
export type DeskDone = Pick<Taken, 'notes' | 'settledGaps' | 'note'> & {
  readonly shown: readonly { readonly kind: 'post' | 'update'; readonly key: string; readonly message: Message }[];
};

export const tellAt = (
  { language }: Pick<Here, 'language'>,
  name: NoteTextName,
  values: Record<string, string | number> = {},
): string => noteWords[language](name, values);

export const buttonAt = (
  here: Pick<Here, 'language'>,
  id: string,
  label: NoteTextName,
  { opens, ...values }: { readonly opens?: 'form'; readonly number?: number } = {},
): Choice => ({ id, label: tellAt(here, label, values), ...(opens ? { opens } : {}) });

/** Nothing but a word shown for a moment. */
export const onlyNoted = (note: string): DeskDone => ({ notes: [], settledGaps: [], note, shown: [] });
