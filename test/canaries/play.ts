import type { App } from '../../src/app.ts';
import { isThread } from '../../src/domain/desk.ts';
import { createDice } from '../crash/dice.ts';
import type { Act } from './act.ts';
import { citizenActs } from './citizens.ts';
import { createFlock } from './flock.ts';
import { createFollow } from './follow.ts';
import { createJudge, hasChoice } from './judge.ts';
import { createLedger } from './ledger.ts';
import { staffActs } from './staff.ts';
import { openStage, type Seen } from './stage.ts';
import { isPersons, toldBy } from './told.ts';
import { createViews } from './views.ts';
import { createVillage } from './village.ts';
import type { World } from './world.ts';

const BEGINS = Date.parse('2026-11-02T09:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const AT_ONCE = 60;
/** After so many rounds a night, or some days, pass; after so many more it is started again. */
const ROUNDS_A_DAY = 16;
const ROUNDS_A_START = 200;

/** What came of it: every canary that was seen where it may not be, and how much there was to be seen. */
export type Played = {
  readonly acts: number;
  readonly strays: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
};

/** Of what sort something is that was shown, where it is one by which words go from one place to another. */
const sortOf = (seen: Seen): string | undefined => {
  const { at, key, message } = seen;
  if (!message) return undefined;
  if (isThread(at) && /^c\d+$/.test(key)) return 'passed on to a desk';
  if (hasChoice(seen, /^note-remove=/)) return 'notes';
  if (hasChoice(seen, /^gap-dismiss=/)) return 'questions without an answer';
  if (isPersons(message)) return 'answers of a person';
  return toldBy(message) === 'erased' ? 'erased' : undefined;
};

export type Playing = { readonly seed: number; readonly acts: number; readonly openApp: () => Promise<App> };

export const playCanaries = async ({ seed, acts: wanted, openApp }: Playing): Promise<Played> => {
  const dice = createDice(seed);
  const flock = createFlock();
  const village = createVillage(flock, dice);
  const stage = await openStage(openApp, village, BEGINS);
  const ledger = createLedger(village);
  const views = createViews();
  const world: World = { dice, flock, village, ledger, views, stage };
  const follow = createFollow(ledger, flock, stage);
  const judge = createJudge(village, flock, ledger);
  const strays: string[] = [];
  const counts: Record<string, number> = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };

  const judgeAll = async (acts: readonly Act[], seen: readonly Seen[]): Promise<void> => {
    const actAt = (at: string): Act | undefined => acts.find(({ touches }) => touches.includes(ledger.current(at)));
    for (const one of seen) {
      const at = ledger.current(one.at);
      if (isThread(at) && one.key === 'card' && !ledger.requests.has(at)) {
        count('requests');
        if (!(await follow.openRequest(at)))
          strays.push(
            `a request without a yes, at what was done: ${JSON.stringify(acts.map(({ by, incoming }) => [by.name, incoming.event]).filter(([name]) => one.text.includes(String(name))))}: ${one.text}`,
          );
      }
      follow.facts(one, actAt(one.at));
    }
    for (const act of acts) follow.answered(act, seen);
    for (const one of seen) {
      count('shown');
      const what = sortOf(one);
      if (what) count(what);
      for (const canary of judge.strays(one)) {
        const { kind, at, isPersonal } = flock.of(canary);
        strays.push(
          `${flock.word(canary)}, ${kind}${isPersonal ? ' (personal)' : ''} of ${at}, seen at ${one.at}: ${one.text}`,
        );
      }
    }
    for (const act of acts) follow.after(act, seen);
    for (const one of seen) {
      follow.told(one, actAt(one.at));
      views.note(ledger.current(one.at), one);
    }
  };

  const round = async (): Promise<number> => {
    const acts: Act[] = [];
    const opened: Seen[] = [];
    const taken = new Set<string>();
    for (let tries = 0; tries < AT_ONCE; tries++) {
      const act = dice(100) < 35 ? await staffActs(world, opened) : citizenActs(world);
      if (act.touches.some((one) => taken.has(one))) continue;
      act.happens?.();
      for (const one of [...act.touches, ledger.current(act.at)]) taken.add(one);
      acts.push(act);
      follow.before(act);
    }
    for (const act of acts) count(act.incoming.event.kind);
    await stage.take(acts.map(({ incoming }) => incoming));
    await judgeAll(acts, [...opened, ...stage.seen()]);
    return acts.length;
  };

  let done = 0;
  for (let rounds = 1; done < wanted && strays.length === 0; rounds++) {
    done += await round();
    stage.now += MINUTE;
    if (rounds % ROUNDS_A_DAY === 0) {
      stage.lost.clear();
      if (dice(4) === 0) stage.lost.add(village.desks[dice(2)]!.at);
      stage.now += dice(4) === 0 ? 4 * DAY : 9 * HOUR + dice(6) * HOUR;
      await stage.ring();
      await judgeAll([], stage.seen());
    }
    if (rounds % ROUNDS_A_START === 0) {
      await stage.restart();
      await judgeAll([], stage.seen());
    }
  }
  await stage.close();
  return { acts: done, strays, counts };
};
