import { isThread } from '../domain/desk.ts';
import { holderOf, type Request } from '../domain/request.ts';
import type { Store } from '../store.ts';
import type { Command } from './command.ts';
import { withStore } from './keep.ts';

const HELP = `campanile requests: the questions that were handed to a centre's desk

  campanile requests [--json]

Every request that is kept, the newest first: its id, its centre, how far it is, who has it, when it was opened, by when an answer is promised, and the
question. Closed ones are kept for ninety days. --json prints a line for each: {"id","centre","status":"waiting"|"taken"|"answered"|"closed","holder",
"openedAt","promisedBy","language","rating","question"}. Beside "npm start" it shows what the desk sees.`;

const MOST_CHARACTERS = 100;

const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const printed = (request: Request) => ({
  id: request.id,
  centre: request.centre,
  status: request.status.kind,
  holder: holderOf(request)?.name ?? null,
  openedAt: new Date(request.openedAt).toISOString(),
  promisedBy: isoOrNull(request.promisedBy),
  language: request.language,
  rating: request.rating,
  question: request.question,
});

const told = (request: Request): string => {
  const { id, centre, status, holder, openedAt, question } = printed(request);
  const line = question.replace(/\s+/g, ' ');
  return [
    `${id}  ${centre}: ${status}${holder === null ? '' : `, ${holder}`}, opened ${openedAt.slice(0, 16).replace('T', ' ')}`,
    `  ${line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line}`,
  ].join('\n');
};

const requestsIn = async (store: Store): Promise<Request[]> => {
  const found: Request[] = [];
  for (const address of (await store.addresses()).filter(isThread)) {
    const desk = (await store.load(address))?.conversation.desk;
    if (desk) found.push(desk.request);
  }
  return found.sort((a, b) => b.openedAt - a.openedAt);
};

export const requests: Command = {
  help: HELP,
  options: { json: { type: 'boolean' } },
  run: (call) =>
    withStore(call, async (store) => {
      const kept = await requestsIn(store);
      if (call.options.json) for (const request of kept) call.print(JSON.stringify(printed(request)));
      else call.print(kept.map(told).join('\n') || 'Nobody handed a question to a desk yet.');
      return 0;
    }),
};
