import type { Choice } from '../../domain/answer.ts';
import { deskOf } from '../../domain/desk.ts';
import type { Address } from '../../domain/message.ts';
import type { Request } from '../../domain/request.ts';
import { whenInWords } from '../../language/when.ts';
import type { Answering } from '../hand-over/desks.ts';
import type { Here } from '../track/here.ts';
import type { AssistantParts } from '../turn.ts';
import { type DeskTextName, deskWords } from './words/words.ts';

/** A turn at a centre's desk. It speaks the first of the centre's languages. */
export type DeskHere = Here & { readonly centre: Answering };

/** The centre whose desk, or whose thread, an address is. */
export const deskAt = ({ centres }: Pick<AssistantParts, 'centres'>, address: Address): Answering | undefined =>
  centres.find((centre): centre is Answering => centre.desk?.at === deskOf(address));

export const tell = (
  { language }: Pick<Here, 'language'>,
  name: DeskTextName,
  values: Record<string, string | number> = {},
): string => deskWords[language](name, values);

export const button = (here: Here, id: string, label: DeskTextName, opens?: 'form'): Choice => ({
  id,
  label: tell(here, label),
  ...(opens ? { opens } : {}),
});

/** A moment as it is told at the desk. */
export const when = ({ centre, incoming, language }: DeskHere, at: number): string =>
  whenInWords(at, { now: incoming.at, timeZone: centre.timeZone, language });

/** Who will read what is answered to a request. */
export const readerOf = (here: DeskHere, { place, by, readers }: Request): string => {
  if (place === 'private') return tell(here, 'reader_private', { name: by.name });
  return readers === null ? tell(here, 'reader_group_unknown') : tell(here, 'reader_group', { count: readers });
};
