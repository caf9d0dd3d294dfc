/** How one language tells a danger, as patterns over folded words. Each is held to phrases that must not be taken for it. */
export type Signs = {
  readonly despair: readonly string[];
  readonly child: readonly string[];
  readonly violence: readonly string[];
  /** Words of death that mean none. */
  readonly noDeath: readonly string[];
};
