import { CampanileError } from '../domain/errors.ts';
import { LANGUAGES } from '../domain/language.ts';
import { holds, type Note } from '../domain/note.ts';
import type { Command } from './command.ts';
import { withStore } from './keep.ts';

const HELP = `campanile notes: what the centres keep as their own word

  campanile notes [--json]
  campanile notes --remove ID

Every note with its id, its centre, the question that it answers, the languages that it is written in, who wrote it and when, until when it
holds, and whether it answers: approved, waiting for somebody's approval, or expired. --json prints a line for each: {"id","centre",
"question","languages","texts","by","at","expires","state":"approved"|"waiting"|"expired"}. --remove takes one back for good; it may run
beside "npm start", and from then on the note answers nobody.`;

type State = 'approved' | 'waiting' | 'expired';

const stateOf = (note: Note, now: number): State => {
  if (holds(note, now)) return 'approved';
  return note.approvedBy === null ? 'waiting' : 'expired';
};

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

const printed = (note: Note, now: number) => ({
  id: note.id,
  centre: note.centre,
  question: note.questions[0]?.text ?? '',
  languages: LANGUAGES.filter((language) => note.texts[language] !== undefined),
  texts: note.texts,
  by: note.by.name,
  at: new Date(note.at).toISOString(),
  expires: note.expires === null ? null : new Date(note.expires).toISOString(),
  state: stateOf(note, now),
});

const told = (note: Note, now: number): string => {
  const { id, centre, question, languages, by, state } = printed(note, now);
  const until = note.expires === null ? 'no end' : `until ${day(note.expires)}`;
  return [
    `${id}  ${centre}: ${question.replace(/\s+/g, ' ')}`,
    `  ${languages.join(', ')}; by ${by} on ${day(note.at)}; ${until}; ${state}`,
  ].join('\n');
};

export const notes: Command = {
  help: HELP,
  options: { json: { type: 'boolean' }, remove: { type: 'string' } },
  run: (call) =>
    withStore(call, async (store) => {
      const { json, remove } = call.options;
      if (typeof remove === 'string') {
        if (!(await store.removeNote(remove)))
          throw new CampanileError(
            'usage',
            `there is no note "${remove}"`,
            'Nothing was changed. "campanile notes" prints every note with its id.',
          );
        call.print(`Removed: ${remove}. It answers nobody any more.`);
        return 0;
      }
      const now = Date.now();
      const kept = [...(await store.notes())].sort((a, b) => b.at - a.at);
      if (json) for (const note of kept) call.print(JSON.stringify(printed(note, now)));
      else call.print(kept.map((note) => told(note, now)).join('\n') || 'No centre keeps a note yet.');
      return 0;
    }),
};
