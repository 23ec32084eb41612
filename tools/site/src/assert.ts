/** We are wrong, and not the user: `why` says why it cannot happen. */
export function assert(condition: boolean, why: string): asserts condition {
  if (!condition) throw new Error(why);
}
