import type { Edition } from '../../src/domain/library.ts';
import { type Passage, textOf } from '../../src/domain/passage.ts';

/** A fixed sequence of numbers from 0 up to, not with, `below`: the same passages on every machine. */
const createDice = (): ((below: number) => number) => {
  let state = 7;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const STRETCH = 4;
const STRETCHES = 10;

/** So many passages: the edition's own, then new ones put together from stretches of its own words, spread over its sections. */
export const grown = (edition: Edition, count: number): Passage[] => {
  const words = edition.passages.flatMap((passage) => textOf(passage).split(' '));
  const dice = createDice();
  const stretch = () =>
    words
      .slice(dice(words.length - STRETCH))
      .slice(0, STRETCH)
      .join(' ');
  return Array.from({ length: count }, (_, at) => {
    const own = edition.passages[at % edition.passages.length]!;
    if (at < edition.passages.length) return own;
    const text = Array.from({ length: STRETCHES }, stretch).join(' ');
    return { ...own, id: `${own.id}.${at}`, title: stretch(), statements: [{ text, anchors: [] }] };
  });
};
