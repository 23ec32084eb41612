/** Tiny random systems with a random liveness property: cycles, waits that are served in turn and others, ends, choices. */
import fc from 'fast-check';
import type { Action, Condition, Fairness, Node, PropertyInfo, System } from '../../../src/ir/system.js';
import { type Draft, end, fail, go, local, lock, on, systemOf } from '../../trace/small-systems.js';

export const cells = 3;

const inTurn: Action = { kind: 'atomic', fair: true };

export function randomLiveness(fairness: Fairness): fc.Arbitrary<System> {
  return randomSystemWith(fc.tuple(propertyOf(fairness)).map((properties) => ({ properties })));
}

/** The same, asked other things; cells are the numbers below `cells`, each 0 or 1. */
export function randomSystemWith(
  asked: fc.Arbitrary<Pick<System, 'properties'> & Partial<Pick<System, 'invariants' | 'atEnd'>>>,
): fc.Arbitrary<System> {
  return fc.tuple(fc.array(processOf, { minLength: 1, maxLength: 3 }), asked).map(([processes, rest]) =>
    systemOf(
      'random',
      Array.from({ length: cells }, (_, cell) => [`c${cell}`, '0 1']),
      Object.fromEntries(processes.map((points, index) => [`P${index}`, points])),
      rest,
    ),
  );
}

const cell = fc.nat(cells - 1);
const bit = fc.nat(1);

const leaf: fc.Arbitrary<Node> = fc
  .tuple(fc.nat(2), fc.option(fc.tuple(cell, bit), { nil: null }))
  .map(([target, write]) => (write === null ? go(target) : go(target, write)));

/** A step that waits, one that always goes, or one that chooses. */
const step: fc.Arbitrary<Node> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 5, arbitrary: fc.tuple(cell, bit, leaf).map(([of, value, node]) => on(of, { [value]: node })) },
  { weight: 3, arbitrary: fc.tuple(cell, leaf, leaf).map(([of, a, b]) => on(of, { 0: a, 1: b })) },
  { weight: 2, arbitrary: fc.tuple(leaf, leaf).map(([a, b]): Node => ({ kind: 'choose', nodes: [a, b] })) },
  { weight: 1, arbitrary: cell.map((of) => on<Node>(of, { 0: fail('it broke'), 1: go(0) })) },
);

const action = fc.constantFrom<Action>(local, local, inTurn, lock(0));

const processOf: fc.Arbitrary<readonly Draft[]> = fc
  .tuple(fc.tuple(action, step), fc.tuple(action, step), fc.boolean())
  .map(([[first, one], [second, two], ends]): readonly Draft[] => [
    [first, '', one],
    [second, '', two],
    ends ? end : [local, '', go(0)],
  ]);

const condition: fc.Arbitrary<Condition> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(cell, bit).map(([of, value]) => on<Condition>(of, { [value]: { kind: 'holds' } })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(cell, cell)
      .map(([a, b]) =>
        on<Condition>(a, { 0: { kind: 'holds' }, 1: on<Condition>(b, { 1: { kind: 'holds' } }) }),
      ),
  },
  { weight: 1, arbitrary: fc.constantFrom<Condition>({ kind: 'holds' }, { kind: 'fails' }) },
);

export function propertyOf(fairness: Fairness): fc.Arbitrary<PropertyInfo> {
  return fc
    .tuple(
      fc.array(fc.tuple(fc.option(condition, { nil: null }), condition), { minLength: 1, maxLength: 2 }),
      fc.array(condition, { maxLength: 1 }),
    )
    .map(([goals, assumptions]) => ({
      id: 'property/0',
      clause: 'clause.0',
      kind: 'liveness',
      fairness,
      goals: goals.map(([from, to]) => ({ from, to })),
      assumptions,
    }));
}
