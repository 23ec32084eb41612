/** What a difference in one field does to the promise. */

/** `unclear`: the text does not tell. `wording`: the same promise in other words. `link`: the same promise, linked otherwise. */
export type Effect = 'stronger' | 'weaker' | 'unclear' | 'wording' | 'link';

export interface FieldEffect {
  readonly effect: Effect;
  /** A short sentence without capital and full stop. */
  readonly reason: string;
}
