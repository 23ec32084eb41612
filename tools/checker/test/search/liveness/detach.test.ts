/** The detach protocol without killers needs a lock that is given in turn, as models/detach.ts says. */
import { describe, expect, it } from 'vitest';
import { checkLiveness } from '../../../src/search/liveness/check-liveness.js';
import { replay } from '../../../src/trace/replay.js';
import { detachSystem } from './detach-system.js';

describe('detach of one engine from two tasks', () => {
  it.each([
    ['none', 0, 'violated', 'strong'],
    ['weak', 0, 'violated', 'strong'],
    ['strong', 0, 'holds', null],
    ['none', 1, 'violated', 'weak'],
    ['weak', 1, 'holds', null],
    ['strong', 1, 'holds', null],
  ])('under %s fairness, killers %i: %s', (fairness, killers, kind, helps) => {
    const system = detachSystem(fairness, killers);
    const found = checkLiveness(system, 0);
    expect(found.kind).toBe(kind);
    expect(found.kind === 'violated' ? found.holdsUnder : null).toBe(helps);
  });

  it('the controller starves at the lock that the task takes in every round', () => {
    const system = detachSystem('weak', 0);
    const found = checkLiveness(system, 0);
    if (found.kind !== 'violated') throw new Error('not found');
    const { ending, moves } = replay(system, found.story);
    if (ending.kind !== 'liveness') throw new Error('not a lasso');
    expect(ending.starving.map((process) => system.processes[process]!.name)).toEqual(['C0']);
    expect(moves).toHaveLength(12);
  });

  it.each([
    ['states', { maxStates: 1000 }],
    ['memory', { maxBytes: 100_000 }],
  ])('is not known where a bound on %s is hit', (stoppedBy, bounds) => {
    expect(checkLiveness(detachSystem('weak', 1), 0, bounds)).toMatchObject({ kind: 'unknown', stoppedBy });
  });

  it('a run that is found within the bounds is a violation', () => {
    const found = checkLiveness(detachSystem('weak', 0), 0, { maxStates: 1000 });
    expect(found).toMatchObject({ kind: 'violated', holdsUnder: null });
  });
});
