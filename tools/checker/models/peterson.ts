/** Peterson's filter lock: a process passes a level once another comes after it, or nobody else is as high. */
import { type Int, shared, step, type World } from '@quiesce/checker/language';

interface Filter {
  readonly name: string;
  /** How high each process is; 0 outside. */
  readonly level: Int<0, 7>[];
  /** Who came last to each level. */
  readonly last: Int<0, 7>[];
}

export function peterson(count: number): World {
  const filter = shared<Filter>({
    name: 'filter',
    level: Array.from({ length: count }, () => 0),
    last: Array.from({ length: count }, () => 0),
  });
  return {
    processes: Array.from({ length: count }, (_, self) => ({
      name: `P${self}`,
      body: () => compete(filter, self, count),
    })),
  };
}

function compete(filter: Filter, self: number, count: number): void {
  while (true) {
    // Outside; the original protocol has a step here too.
    step();
    for (let level = 1; level < count; level++) {
      filter.level[self] = level;
      filter.last[level] = self;
      while (filter.last[level] === self) if (isHighest(filter, self, level, count)) break;
    }
    filter.level[self] = 0;
  }
}

/** Asks everybody in turn, itself too, and starts again when somebody is as high. */
function isHighest(filter: Filter, self: number, level: number, count: number): boolean {
  for (let other = 0; other < count; other++)
    if (filter.level[other]! >= level && other !== self) return false;
  return true;
}
