/** Under which rules one process sees the stores of another, and what a system is under them. */
import type { Point, System } from '../ir/system.js';
import { type Buffered, totalStoreOrder } from './total-store-order.js';

/** From the strongest to the weakest that can be explored. `sc` is sequential consistency, `tso` total store order. */
export const memoryModels = ['sc', 'tso'] as const;

export type MemoryModel = (typeof memoryModels)[number];

export interface UnderOptions {
  /** Fences that are left out: they order nothing. */
  readonly isRemoved?: (point: Point) => boolean;
}

/** The system as it is under the memory model. */
export function underMemoryModel(system: System, model: MemoryModel, options: UnderOptions = {}): Buffered {
  switch (model) {
    case 'sc':
      return { system, longest: 0, filling: [] };
    case 'tso':
      return totalStoreOrder(system, options);
  }
}

/** Whether an exploration that has taken these edges has seen all that longer buffers would show. */
export function isEnough({ filling }: Buffered, edgesTaken: readonly Uint8Array[]): boolean {
  return !filling.some(({ process, edge }) => edgesTaken[process]?.[edge] === 1);
}
