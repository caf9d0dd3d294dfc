import type { Conversation } from '../domain/conversation.ts';
import type { Form } from '../domain/form.ts';
import type { Address, Speaker } from '../domain/message.ts';
import type { Assistant } from './assistant.ts';
import { deskForm } from './desk/desk.ts';
import { deskAt } from './desk/desk-here.ts';
import type { Around } from './track/here.ts';
import type { AssistantParts } from './turn.ts';

/** Which button was pressed where, by whom; `written`: words that stand there already. */
export type FormAsked = {
  readonly address: Address;
  readonly choice: string;
  readonly by: Speaker;
  readonly written: string | null;
};

/** The form that a button opens; null where there is none, or they may not. Nothing is changed by it. */
export type FormFor = (asked: FormAsked, known: Conversation | null, around: Around) => Promise<Form | null>;

/** @param now the time, in milliseconds since 1970 */
export const createFormFor =
  (parts: AssistantParts, assistant: Assistant, now: () => number): FormFor =>
  async (asked, known, around) => {
    const centre = deskAt(parts, asked.address);
    return centre ? deskForm({ parts, assistant, around }, centre, asked, known, now()) : null;
  };
