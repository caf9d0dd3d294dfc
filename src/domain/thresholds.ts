/**
 * From where on what was understood is acted on. `campanile fit` fits them on hands left out and keeps them with the weights of the
 * search; all are shares of a probability, or factors of one.
 */
export type Thresholds = {
  /** What each kind's share of the probability counts: a question that the guide answers must not be turned away for nothing. */
  readonly counts: {
    readonly section: number;
    readonly unknown: number;
    readonly talk: number;
    /** Talk that tells or moves something on the way to the cooperative. */
    readonly onTheWay: number;
    /** The same in a message with a question mark, which is seldom a report … */
    readonly onTheWayAsked: number;
    /** … least of all a story of who they are that ends in a question. */
    readonly storyAsked: number;
    /** Who says "we are …" and asks nothing tells where they stand. */
    readonly toldOfThemselves: number;
  };
  /** Below this share of all sections' probability the first is not sure enough to be answered when the second is near it. */
  readonly clear: number;
  /** The second is near the first from this ratio on. */
  readonly near: number;
  /** A known unknown stands out from this share of all unknowns' probability on. */
  readonly standsOut: number;
  /** A plan is recommended without asking from this probability on … */
  readonly plan: number;
  /** … when it is this many times as probable as the second. */
  readonly timesTheSecond: number;
  /** A group's phase is told from this probability on. */
  readonly phase: number;
};
