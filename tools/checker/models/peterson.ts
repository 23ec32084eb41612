/**
 * Peterson's lock for more than two (Information Processing Letters 12(3), 1981): a filter of levels, each of which
 * holds back the one who came last.
 *
 * A toy with a known number of states, for tests and measurements of the explorer.
 */
import { type Int, shared, step, type World } from '@quiesce/checker/language';

interface Contender {
  readonly name: string;
  /** 0 outside. Four contenders at most. */
  level: Int<0, 3>;
}

interface Level {
  readonly name: string;
  readonly height: number;
  /** Who came last. */
  last: Contender;
}

function contender(me: Contender, all: readonly Contender[], levels: readonly Level[]): void {
  while (true) {
    step();
    for (const level of levels) {
      me.level = level.height;
      level.last = me;
      pass(me, all, level);
    }
    me.level = 0;
  }
}

/** Waits until somebody else came later, or nobody else is as far. */
function pass(me: Contender, all: readonly Contender[], level: Level): void {
  while (level.last === me) {
    if (isAhead(me, all, level)) return;
  }
}

function isAhead(me: Contender, all: readonly Contender[], level: Level): boolean {
  for (const other of all) {
    if (other === me) step();
    else if (other.level >= level.height) return false;
  }
  return true;
}

export function peterson(count: number): World {
  const contenders = Array.from({ length: count }, (_, index) =>
    shared<Contender>({ name: `P${index}`, level: 0 }),
  );
  const levels = Array.from({ length: count - 1 }, (_, index) =>
    shared<Level>({ name: `L${index + 1}`, height: index + 1, last: contenders[0]! }),
  );
  return {
    processes: contenders.map((one) => ({ name: one.name, body: () => contender(one, contenders, levels) })),
  };
}
