import type { Composing } from '../../domain/desk.ts';
import type { FileRef } from '../../domain/file.ts';
import { plainMessage } from '../../domain/message.ts';
import { plainWords } from '../../domain/plain-words.ts';
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

const composing = (here: DeskHere, going: Going, what: Composing | null): Going => {
  const { desk } = going.conversation;
  if (!desk) return going;
  const { [here.by.id]: _, ...others } = desk.composing;
  return withDesk(going, { ...desk, composing: what === null ? others : { ...others, [here.by.id]: what } });
};

/** Shows the very text that would go, under which name, and who will read it, and asks before it does; once for all that is sent together. */
const askToSend = (
  here: DeskHere,
  going: Going,
  request: Request,
  { written, files, asks, ...rest }: Composing & { readonly written: string },
): Going => {
  const key = asks ?? `m${going.conversation.count + 1}`;
  const kept = composing(here, going, { ...rest, written, files, asks: key });
  const buttons = [button(here, 'send', 'button_send'), button(here, 'discard', 'button_discard')];
  const text = [written, ...files.map(({ name }) => name)].filter(Boolean).join('\n');
  const message = plainMessage(tell(here, 'confirm_send', { ...values(here, request), text }), { choices: [buttons] });
  return show(here, kept, asks === null ? 'post' : 'update', message, key);
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
  const begun = { choice, files: [], album: null, asks: null };
  if (written !== '' && !choice.startsWith('change')) return askToSend(here, going, request, { ...begun, written });
  const asked = composing(here, going, { ...begun, written: null });
  return show(
    here,
    asked,
    'post',
    plainMessage(tell(here, 'ask_words', values(here, request)), { asksForWords: true }),
  );
};

/** Words that were asked for: they are shown as they would go, and wait for a yes. A file waits as well, and what was sent together with it. */
export const takeWords = (
  here: DeskHere,
  going: Going,
  request: Request,
  { text, file, album }: { readonly text: string; readonly file?: FileRef; readonly album?: string },
): Taken | undefined => {
  const { desk } = going.conversation;
  const asked = desk?.composing[here.by.id];
  const isWith = album !== undefined && asked?.album === album;
  if (!asked || (asked.written !== null && !isWith)) return undefined;
  if (text.trim() === '' && !file) return undefined;
  const written = [asked.written, plainWords(text).trim()].filter(Boolean).join('\n');
  const files = [...asked.files, ...(file ? [file] : [])];
  return askToSend(here, going, request, { ...asked, written, files, album: album ?? null });
};

/** The yes or no to what was shown; undefined for another button. */
export const confirmWords = (here: DeskHere, going: Going, choice: string): Taken | undefined => {
  if (choice !== 'send' && choice !== 'discard') return undefined;
  const asked = going.conversation.desk?.composing[here.by.id];
  const done = composing(here, going, null);
  if (!asked || asked.written === null) return { ...going, note: tell(here, 'nothing_written') };
  if (choice === 'discard') return { ...show(here, done, 'post', tell(here, 'discarded')) };
  const { written, files, album, asks } = asked;
  const [file = null, ...more] = files;
  const together = { album: more.length > 0 ? (album ?? asks ?? undefined) : undefined, source: null };
  const first = send(here, done, asked.choice, { text: written, file, ...together });
  // Each further file is an answer by itself, with no words of its own.
  return asked.choice.startsWith('change')
    ? first
    : more.reduce((sent, one) => send(here, sent, asked.choice, { text: '', file: one, ...together }), first);
};
