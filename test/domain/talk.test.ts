import { describe, expect, test } from 'vitest';
import { type Conversation, newConversation } from '../../src/domain/conversation.ts';
import type { Event, Incoming } from '../../src/domain/message.ts';
import { afterTurn, forgetAskedBefore, inItsThread, isWaitedFor, oldestAskedAt } from '../../src/domain/talk.ts';

const anna = { id: 'u1', name: 'Anna' };
const askedAt = (at: number) => ({ at, by: anna, question: `q${at}`, answer: 'a', citations: [], missing: [] });

const said = (thread: string | undefined, more: Partial<Extract<Event, { kind: 'text' }>> = {}): Incoming => ({
  address: 'slack:T1:C1',
  place: 'group',
  title: null,
  from: { ...anna, home: null, language: 'it', admin: null },
  at: 0,
  ...(thread === undefined ? {} : { thread }),
  event: { kind: 'text', text: 'e poi?', ...more },
});

/** Asks in a thread, as message number `count` and the ones after it answer. */
const asks = (before: Conversation, thread: string | undefined, section: '5.1' | '5.2' | '5.3'): Conversation => {
  const there = inItsThread(before, said(thread));
  return { ...there, last: { section, rest: [] }, since: there.count, count: there.count + 2 };
};

const begun = asks(asks(asks(newConversation('it'), undefined, '5.1'), 'A', '5.2'), 'B', '5.3');

describe('a follow-up', () => {
  test('leans on what was said in its own thread, whatever was said elsewhere since', () => {
    const sections = ['B', 'A', undefined].map((thread) => inItsThread(begun, said(thread)).last?.section);
    expect(sections).toEqual(['5.3', '5.2', '5.1']);
  });

  test('in a thread that nothing is known of leans on nothing', () => {
    expect(inItsThread(begun, said('C')).last).toBeNull();
  });

  test('in a thread that begins at our last answer goes on from that answer; at an older one it does not', () => {
    expect(inItsThread(begun, said('R', { repliesTo: 'm2' })).last?.section).toBe('5.1');
    const later = asks(begun, undefined, '5.3');
    expect(inItsThread(later, said('R', { repliesTo: 'm2' })).last).toBeNull();
    expect(inItsThread(later, said('R', { repliesTo: `m${later.count}` })).last?.section).toBe('5.3');
  });

  test('finds its thread again after going from one to the other, and only the last threads are remembered', () => {
    const names = Array.from({ length: 9 }, (_, at) => `T${at}`);
    const many = names.reduce((one, name) => asks(one, name, '5.3'), begun);
    expect(many.talks.length).toBeLessThan(9);
    expect(inItsThread(many, said('T7')).last?.section).toBe('5.3');
    expect(inItsThread(many, said('A')).last).toBeNull();
  });
});

describe('a yes', () => {
  const proposing = (thread: string | undefined): Conversation => {
    const incoming = said(thread);
    const before = inItsThread(begun, incoming);
    const count = before.count + 1;
    const proposal = { number: count, what: { kind: 'erase' }, by: anna, consent: 'anyone' } as const;
    return afterTurn({ ...before, count, proposal }, before, incoming);
  };
  const isYesIn = (before: Conversation, thread: string | undefined, repliesTo?: string): boolean =>
    isWaitedFor(inItsThread(before, said(thread, repliesTo === undefined ? {} : { repliesTo })));

  test('is waited for where it was asked, and in no other thread', () => {
    const asked = proposing('A');
    expect([isYesIn(asked, 'A'), isYesIn(asked, 'B'), isYesIn(asked, undefined)]).toEqual([true, false, false]);
    expect(isYesIn(inItsThread(asked, said('B')), 'A')).toBe(true);
  });

  test('to what was asked outside of threads may be given under it, and not under what was said before', () => {
    const asked = asks(proposing(undefined), undefined, '5.1');
    const { number } = asked.proposal!;
    expect([isYesIn(asked, undefined), isYesIn(asked, 'R', `m${number}`)]).toEqual([true, true]);
    expect([isYesIn(asked, 'R', `m${number - 1}`), isYesIn(asked, 'R', 'pk3f9.1'), isYesIn(asked, 'R')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

test('what comes by itself changes no talk', () => {
  expect(inItsThread(begun, { ...said(undefined), event: { kind: 'alarm', name: 'quiet' } })).toBe(begun);
});

test('a question is forgotten once it is old, in whatever thread it was asked; a newer one stays', () => {
  const old = { ...inItsThread({ ...begun, asked: askedAt(100) }, said('A')), asked: askedAt(500) };
  expect(oldestAskedAt(old)).toBe(100);
  const forgotten = forgetAskedBefore(old, 300);
  expect(JSON.stringify(forgotten)).not.toContain('q100');
  expect([forgotten.asked?.question, oldestAskedAt(forgotten)]).toEqual(['q500', 500]);
  expect(oldestAskedAt(forgetAskedBefore(forgotten, 600))).toBeNull();
});
