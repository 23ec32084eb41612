/** How each search in WebAssembly begins. */
import { cacheSize, type MemoryPlan, recordWords } from '../codegen/wasm-memory.js';

/**
 * Makes the initial state the only one that is pending, and fills the caches of all workers with it: it is known from now on.
 * `words` are those of the whole memory, at least up to the arena; `filter` is the one of the first worker.
 */
export function makePending(
  plan: MemoryPlan,
  words: Uint32Array | Int32Array,
  filter: (end: number) => void,
  initial: Uint32Array,
): void {
  const home = plan.homes[0]!;
  const fillCache = (at: number, state: Uint32Array): void => {
    for (let index = 0; index < cacheSize; index++)
      words.set(state, (at + plan.cache) / 4 + index * state.length);
  };
  words.set(initial, (home + plan.batch + recordWords) / 4);
  // Any other state: the cache must not hold the initial one yet, and 0 may be it.
  fillCache(
    home,
    initial.map((word) => ~word),
  );
  filter(home + plan.batch + plan.recordBytes);
  for (const each of plan.homes) fillCache(each, initial);
}
