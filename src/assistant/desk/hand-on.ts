import type { Choice } from '../../domain/answer.ts';
import type { Letter } from '../../domain/letter.ts';
import { plainMessage } from '../../domain/message.ts';
import { holderOf, type Request } from '../../domain/request.ts';
import type { Going } from '../track/here.ts';
import { cannedFor } from './canned.ts';
import { button, type DeskHere, tell } from './desk-here.ts';
import { show } from './show.ts';

/** Offers the ready replies, in the language of who asked. */
export const offerCanned = (here: DeskHere, going: Going, request: Request): Going => {
  const ready = cannedFor(here.centre, request);
  const list = ready.map(({ text }, at) => `${at + 1}. ${text}`);
  const choices = ready.map(({ name }, at): Choice[] => [{ id: `canned=${name}`, label: `${at + 1}`, opens: 'form' }]);
  return show(
    here,
    going,
    'post',
    plainMessage([tell(here, 'canned_here'), ...list].join('\n'), { choices: [choices.flat()] }),
  );
};

/** Offers the colleagues who are known here to pass a request to, oneself first. */
export const offerColleagues = (here: DeskHere, going: Going, request: Request): Going => {
  const { desk } = going.conversation;
  const tutors = here.centre.tutors.map(({ person, name }) => ({ id: person, name }));
  const known = [here.by, ...tutors, ...(desk?.people ?? [])];
  const others = known.filter(
    ({ id }, at) => known.findIndex((one) => one.id === id) === at && id !== holderOf(request)?.id,
  );
  const choices = others.map(({ id, name }): Choice[] => [{ id: `assign=${id}`, label: name }]);
  return show(
    here,
    going,
    'post',
    plainMessage(tell(here, 'reassign_here'), { choices: [...choices, [button(here, 'release', 'button_release')]] }),
  );
};

/** Offers the centre's tutors for the group that a request comes from. */
export const offerTutors = (here: DeskHere, going: Going, { context }: Request): Going => {
  if (!context?.groupAt) return show(here, going, 'post', tell(here, 'tutor_private'));
  const { tutors, name } = here.centre;
  if (tutors.length === 0) return show(here, going, 'post', tell(here, 'tutor_nobody', { centre: name }));
  const choices = tutors.map(({ person, name: tutor }): Choice[] => [{ id: `tutor=${person}`, label: tutor }]);
  return show(
    here,
    going,
    'post',
    plainMessage(tell(here, 'tutor_here'), { choices: [...choices, [button(here, 'tutor=none', 'button_no_tutor')]] }),
  );
};

/** Names the tutor of the group that a request comes from, or none any more; undefined for another button. */
export const nameTutor = (here: DeskHere, going: Going, { context }: Request, choice: string): Going | undefined => {
  const [, value] = /^tutor=(.+)$/.exec(choice) ?? [];
  if (value === undefined || !context?.groupAt) return undefined;
  const found = here.centre.tutors.find(({ person }) => person === value);
  if (!found && value !== 'none') return undefined;
  const tutor = found ? { id: found.person, name: found.name } : null;
  const letter: Letter = { kind: 'tutor', tutor, centre: here.centre.name };
  const told = show(here, going, 'post', tell(here, 'tutor_done', { name: tutor?.name ?? 'none' }));
  return { ...told, letters: [...told.letters, { to: context.groupAt, place: 'group', letter }] };
};
