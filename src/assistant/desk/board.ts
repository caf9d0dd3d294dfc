import { plainMessage } from '../../domain/message.ts';
import { isOpen, type Request } from '../../domain/request.ts';
import { type Going, post } from '../track/here.ts';
import { stateOf } from './card.ts';
import { button, type DeskHere, tell } from './desk-here.ts';

const MOST_SHOWN = 20;
const MOST_CHARACTERS = 80;

/** The open requests of a desk, the newest first. */
export const openRequests = async ({ around, centre }: DeskHere): Promise<Request[]> => {
  const threads = await around.threadsAt(centre.desk.at);
  return threads.flatMap(({ desk }) => (desk && isOpen(desk.request) ? [desk.request] : []));
};

const lineOf = (here: DeskHere, request: Request): string => {
  const question = request.question.replace(/\s+/g, ' ');
  return tell(here, 'board_line', {
    name: request.by.name,
    group: request.context?.group ?? 'none',
    question: question.length > MOST_CHARACTERS ? `${question.slice(0, MOST_CHARACTERS)}…` : question,
    state: stateOf(here, request),
  });
};

/** The open requests as one text. */
export const boardText = (here: DeskHere, open: readonly Request[]): string =>
  open.length === 0
    ? tell(here, 'board_none')
    : [tell(here, 'board', { count: open.length }), ...open.slice(0, MOST_SHOWN).map((one) => lineOf(here, one))].join(
        '\n',
      );

/** What the desk is told when it speaks to the assistant outside of a request: what is open. */
export const showBoard = async (here: DeskHere, going: Going): Promise<Going> =>
  post(
    here,
    going,
    plainMessage(boardText(here, await openRequests(here)), {
      choices: [
        [
          button(here, 'requests', 'button_requests'),
          button(here, 'groups', 'button_groups'),
          button(here, 'gaps', 'button_gaps'),
        ],
      ],
    }),
  );
