import type { AlarmName } from '../../domain/alarm.ts';
import { deskOf, threadAddress, withDesk } from '../../domain/desk.ts';
import type { Address, Delivery, Incoming } from '../../domain/message.ts';
import type { Intake, NewIntake, Queued, TurnDone } from '../../store.ts';
import type { Records } from '../sql/records.ts';
import type { Statements } from './statements.ts';

/** The deliveries that say what is shown under their key from then on. */
const SHOWS: readonly string[] = ['post', 'update', 'remove'];

/** Every address that begins with the desk's own and the sign of a thread; "$" is the sign after it. */
export const threadsOf = (desk: Address) => ({ from: threadAddress(desk, ''), to: `${desk}$` });

/** Everything that changes the store; each runs within a transaction. */
export type Changes = ReturnType<typeof createChanges>;

/**
 * @param draw gives a number that was never given before, for what comes in and goes out, and for versions
 * @param now the time of arrival, in milliseconds since 1970
 */
export const createChanges = (run: Statements, records: Records, draw: () => number, now: () => number) => {
  /** A desk's threads go where it goes. */
  const follow = (address: Address): Address => {
    const goesOn = run.follow.one({ address: deskOf(address) });
    return goesOn ? withDesk(address, goesOn.goes_on_at) : address;
  };

  /** What was said in a desk's thread comes in at the thread's own address. */
  const inThread = (incoming: Incoming): Incoming => {
    const { thread, ...rest } = incoming;
    if (thread === undefined) return incoming;
    const found = run.addressOf.one({ desk: incoming.address, shownAs: thread });
    return found ? { ...rest, address: found.address } : incoming;
  };

  const takeOne = ({ channel, id, incoming: arrived }: NewIntake): Intake[] => {
    const number = draw();
    if (run.addIntake.run({ number, channel, id, takenAt: now() }) === 0) return [];
    const incoming = inThread({ ...arrived, address: follow(arrived.address) });
    run.addWaiting.run({ number, address: incoming.address, tries: 0, body: records.waiting(incoming) });
    return [{ number, incoming, tries: 0 }];
  };

  const queueOne = (given: Delivery): Queued => {
    const delivery = { ...given, address: follow(given.address) };
    const number = draw();
    const row = records.delivery(delivery);
    run.addDelivery.run({ number, ...row });
    return { number, delivery, shownAs: run.shownAs.one(row)?.shown_as ?? null };
  };

  const eraseAll = (at: Address): boolean => {
    const address = follow(at);
    const erased = [
      run.eraseConversation,
      run.eraseWaiting,
      run.eraseDeliveries,
      run.eraseMessages,
      run.eraseMembers,
      run.eraseMoves,
      run.eraseThread,
      run.eraseAlarms,
      run.eraseJudges,
    ].map((erase) => erase.run({ address }));
    return erased.some((rows) => rows > 0);
  };

  const take = (items: readonly NewIntake[]): Intake[] => items.flatMap(takeOne);

  const commit = (turn: TurnDone): { queued: Queued[]; taken: Intake[] } | 'stale' => {
    const address = follow(turn.address);
    const version = run.version.one({ address })?.version ?? null;
    if (version !== turn.version) return 'stale';
    // Its turn was done before, or what came in was erased meanwhile: nothing may come of it any more.
    if (run.removeWaiting.run({ number: turn.number }) === 0) return { queued: [], taken: [] };
    if (turn.conversation) {
      const row = { address, version: draw(), ...records.conversation(turn.conversation) };
      if (version === null) run.addConversation.run(row);
      else run.setConversation.run(row);
      for (const { person, address: group, title } of turn.members)
        run.setMember.run({ person, address: follow(group), title: records.title(title) });
    } else if (version !== null) eraseAll(address);
    // Where something was erased nothing is due any more; where nothing was known yet, something may be.
    for (const { name, due } of turn.conversation || version === null ? turn.alarms : []) {
      if (due === null) run.removeAlarm.run({ address, name });
      else run.setAlarm.run({ address, name, due });
    }
    for (const one of turn.feedback) {
      run.removeFeedback.run({ address, answer: one.answer, person: one.person });
      run.addFeedback.run({ number: draw(), address, at: now(), ...records.feedback(one) });
    }
    for (const { id, note } of turn.notes) {
      if (note === null) run.removeNote.run({ id });
      else run.setNote.run(records.note(note));
    }
    for (const number of turn.settledGaps) run.removeGap.run({ number });
    for (const gap of turn.gaps) run.addGap.run({ number: draw(), at: now(), ...records.gap(gap) });
    return { queued: turn.deliveries.map(queueOne), taken: take(turn.letters) };
  };

  /** Takes in what is due, and no more than once. */
  const ring = (before: number, limit: number): Intake[] =>
    run.due.all({ now: before, limit }).flatMap(({ address, name, due }) => {
      run.removeAlarm.run({ address, name });
      const event = { kind: 'alarm', name: name as AlarmName } as const;
      // Where it rings knows whether it is a group.
      const incoming: Incoming = { address, place: 'private', title: null, from: null, at: before, event };
      return takeOne({ channel: 'alarm', id: `${address} ${name} ${due}`, incoming });
    });

  const opened = (given: Address, thread: string): void => {
    const address = follow(given);
    run.setThread.run({ address, desk: deskOf(address), shownAs: thread });
  };

  const giveUp = (number: number, deliveries: readonly Delivery[]): Queued[] =>
    run.removeWaiting.run({ number }) === 0 ? [] : deliveries.map(queueOne);

  const sent = (number: number, shownAs: string | null, thread: string | null): void => {
    const row = run.takeDelivery.one({ number });
    if (!row || !SHOWS.includes(row.kind)) return;
    const { address, key } = row;
    if (thread !== null) opened(address, thread);
    if (shownAs === null) run.removeShown.run({ address, key });
    else run.setShown.run({ address, key, shownAs });
  };

  const moveAll = (source: Address, target: Address): void => {
    if (run.version.one({ address: source })) {
      run.eraseConversation.run({ address: target });
      // Keys are counted by each conversation: those of the one that ends here would be taken for the other's.
      run.eraseMessages.run({ address: target });
      run.moveConversation.run({ from: source, to: target, version: draw() });
    }
    run.moveWaiting.run({ from: source, to: target });
    run.moveDeliveries.run({ from: source, to: target });
    run.moveAlarms.run({ from: source, to: target });
    run.moveJudges.run({ from: source, to: target });
    run.eraseMessages.run({ address: source });
    for (const { person, title } of run.membersAt.all({ address: source }))
      run.setMember.run({ person, address: target, title });
    run.eraseMembers.run({ address: source });
    // The platform's names of messages and threads are those of the place that was left.
    run.eraseThread.run({ address: source });
  };

  const move = (from: Address, to: Address): void => {
    const [source, target] = [follow(deskOf(from)), follow(deskOf(to))];
    if (source === target) return;
    moveAll(source, target);
    for (const { address } of run.threads.all(threadsOf(source))) moveAll(address, withDesk(address, target));
    run.moveOn.run({ from: source, to: target });
    run.addMove.run({ address: source, goesOnAt: target });
  };

  return {
    follow,
    take,
    ring,
    opened,
    commit,
    giveUp,
    sent,
    move,
    failed: (number: number): number => run.addTry.one({ number })?.tries ?? 0,
    erase: eraseAll,
  };
};
