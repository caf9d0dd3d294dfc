import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Group, type Move, makeMove, newestUndoable, newGroup, undoable } from '../../src/domain/group.ts';
import type { Person } from '../../src/domain/person.ts';
import { PHASES, PLAN_NUMBERS } from '../../src/domain/plan.ts';
import { mayConfirm, weighStand } from '../../src/domain/proposal.ts';

const maria: Person = { id: 'u1', name: 'Maria' };
const paolo: Person = { id: 'u2', name: 'Paolo' };

const after = (...moves: readonly Move[]): Group =>
  moves.reduce((group, move, at) => makeMove(group, move, maria, at)?.group ?? group, newGroup);

const stateOf = ({ journal: _, ...state }: Group) => state;

const steps = ['5.1.a', '5.1.b', '5.2.a', '1.1.a'];
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constant('stand' as const),
    plan: fc.constantFrom(...PLAN_NUMBERS),
    phase: fc.constantFrom(...PHASES, null),
  }),
  fc.record({
    kind: fc.constantFrom('tick' as const, 'untick' as const, 'let-go' as const),
    steps: fc.uniqueArray(fc.constantFrom(...steps), { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('take-on' as const),
    steps: fc.uniqueArray(fc.constantFrom(...steps), { minLength: 1 }),
    who: fc.constantFrom(maria, paolo),
  }),
  fc.record({
    kind: fc.constant('partner' as const),
    plan: fc.constantFrom(...PLAN_NUMBERS),
    brings: fc.constantFrom(null, 'i conti'),
  }),
  fc.record({ kind: fc.constant('no-partner' as const), plan: fc.constantFrom(...PLAN_NUMBERS) }),
  fc.constant({ kind: 'finish' as const }),
  fc.record({ kind: fc.constant('undo' as const), entry: fc.integer({ min: 1, max: 12 }) }),
);
const way = fc.array(move, { maxLength: 25 });

describe('the laws of a group’s state', () => {
  test('the same move made twice changes nothing the second time', () => {
    fc.assert(
      fc.property(way, move, (before, again) => {
        const once = makeMove(after(...before), again, maria, 100);
        if (once) expect(makeMove(once.group, again, paolo, 101)).toBeUndefined();
      }),
    );
  });

  test('undoing the newest change restores what was before it, and the journal keeps both', () => {
    fc.assert(
      fc.property(way, move, (before, last) => {
        const group = after(...before);
        const made = makeMove(group, last, maria, 100);
        if (!made || last.kind === 'undo') return;
        const undone = makeMove(made.group, { kind: 'undo', entry: made.entry.number }, paolo, 101);
        expect(stateOf(undone!.group)).toEqual(stateOf(group));
        expect(undone!.group.journal).toHaveLength(group.journal.length + 2);
      }),
    );
  });

  test('undoing again and again comes to the beginning', () => {
    fc.assert(
      fc.property(way, (moves) => {
        let group = after(...moves.filter(({ kind }) => kind !== 'undo'));
        for (let newest = newestUndoable(group); newest; newest = newestUndoable(group))
          group = makeMove(group, { kind: 'undo', entry: newest.number }, maria, 200)!.group;
        expect(stateOf(group)).toEqual(stateOf(newGroup));
      }),
    );
  });

  test('every change stands in the journal once, numbered on, with who made it', () => {
    fc.assert(
      fc.property(way, (moves) => {
        const { journal } = after(...moves);
        expect(journal.map(({ number }) => number)).toEqual(journal.map((_, at) => at + 1));
        expect(journal.every(({ by }) => by === maria)).toBe(true);
      }),
    );
  });
});

describe('ticks', () => {
  const placed = after({ kind: 'stand', plan: 5, phase: 1 });

  test('two people ticking the same step leave one tick, the first one’s', () => {
    const first = makeMove(placed, { kind: 'tick', steps: ['5.1.a'] }, maria, 1)!.group;
    expect(makeMove(first, { kind: 'tick', steps: ['5.1.a'] }, paolo, 2)).toBeUndefined();
    expect(first.ticks['5.1.a']?.by).toEqual(maria);
  });

  test('ticks of a plan are found again after another plan was tried', () => {
    const there = after(
      { kind: 'stand', plan: 5, phase: 1 },
      { kind: 'tick', steps: ['5.1.a'] },
      { kind: 'stand', plan: 1, phase: 1 },
      { kind: 'stand', plan: 5, phase: 1 },
    );
    expect(there.ticks['5.1.a']).toBeDefined();
  });

  test('what was built upon can no longer be undone', () => {
    const group = after({ kind: 'stand', plan: 5, phase: 1 }, { kind: 'stand', plan: 5, phase: 2 });
    expect(undoable(group, 1)).toBeUndefined();
    expect(undoable(group, 2)).toBeDefined();
  });
});

test('the cooperative can only be born in phase 4', () => {
  expect(makeMove(after({ kind: 'stand', plan: 5, phase: 3 }), { kind: 'finish' }, maria, 1)).toBeUndefined();
  expect(after({ kind: 'stand', plan: 5, phase: 4 }, { kind: 'finish' }).finished).toBe(true);
});

test('the lead is no partner of its own', () => {
  expect(
    makeMove(after({ kind: 'stand', plan: 5, phase: 1 }), { kind: 'partner', plan: 5, brings: null }, maria, 1),
  ).toBeUndefined();
});

describe('a phase is never skipped unseen', () => {
  test('whatever the way before, passing over a phase, open steps or the plan is asked first', () => {
    fc.assert(
      fc.property(
        way,
        fc.constantFrom(...PLAN_NUMBERS),
        fc.constantFrom(...PHASES),
        fc.array(fc.constantFrom(...steps)),
        (before, plan, phase, open) => {
          const group = after(...before);
          const weight = weighStand(group, { kind: 'stand', plan, phase }, open);
          const skips = group.plan !== null && group.phase !== null && phase > group.phase + 1;
          if (skips) expect(weight?.consent).toBe('admin-or-second');
          if (group.plan !== null && group.plan !== plan) expect(weight?.changesPlan).toBe(true);
          if (group.plan === plan && group.phase !== null && phase === group.phase + 1)
            expect(weight === null).toBe(open.length === 0);
        },
      ),
    );
  });

  test('who asked to pass over a phase cannot confirm it alone in a group, an admin or a second member can', () => {
    const proposal = { by: maria, consent: 'admin-or-second' } as const;
    const inGroup = { isPrivate: false, isAdmin: false };
    expect(mayConfirm(proposal, maria, inGroup)).toBe(false);
    expect(mayConfirm(proposal, paolo, inGroup)).toBe(true);
    expect(mayConfirm(proposal, maria, { isPrivate: false, isAdmin: true })).toBe(true);
    expect(mayConfirm(proposal, maria, { isPrivate: true, isAdmin: false })).toBe(true);
  });

  test('erasing is confirmed by nobody but the admin who asked', () => {
    const proposal = { by: maria, consent: 'same-admin' } as const;
    expect(mayConfirm(proposal, paolo, { isPrivate: false, isAdmin: true })).toBe(false);
    expect(mayConfirm(proposal, maria, { isPrivate: false, isAdmin: false })).toBe(false);
    expect(mayConfirm(proposal, maria, { isPrivate: false, isAdmin: true })).toBe(true);
  });
});
