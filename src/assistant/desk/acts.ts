import type { FileRef } from '../../domain/file.ts';
import type { Letter } from '../../domain/letter.ts';
import { plainWords } from '../../domain/plain-words.ts';
import type { DeskAct } from '../../domain/request.ts';
import type { Going } from '../track/here.ts';
import { type DeskHere, tell } from './desk-here.ts';
import { noteColleague } from './thread.ts';

/** Sends what someone of the desk does to where the request lives; it answers with the request as it is then. */
export const act = (here: DeskHere, going: Going, what: DeskAct, source: string | null = null): Going => {
  const { desk } = going.conversation;
  if (!desk) return going;
  const { id, home, place } = desk.request;
  const thread = here.incoming.address;
  const letter: Letter = { kind: 'act', request: id, thread, act: what, by: here.by, source };
  return { ...noteColleague(going, here.by), letters: [...going.letters, { to: home, place, letter }] };
};

/** Words, or a file, on purpose for the citizen: the answer, or another text in place of one sent before. */
export const send = (
  here: DeskHere,
  going: Going,
  choice: string,
  {
    text,
    file,
    album,
    source,
  }: {
    readonly text: string;
    readonly file: FileRef | null;
    readonly album?: string | undefined;
    readonly source: string | null;
  },
): Going => {
  const words = plainWords(text).trim();
  if (words === '' && !file) return { ...going, note: tell(here, 'nothing_written') };
  const [, line] = /^change=(\d+)$/.exec(choice) ?? [];
  return line === undefined
    ? act(here, going, { kind: 'reply', text: words, file, album }, source)
    : act(here, going, { kind: 'change', line: Number(line), text: words });
};

const PLAIN = ['take', 'close', 'reopen', 'release', 'hand-back'] as const;

/** What a button does about a request at once; undefined for those that ask for more first. */
export const actOf = (here: DeskHere, { conversation: { desk } }: Going, choice: string): DeskAct | undefined => {
  const plain = PLAIN.find((kind) => kind === choice);
  if (plain) return { kind: plain };
  const [, name, value] = /^(take-back|assign)=(.+)$/.exec(choice) ?? [];
  if (name === 'take-back') return { kind: 'take-back', line: Number(value) };
  if (name !== 'assign') return undefined;
  const tutors = here.centre.tutors.map(({ person, name: tutor }) => ({ id: person, name: tutor }));
  const to = [here.by, ...(desk?.people ?? []), ...tutors].find(({ id }) => id === value);
  return to && { kind: 'reassign', to };
};
