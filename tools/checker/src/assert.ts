/** We are wrong, not the user and not the world: `why` says why it cannot happen. */
export function assert(condition: boolean, why: string): asserts condition {
  if (!condition) throw new Error(`Quiesce has a bug: ${why}`);
}
