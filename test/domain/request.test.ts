import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CitizenAct,
  citizenActs,
  type DeskAct,
  deskActs,
  isOpen,
  type Request,
} from '../../src/domain/request.ts';

const ada = { id: 'U1', name: 'Ada' };
const anna = { id: 'U2', name: 'Anna' };

const request: Request = {
  id: 'r1',
  centre: 'Sportello di Valverde',
  thread: 'slack:T1:C1#r1',
  home: 'telegram:1',
  place: 'private',
  readers: null,
  by: ada,
  language: 'it',
  question: 'Quanto costa il notaio?',
  context: null,
  status: { kind: 'waiting', since: 0 },
  lines: [],
  openedAt: 0,
  promisedBy: null,
  rating: null,
  tutor: null,
};

type Done = { readonly side: 'desk'; readonly act: DeskAct } | { readonly side: 'citizen'; readonly act: CitizenAct };

const done = (before: Request, { side, act }: Done, at: number): Request => {
  const after = side === 'desk' ? deskActs(before, act, anna, at) : citizenActs(before, act, ada, at);
  return typeof after === 'string' ? before : after;
};

const close: Done = { side: 'desk', act: { kind: 'close' } };
const reopen: Done = { side: 'citizen', act: { kind: 'reopen' } };

describe('a request that was opened again', () => {
  test('is not ended by who pressed before that, and is told to be open', () => {
    const open = done(done(request, close, 10), reopen, 20);
    expect(deskActs(open, { kind: 'close' }, anna, 11)).toBe('open');
    expect(deskActs(open, { kind: 'hand-back' }, anna, 11)).toBe('open');
  });

  test('nor when somebody has taken it since', () => {
    const open = done(done(done(request, close, 10), reopen, 20), { side: 'desk', act: { kind: 'take' } }, 30);
    expect(deskActs(open, { kind: 'close' }, anna, 11)).toBe('open');
  });

  test('is ended by who presses after that', () => {
    const open = done(done(request, close, 10), reopen, 20);
    expect(isOpen(done(open, close, 21))).toBe(false);
  });
});

const acts: fc.Arbitrary<Done> = fc.oneof(
  fc.constantFrom<Done>(
    close,
    { side: 'desk', act: { kind: 'take' } },
    { side: 'desk', act: { kind: 'hand-back' } },
    { side: 'desk', act: { kind: 'release' } },
    { side: 'desk', act: { kind: 'reopen' } },
    { side: 'desk', act: { kind: 'reply', text: 'sì', file: null } },
    reopen,
    { side: 'citizen', act: { kind: 'withdraw' } },
    { side: 'citizen', act: { kind: 'say', text: 'ciao', file: null } },
    { side: 'citizen', act: { kind: 'rate', rating: 1 } },
  ),
);

test('whatever both sides do, lines are numbered one after the other, only what is closed has a rating, and what is closed takes no words', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 30 }), (all) => {
      let now = request;
      for (const [at, one] of all.entries()) {
        const after = done(now, one, at + 1);
        if (!isOpen(now)) expect(after.lines).toEqual(now.lines);
        if (isOpen(after)) expect(after.rating).toBeNull();
        expect(after.lines.map(({ number }) => number)).toEqual(after.lines.map((_, index) => index + 1));
        now = after;
      }
    }),
  );
});
