import type { Letter } from '../../domain/letter.ts';
import { plainMessage } from '../../domain/message.ts';
import { type Going, type Here, post } from '../track/here.ts';
import { showButtons } from '../track/shown-to.ts';
import { tell } from './tell.ts';

/** A group learns who of a centre walks with it (6.4 promises a tutor), or that nobody does any more. */
export const nameTutor = (here: Here, going: Going, { tutor, centre }: Extract<Letter, { kind: 'tutor' }>): Going => {
  const kept = { ...going.conversation, tutor: tutor && { person: tutor, centre } };
  const text = tutor ? tell(here, 'tutor_named', { name: tutor.name, centre }) : tell(here, 'tutor_gone', { centre });
  const walking = tutor && kept.shownTo !== centre ? here.parts.centres.filter(({ name }) => name === centre) : [];
  return post(here, { ...going, conversation: kept }, plainMessage(text, { choices: showButtons(here, walking) }));
};
