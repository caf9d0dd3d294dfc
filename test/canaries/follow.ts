import { isThread, requestIn } from '../../src/domain/desk.ts';
import { type Act, isSaid, pressOf } from './act.ts';
import type { Flock } from './flock.ts';
import { hasChoice } from './judge.ts';
import type { Ledger, Request } from './ledger.ts';
import type { Seen, Stage } from './stage.ts';
import { isPersons, toldBy } from './told.ts';

const DAY = 24 * 3_600_000;
const numberAfter = (name: RegExp, choice: string): number => Number(name.exec(choice)?.[1] ?? -1);
const choiceIn = ({ message }: Seen, name: RegExp): string | undefined =>
  message?.choices.flat().find(({ id }) => name.test(id))?.id;

/** Follows what people do and are told, so that the ledger says where each canary may be seen. */
export const createFollow = (ledger: Ledger, flock: Flock, stage: Stage) => {
  const lastDay = (at: string): number[] =>
    ledger.home(at).asked.flatMap(({ canary, at: when }) => (stage.now - when <= DAY ? [canary] : []));

  /** Words go to a person where they were asked for, where they answer that person, or where all that is said goes to them. */
  const goesToPerson = ({ by, incoming, repliesTo }: Act, at: string): boolean => {
    const { told, answering, thread } = ledger.home(at);
    const answers = repliesTo?.key.startsWith(`p${requestIn(thread ?? '')}.`) ?? false;
    return answering === by.id || answers || (incoming.place === 'private' && told === 'person');
  };

  const beforeCitizen = (act: Act, at: string): void => {
    const { by, incoming, wrote, brings } = act;
    const home = ledger.home(at);
    const request = ledger.openAt(at);
    if (request && isSaid(incoming.event) && goesToPerson(act, at)) {
      const said = [...wrote, by.canary];
      request.said = wrote;
      for (const canary of said) request.words.add(canary);
      ledger.allow(home.thread!, said);
    }
    const choice = pressOf(act) ?? '';
    const confirms = home.preview?.by === by.id && (act.isYes || choice === `send=${home.preview.number}`);
    if (confirms) home.confirmed = home.preview;
    // What they say next may be the question that was asked for.
    if (home.wish?.by === by.id) home.wish = { ...home.wish, canaries: [...home.wish.canaries, ...wrote] };
    const { wish } = home;
    if (wish?.by === by.id && choice === `private=${wish.number}`) ledger.allow(by.home, wish.canaries);
    if (brings) ledger.allow(at, ledger.home(brings).partners);
    if (incoming.place === 'private') for (const canary of wrote) home.partners.add(canary);
  };

  const isCurrent = (thread: string, { home }: Request): boolean => ledger.home(home).thread === thread;

  /** What an act of staff sends on purpose; null where it sends nothing. */
  const sentBy = (act: Act, thread: string): readonly number[] | null => {
    const { event } = act.incoming;
    const request = ledger.requests.get(thread);
    if (!request || !isCurrent(thread, request)) return null;
    const isOpen = ledger.openAt(request.home) !== undefined;
    if (event.kind === 'form' && event.choice !== 'note' && !event.choice.startsWith('gap-'))
      return isOpen || event.choice.startsWith('change=') ? act.wrote : null;
    if (event.kind === 'press' && event.choice === 'send') return ledger.composed.get(`${thread} ${act.by.id}`) ?? [];
    if (event.kind === 'edited' && request.sources.has(event.source)) return act.wrote;
    return null;
  };

  const beforeStaff = (act: Act, thread: string): void => {
    const request = ledger.requests.get(thread);
    if (!request || !ledger.deskAt(thread)?.staff.includes(act.by)) return;
    const [, assigned] = /^assign=(.+)$/.exec(pressOf(act) ?? '') ?? [];
    const named = ledger.deskAt(thread)!.staff.filter(({ id }) => id === assigned || id === act.by.id);
    const sent = [...named.map(({ canary }) => canary), ...(sentBy(act, thread) ?? [])];
    ledger.allow(request.home, sent);
    for (const canary of sent) request.words.add(canary);
  };

  /** A request comes to be known by its card: only after a yes, or passed on from another desk. */
  const openRequest = async (thread: string): Promise<boolean> => {
    const kept = (await stage.store().load(thread))?.conversation.desk?.request;
    if (!kept) return true;
    const state = ledger.home(kept.home);
    const before = ledger.sameRequest(thread);
    const preview = before ? [...before.preview] : (state.confirmed?.canaries ?? []);
    const words = before ? [...before.words] : preview;
    const desk = ledger.deskAt(thread)!.at;
    const isRight = before !== undefined || state.confirmed !== null;
    if (!isRight) return false;
    ledger.requests.set(thread, {
      home: kept.home,
      desk,
      preview: new Set(preview),
      words: new Set(words),
      lines: new Map(before?.lines ?? []),
      sources: new Map(),
      said: before?.said ?? preview,
      isGone: false,
    });
    ledger.allow(thread, words);
    state.thread = thread;
    state.told = 'waiting';
    if (!before) state.preview = null;
    if (!before) state.confirmed = null;
    return true;
  };

  const factsOf = (seen: Seen, act: Act | undefined): void => {
    const { message, text } = seen;
    const at = ledger.current(seen.at);
    if (!message) return;
    const canaries = flock.in(text);
    const note = choiceIn(seen, /^note-remove=/);
    if (note !== undefined) {
      const desk = ledger.deskAt(at)!.at;
      ledger.notes.set(note.slice('note-remove='.length), {
        desk,
        canaries: new Set(canaries),
        isTold: !hasChoice(seen, /^note-approve=/),
      });
    }
    if (ledger.deskAt(at)) return;
    const home = ledger.home(at);
    if (toldBy(message) === 'shown') home.shownTo = ledger.deskNamedIn(message.text);
    const preview = choiceIn(seen, /^send=/);
    if (preview !== undefined && act) {
      home.preview = { number: numberAfter(/=(\d+)/, preview), by: act.by.id, canaries: [...canaries, act.by.canary] };
      home.confirmed = null;
      // Words that were asked for in the group belong to the wish, which may still go on in private.
      const { wish } = home;
      if (wish?.number === home.preview.number) home.wish = { ...wish, canaries: [...wish.canaries, ...canaries] };
    }
    const wish = choiceIn(seen, /^private=/);
    if (wish !== undefined && act) {
      const title = [...flock.in(act.incoming.title ?? ''), act.by.canary];
      home.wish = {
        number: numberAfter(/=(\d+)/, wish),
        by: act.by.id,
        // A yes where a place is to be chosen shows the same wish anew.
        canaries: [...(home.wish?.by === act.by.id ? home.wish.canaries : []), ...lastDay(at), ...act.wrote, ...title],
      };
    }
  };

  /** What was asked last, as an answer under it shows; what could not be answered may come to the desks. */
  const noteAsked = (act: Act, own: readonly Seen[]): void => {
    const { event } = act.incoming;
    if (event.kind !== 'text' || act.wrote.length === 0) return;
    const answer = own.find((seen) => hasChoice(seen, /^useful=/));
    ledger.asked(act.at, stage.now, [...act.wrote, ...(answer ? flock.in(answer.text) : [])], answer !== undefined);
  };

  /** What is answered, be it a question from before, may come to the desks as a question without an answer. */
  const noteGap = (act: Act, all: readonly Seen[]): void => {
    const isAnswered = all.some(
      (seen) => ledger.current(seen.at) === ledger.current(act.at) && hasChoice(seen, /^useful=/),
    );
    const asked = [...act.wrote, ...lastDay(act.at)].filter((canary) => !isThread(flock.of(canary).at));
    if (isAnswered) for (const canary of asked) ledger.gaps.add(canary);
  };

  const noteLines = (act: Act, thread: string, own: readonly Seen[], all: readonly Seen[]): void => {
    const request = ledger.requests.get(thread);
    if (!request) return;
    const { event } = act.incoming;
    const confirm = own.findLast((seen) => hasChoice(seen, /^discard$/));
    const who = `${thread} ${act.by.id}`;
    if (confirm)
      ledger.composed.set(
        who,
        flock.in(confirm.text).filter((canary) => flock.of(canary).kind === 'words'),
      );
    const sent = sentBy(act, thread);
    if (pressOf(act) === 'send' || pressOf(act) === 'discard') ledger.composed.delete(who);
    const changed =
      event.kind === 'edited'
        ? request.sources.get(event.source)
        : numberAfter(/^change=(\d+)$/, event.kind === 'form' ? event.choice : '');
    const copy = own.map((seen) => choiceIn(seen, /^change=/)).find(Boolean);
    const number = copy === undefined ? changed : numberAfter(/=(\d+)/, copy);
    const arrived =
      sent &&
      sent.length > 0 &&
      all.some((seen) => !isThread(seen.at) && sent.every((one) => flock.in(seen.text).includes(one)));
    if (arrived && number !== undefined && number >= 0) {
      takeAway(request, number);
      request.lines.set(number, sent);
      ledger.allow(request.home, sent);
      for (const canary of sent) request.words.add(canary);
      if (event.kind === 'form' && event.source !== null && event.choice === 'reply')
        request.sources.set(event.source, number);
    }
    const gone =
      event.kind === 'deleted'
        ? request.sources.get(event.source)
        : numberAfter(/^take-back=(\d+)$/, pressOf(act) ?? '');
    if (gone !== undefined && own.some(({ key }) => key === `r${gone}`)) takeAway(request, gone);
  };

  /** What was sent reads otherwise, or is taken back: it is told there no more. */
  const takeAway = (request: Request, number: number): void => {
    for (const canary of request.lines.get(number) ?? []) {
      ledger.disallow(request.home, canary);
      request.words.delete(canary);
    }
    request.lines.delete(number);
  };

  const tellOf = (seen: Seen, act: Act | undefined): void => {
    if (!seen.message) return;
    const at = ledger.current(seen.at);
    const told = toldBy(seen.message);
    if (isThread(at)) {
      if (told === 'gone') ledger.forget(at);
      return;
    }
    if (ledger.deskAt(at)) return;
    const home = ledger.home(at);
    if (isPersons(seen.message)) {
      home.told = 'person';
      const said = home.thread === null ? [] : (ledger.requests.get(home.thread)?.said ?? []);
      ledger.asked(at, stage.now, [...flock.in(seen.text), ...said], false);
    } else if (told === 'erased') ledger.erase(at);
    else if (told === 'person' || told === 'waiting' || told === 'bot') home.told = told;
    else if (told === 'hidden') home.shownTo = null;
    else if (told === 'ask_answer') home.answering = act?.by.id ?? null;
    else if (told === 'passed_on') home.answering = null;
    if (home.told === 'bot') home.answering = null;
  };

  return {
    before: (act: Act): void => {
      const at = ledger.current(act.at);
      ledger.allow(at, [...act.wrote, act.by.canary, ...flock.in(act.incoming.title ?? '')]);
      if (ledger.deskAt(at)) beforeStaff(act, at);
      else beforeCitizen(act, at);
    },
    openRequest,
    answered: noteGap,
    facts: factsOf,
    told: tellOf,
    after: (act: Act, all: readonly Seen[]): void => {
      const at = ledger.current(act.at);
      const own = all.filter((seen) => ledger.current(seen.at) === at);
      if (ledger.deskAt(at)) noteLines(act, at, own, all);
      else noteAsked(act, own);
      const [, removed] = /^note-remove=(.+)$/.exec(pressOf(act) ?? '') ?? [];
      if (removed !== undefined && own.some(({ key }) => key === `note.${removed}`)) ledger.notes.delete(removed);
    },
  };
};
