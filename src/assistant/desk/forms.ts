import type { Form } from '../../domain/form.ts';
import type { Request } from '../../domain/request.ts';
import { type DeskHere, readerOf, tell } from './desk-here.ts';
import type { DeskTextName } from './words/words.ts';
import { lastAsked, writtenFor } from './written.ts';

const MOST_TEXT = 3000;
const MOST_REMINDED = 300;

const TITLES: Readonly<Record<string, DeskTextName>> = {
  reply: 'form_reply',
  draft: 'form_draft',
  canned: 'form_canned',
  change: 'form_change',
};

/** As many whole sentences as fit, or, where there is no end of one, whole words. */
const cutAtSentence = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const start = text.slice(0, most);
  const [sentences = ''] = /^[\s\S]*(?:[.!?…](?=\s)|\n)/.exec(start) ?? [];
  const [words = start] = /^[\s\S]*\s/.exec(start) ?? [];
  return (sentences.length > most / 2 ? sentences : words).trimEnd();
};

/** Enough of what was asked to be reminded of it: the form covers the card. */
const beginningOf = (text: string): string =>
  text.length <= MOST_REMINDED ? text : `${cutAtSentence(text, MOST_REMINDED)} …`;

/** The form for an answer: the final text, under which name it goes, and who will read it; null for a button that opens none. */
export const replyForm = async (
  here: DeskHere,
  request: Request,
  choice: string,
  given: string | null,
): Promise<Form | null> => {
  const title = TITLES[choice.split('=')[0] ?? ''];
  const written = title && (given ?? (await writtenFor(here, request, choice)));
  if (title === undefined || written === undefined) return null;
  const initial = cutAtSentence(written, MOST_TEXT);
  return {
    choice,
    title: tell(here, title),
    lines: [
      tell(here, 'form_asked', { name: request.by.name, text: beginningOf(lastAsked(request)) }),
      tell(here, 'form_to', { reader: readerOf(here, request) }),
      tell(here, 'form_as', { name: here.by.name, centre: here.centre.name }),
      ...(initial === written ? [] : [tell(here, 'form_cut', { most: MOST_TEXT })]),
    ],
    fields: [
      {
        kind: 'lines',
        name: 'text',
        label: tell(here, 'form_text'),
        hint: null,
        initial,
        required: true,
        most: MOST_TEXT,
      },
    ],
    submit: tell(here, 'form_submit'),
    cancel: tell(here, 'form_cancel'),
  };
};
