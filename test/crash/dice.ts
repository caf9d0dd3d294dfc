/** A fixed sequence of whole numbers from 0 up to, not with, `below`: the same run on every machine. */
export type Dice = (below: number) => number;

export const createDice = (seed: number): Dice => {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};
