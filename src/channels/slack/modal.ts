import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Choice } from '../../domain/answer.ts';
import type { Field, Form } from '../../domain/form.ts';
import { cutText } from '../cut-text.ts';
import type { Words } from './words.ts';

/** What a form is about, kept in it while somebody fills it in. `required`: the fields that must hold words; Slack takes spaces for some. */
const keptSchema = z.object({
  address: z.string(),
  place: z.enum(['private', 'group']),
  thread: z.string().nullable(),
  choice: z.string(),
  source: z.string().nullable(),
  /** What its words were there, as a digest: words that were changed before they are sent are no longer those of the source. */
  words: z.string().nullable(),
  required: z.array(z.string()),
  files: z.array(
    z.object({
      channel: z.string(),
      id: z.string(),
      kind: z.enum(['photo', 'document', 'voice', 'video', 'audio']),
      name: z.string(),
      bytes: z.number().nullable(),
    }),
  ),
});

export type Kept = z.infer<typeof keptSchema>;

/** So many files go with a form: what it is about may take 3,000 signs. Slack lets a person send ten at once. */
export const MOST_FILES = 10;

export const digestOf = (words: string): string =>
  createHash('sha256').update(words.trim()).digest('base64url').slice(0, 22);

/** Reads what a form is about; null where it is none of ours. */
export const keptIn = (metadata: string | undefined): Kept | null => {
  try {
    return keptSchema.parse(JSON.parse(metadata ?? ''));
  } catch {
    return null;
  }
};

/** Slack's limits, in UTF-16 units and in options. */
const MOST_TITLE = 24;
const MOST_LABEL = 2000;
const MOST_OPTION = 75;
const MOST_INPUT = 3000;
const MOST_LINES = 3000;
const MOST_RADIO = 10;
const MOST_SELECT = 100;

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;

/** A text cut to a length: at a word where there is one, with a sign that it goes on. */
export const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const [whole = ''] = cutText(text, most);
  return `${whole.length < most ? whole : cutText(text, most - 1)[0]}…`;
};

const optionOf = ({ id, label }: Choice) => ({ text: plain(shortened(label, MOST_OPTION)), value: id });

const choiceOf = (field: Extract<Field, { kind: 'one-of' | 'any-of' }>) => {
  const options = field.options.slice(0, MOST_SELECT).map(optionOf);
  const ids = field.kind === 'one-of' ? [field.initial] : field.initial.split(' ');
  const initial = options.filter(({ value }) => ids.includes(value));
  const isShort = options.length <= MOST_RADIO;
  const base = { action_id: 'value', options };
  if (field.kind === 'any-of') {
    const chosen = initial.length > 0 ? { initial_options: initial } : {};
    return { ...base, ...chosen, type: isShort ? 'checkboxes' : 'multi_static_select' } as const;
  }
  const chosen = initial[0] ? { initial_option: initial[0] } : {};
  return { ...base, ...chosen, type: isShort ? 'radio_buttons' : 'static_select' } as const;
};

const elementOf = (field: Field) => {
  switch (field.kind) {
    case 'lines':
    case 'line': {
      const most = Math.min(field.most, MOST_INPUT);
      return {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: field.kind === 'lines',
        max_length: most,
        ...(field.initial === '' ? {} : { initial_value: shortened(field.initial, most) }),
      } as const;
    }
    case 'day':
      return {
        type: 'datepicker',
        action_id: 'value',
        ...(/^\d{4}-\d{2}-\d{2}$/.test(field.initial) ? { initial_date: field.initial } : {}),
      } as const;
    case 'one-of':
    case 'any-of':
      return choiceOf(field);
  }
};

const inputOf = (field: Field, required: readonly string[]): types.InputBlock => ({
  type: 'input',
  block_id: field.name,
  label: plain(shortened(field.label, MOST_LABEL)),
  ...(field.hint ? { hint: plain(shortened(field.hint, MOST_LABEL)) } : {}),
  optional: !required.includes(field.name),
  element: elementOf(field),
});

/** A form as a modal, with what it is about and the files that go with its words, or are left out. Beside a file no words are needed. */
export const modalOf = (
  form: Form,
  kept: Omit<Kept, 'required'>,
  leftOut: readonly string[],
  words: Pick<Words, 'withFiles' | 'withoutFiles'>,
): types.ModalView => {
  const needed = form.fields.filter(({ required }) => required).map(({ name }) => name);
  const required = kept.files.length > 0 ? [] : needed;
  const named = (before: string, names: readonly string[]) =>
    names.length > 0 ? [`${before} ${names.join(', ')}`] : [];
  const files = [
    ...named(
      words.withFiles,
      kept.files.map(({ name }) => name),
    ),
    ...named(words.withoutFiles, leftOut),
  ];
  return {
    type: 'modal',
    title: plain(shortened(form.title, MOST_TITLE)),
    submit: plain(shortened(form.submit, MOST_TITLE)),
    close: plain(shortened(form.cancel, MOST_TITLE)),
    private_metadata: JSON.stringify({ ...kept, required } satisfies Kept),
    blocks: [
      ...[...form.lines, ...files]
        .filter((line) => line.trim() !== '')
        .map((line) => ({ type: 'section', text: plain(shortened(line, MOST_LINES)) }) as const),
      ...form.fields.map((field) => inputOf(field, required)),
    ],
  };
};

const chosen = z.object({ value: z.string() });
const stateSchema = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
});

const writtenIn = (state: unknown): string => {
  const read = stateSchema.safeParse(state).data;
  return (
    read?.value ??
    read?.selected_date ??
    read?.selected_option?.value ??
    read?.selected_options?.map(({ value }) => value).join(' ') ??
    ''
  );
};

/** What was filled in, by the name of the field. */
export const fieldsOf = (values: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, writtenIn(value)]));
