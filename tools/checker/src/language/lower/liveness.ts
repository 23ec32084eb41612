/** Which slots still matter at each instruction: what a control point has to remember, and nothing else. */
import { type Operation, readsOf, type Slot, successorsOf, writeOf } from './code.js';

/** For each instruction the live slots before it, ascending: the usual backward fixpoint. */
export function livenessOf(operations: readonly Operation[]): readonly (readonly Slot[])[] {
  const live = operations.map(() => new Set<Slot>());
  for (let changed = true; changed; ) {
    changed = false;
    for (let index = operations.length - 1; index >= 0; index--) {
      const operation = operations[index];
      const here = live[index];
      if (operation === undefined || here === undefined) continue;
      const before = here.size;
      const written = writeOf(operation);
      for (const slot of readsOf(operation)) here.add(slot);
      for (const next of successorsOf(operation, index))
        for (const slot of live[next] ?? []) if (slot !== written) here.add(slot);
      if (here.size !== before) changed = true;
    }
  }
  return live.map((slots) => [...slots].sort((a, b) => a - b));
}
