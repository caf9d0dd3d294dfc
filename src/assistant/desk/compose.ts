import type { FileRef } from '../../domain/file.ts';
import { plainMessage } from '../../domain/message.ts';
import type { Request } from '../../domain/request.ts';
import type { Going, Taken } from '../track/here.ts';
import { send } from './acts.ts';
import { button, type DeskHere, readerOf, tell } from './desk-here.ts';
import { show, withDesk } from './show.ts';
import { writtenFor } from './written.ts';

const values = (here: DeskHere, request: Request) => ({
  reader: readerOf(here, request),
  name: here.by.name,
  centre: here.centre.name,
});

const composing = (
  here: DeskHere,
  going: Going,
  choice: string | null,
  written: string | null,
  file: FileRef | null = null,
): Going => {
  const { desk } = going.conversation;
  if (!desk) return going;
  const { [here.by.id]: _, ...others } = desk.composing;
  return withDesk(going, {
    ...desk,
    composing: choice === null ? others : { ...others, [here.by.id]: { choice, written, file } },
  });
};

/** Shows the very text that would go, under which name, and who will read it, and asks before it does. */
const askToSend = (
  here: DeskHere,
  going: Going,
  request: Request,
  choice: string,
  text: string,
  file: FileRef | null = null,
): Going => {
  const kept = composing(here, going, choice, text, file);
  const buttons = [button(here, 'send', 'button_send'), button(here, 'discard', 'button_discard')];
  return show(
    here,
    kept,
    'post',
    plainMessage(
      tell(here, 'confirm_send', { ...values(here, request), text: [text, file?.name].filter(Boolean).join('\n') }),
      { choices: [buttons] },
    ),
  );
};

/** Where no form can be opened, a button for words asks for them in the thread; a draft or a ready reply is shown to be sent, or written anew. */
export const askForWords = async (
  here: DeskHere,
  going: Going,
  request: Request,
  choice: string,
): Promise<Going | undefined> => {
  const written = await writtenFor(here, request, choice);
  if (written === undefined) return undefined;
  if (written !== '' && !choice.startsWith('change')) return askToSend(here, going, request, choice, written);
  const asked = composing(here, going, choice, null);
  return show(
    here,
    asked,
    'post',
    plainMessage(tell(here, 'ask_words', values(here, request)), { asksForWords: true }),
  );
};

/** Words that were asked for: they are shown as they would go, and wait for a yes. A file waits as well. */
export const takeWords = (
  here: DeskHere,
  going: Going,
  request: Request,
  { text, file }: { readonly text: string; readonly file: FileRef | null },
): Taken | undefined => {
  const { desk } = going.conversation;
  const asked = desk?.composing[here.by.id];
  if (!asked || asked.written !== null) return undefined;
  if (text.trim() === '' && !file) return undefined;
  return askToSend(here, going, request, asked.choice, text.trim(), file);
};

/** The yes or no to what was shown; undefined for another button. */
export const confirmWords = (here: DeskHere, going: Going, choice: string): Taken | undefined => {
  if (choice !== 'send' && choice !== 'discard') return undefined;
  const asked = going.conversation.desk?.composing[here.by.id];
  const done = composing(here, going, null, null);
  if (!asked || asked.written === null) return { ...going, note: tell(here, 'nothing_written') };
  if (choice === 'discard') return { ...show(here, done, 'post', tell(here, 'discarded')) };
  return send(here, done, asked.choice, { text: asked.written, file: asked.file ?? null, source: null });
};
