/**
 * Random systems that look like programs: locks, flags that are raised once, waits, loops, choices, assertions and monitors,
 * and steps that mostly go on to the next point. In systems without such structure nearly every step disturbs every other, and a
 * reduction that leaves out too much would have nothing to show itself by.
 */
import fc from 'fast-check';
import type { MonitorNode, Node, SignalKind, System } from '../../src/ir/system.js';
import { signalKinds } from '../../src/ir/system.js';
import { type Draft, end, fail, go, local, note, on, property, systemOf } from '../trace/small-systems.js';

/** Numbers of cells. All have three values, but locks have two. */
const locks = [0, 1];
const shared = [2, 3, 4];
const own = [5, 6, 7, 8];
const remembered = [9, 10];
const cells = [
  ...locks.map((cell) => [`lock${cell}`, '0 1'] as const),
  ...[...shared, ...own].map((cell) => [`c${cell}`, '0 1 2'] as const),
  ...remembered.map((cell) => [`?m${cell}`, '0 1 2'] as const),
];
const properties = [property('property/0', 'clause.0'), property('property/1', 'clause.1')];

const value = fc.nat(2);
const signal = fc.tuple(fc.nat(properties.length - 1), fc.constantFrom<SignalKind>(...signalKinds));

/** Reads `read`, and writes the cells of monitors if `mayWrite`. */
function answer(read: readonly number[], mayWrite: boolean): fc.Arbitrary<MonitorNode> {
  const says = fc
    .tuple(fc.constantFrom(...remembered), value, fc.array(signal, { maxLength: 1 }), fc.boolean())
    .map(
      ([cell, next, signals, writes]): MonitorNode =>
        note(mayWrite && writes ? [[cell, next]] : [], ...signals),
    );
  return fc.oneof(
    says,
    fc
      .tuple(fc.constantFrom(...read), value, says, says)
      .map(([cell, tested, then, otherwise]) => on(cell, branchesOf(tested, then, otherwise))),
  );
}

/** Speaks where two cells hold two values, which may be so between two steps only. */
const invariant = fc
  .tuple(fc.shuffledSubarray([...shared, ...own], { minLength: 2, maxLength: 2 }), value, value, signal)
  .map(
    ([[first, second], one, other, said]): MonitorNode =>
      on(first!, { [one]: on(second!, { [other]: note([], said) }) }),
  );

/** One branch for a value and one for the other two. */
function branchesOf<N>(tested: number, then: N, otherwise: N): Record<string, N> {
  const others = [0, 1, 2].filter((one) => one !== tested).join();
  return { [`${tested}`]: then, [others]: otherwise };
}

/** A step of the process with number `process` from `point`; `last` is where it ends. */
function stepOf(process: number, point: number, last: number): fc.Arbitrary<Node> {
  const onwards = point + 1;
  const anywhere = fc.oneof(
    { weight: 6, arbitrary: fc.constant(onwards) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: last }) },
  );
  const mine = own[process]!;
  const cell = fc.constantFrom(...shared, mine, mine, mine);
  const lock = fc.constantFrom(...locks);
  const leaf = fc
    .tuple(anywhere, cell, value, fc.integer({ min: 0, max: 3 }))
    .map(([target, written, next, kind]): Node => (kind === 0 ? go(target) : go(target, [written, next])));
  const tested = (inner: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
    fc.tuple(cell, value, inner, inner).map(([read, want, a, b]) => on(read, branchesOf(want, a, b)));
  const waits = (inner: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
    fc.tuple(cell, value, inner).map(([read, want, a]) => on(read, { [`${want}`]: a }));
  const chosen = (inner: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
    fc.array(inner, { minLength: 2, maxLength: 2 }).map((nodes): Node => ({ kind: 'choose', nodes }));
  const observed = fc
    .tuple(anywhere, fc.array(answer([...shared, mine, ...remembered], true), { minLength: 1, maxLength: 2 }))
    .map(([target, monitors]): Node => ({ ...go(target), monitors }));
  return fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 4, arbitrary: tested(leaf) },
    { weight: 2, arbitrary: waits(leaf) },
    { weight: 1, arbitrary: waits(waits(leaf)) },
    { weight: 1, arbitrary: tested(waits(leaf)) },
    { weight: 1, arbitrary: chosen(leaf) },
    { weight: 1, arbitrary: chosen(fc.oneof(waits(leaf), tested(leaf))) },
    { weight: 1, arbitrary: tested(chosen(fc.oneof(leaf, waits(leaf)))) },
    { weight: 3, arbitrary: observed },
    { weight: 1, arbitrary: waits(observed) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(cell, value, leaf)
        .map(([read, bad, a]) => on(read, branchesOf(bad, fail('it broke'), a))),
    },
    { weight: 4, arbitrary: lock.map((one) => on(one, { 0: go(onwards, [one, 1]) })) },
    { weight: 4, arbitrary: lock.map((one) => on(one, { 0: go(onwards), 1: go(onwards, [one, 0]) })) },
  );
}

function processOf(process: number): fc.Arbitrary<readonly Draft[]> {
  return fc
    .integer({ min: 2, max: 6 })
    .chain((length) =>
      fc
        .tuple(...Array.from({ length }, (_, point) => stepOf(process, point, length)))
        .map((steps): readonly Draft[] => [...steps.map((step): Draft => [local, '', step]), end]),
    );
}

/** Some thousand reachable states at most, mostly a few hundred. */
export const randomProgram: fc.Arbitrary<System> = fc
  .tuple(
    fc
      .integer({ min: 2, max: 4 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, one) => processOf(one)))),
    fc.array(invariant, { maxLength: 2 }),
    fc.array(answer([...shared, ...remembered], false), { maxLength: 1 }),
  )
  .map(([processes, invariants, atEnd]) =>
    systemOf('program', cells, Object.fromEntries(processes.map((points, index) => [`P${index}`, points])), {
      properties,
      invariants: invariants.map((node) => ({ property: 0, node })),
      atEnd: atEnd.map((node) => ({ property: 1, node })),
    }),
  );
