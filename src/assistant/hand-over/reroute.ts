import { threadAddress } from '../../domain/desk.ts';
import type { Request } from '../../domain/request.ts';
import { tellCentres } from '../centres.ts';
import type { Going, Here } from '../track/here.ts';
import { centreNamed, expectedOf, isAnyoneThere, promiseOf } from './desks.ts';
import { keepRequest } from './request.ts';
import { postToAsker, tell } from './tell.ts';

/** The default centre's desk, where that is another than the one that cannot be reached. */
const otherDesk = ({ parts }: Here, { centre }: Request) => {
  const found = parts.centres.find(({ isDefault, desk, name }) => isDefault && desk !== null && name !== centre);
  return found && isAnyoneThere([found]) ? found : undefined;
};

/** A desk that cannot be reached any more hands the request to the default centre; where there is no other, who asked is told whom to call. */
export const reroute = (here: Here, going: Going, request: Request): Going => {
  const other = otherDesk(here, request);
  const centre = other && centreNamed(here, other.name);
  if (!centre) {
    const calls = tellCentres(here.parts.centres, request.centre, here.language);
    const told = tell(here, 'nobody_reached', { centre: request.centre });
    return postToAsker(here, going, request, calls === null ? told : `${told}\n${calls}`);
  }
  const promisedBy = promiseOf(centre, null, here.incoming.at);
  const moved: Request = {
    ...request,
    centre: centre.name,
    thread: threadAddress(centre.desk.at, request.id),
    status: { kind: 'waiting', since: here.incoming.at },
    promisedBy,
    tutor: null,
  };
  const expected = expectedOf(here, centre.name, null, promisedBy);
  // Whoever reaches the old desk again finds no request there that is answered elsewhere.
  const left = { to: request.thread, place: 'group', letter: { kind: 'forgotten' } } as const;
  const kept = keepRequest(here, { ...going, letters: [...going.letters, left] }, moved, { kind: 'opened' });
  return postToAsker(
    here,
    kept,
    moved,
    tell(here, 'rerouted', { from: request.centre, centre: centre.name, expected }),
  );
};
