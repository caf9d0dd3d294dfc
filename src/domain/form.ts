import type { Choice } from './answer.ts';

/** One thing asked for in a form. `most`: its length in characters. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly initial: string;
  readonly required: boolean;
} & (
  | { readonly kind: 'lines' | 'line'; readonly most: number }
  /** A day as `2026-11-30`. */
  | { readonly kind: 'day' }
  /** One or several of these; several ids are written with spaces between. */
  | { readonly kind: 'one-of' | 'any-of'; readonly options: readonly Choice[] }
);

/** What a button that opens a form asks for, in the words of who pressed it; what is sent comes back as an event of its own. */
export type Form = {
  /** The button that it belongs to. */
  readonly choice: string;
  readonly title: string;
  /** What must be known before it is sent: under which name it goes, and who will read it. */
  readonly lines: readonly string[];
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly cancel: string;
};
