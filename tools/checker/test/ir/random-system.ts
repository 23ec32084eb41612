/**
 * Small random systems that reach every corner of a code generator: fields of no width and of several words, tests with
 * one branch and with many, choices, failures, monitors that read each other's writes, checks of states and of ends.
 */
import fc from 'fast-check';
import type { Branch, MonitorNode, Node, SignalKind, System } from '../../src/ir/system.js';
import { signalKinds } from '../../src/ir/system.js';
import { explore } from '../../src/search/explore.js';
import { type Draft, end, fail, go, local, note, property, systemOf } from '../trace/small-systems.js';

/** A cell as its number and the size of its domain. */
type Sized = readonly [cell: number, size: number];

const size = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(8, 32, 33, 70) },
);

/**
 * Mostly a few dozen reachable states. One in many thousands would have millions, and keep an interpreter for hours: such
 * a system is not given.
 */
export const randomSystem: fc.Arbitrary<System> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.array(size, { minLength: 1, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.array(size, { minLength: 10, maxLength: 20 }) },
    ),
    fc.array(size, { maxLength: 2 }),
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 3 }),
    fc.integer({ min: 0, max: 2 }),
  )
  .chain(([shared, monitors, pointCounts, propertyCount]) => {
    const sizes = [...shared, ...monitors];
    const all = sizes.map((domain, cell): Sized => [cell, domain]);
    const own = all.slice(shared.length);
    const check = answerOf(all, [], propertyCount, 2);
    const monitor = answerOf(all, own, propertyCount, 2);
    const processes = pointCounts.map((count) => processOf(all.slice(0, shared.length), monitor, count));
    return fc
      .tuple(
        fc.tuple(...processes),
        fc.array(check, { maxLength: 2 }),
        fc.array(check, { maxLength: 2 }),
        fc.tuple(...sizes.map((domain) => fc.nat(domain - 1))),
      )
      .map(([drafts, invariants, atEnd, initial]) => {
        const properties = Array.from({ length: propertyCount }, (_, index) =>
          property(`property/${index}`, `clause.${index}`),
        );
        const system = systemOf(
          'random',
          sizes.map((domain, cell) => [
            `${cell < shared.length ? '' : '?'}c${cell}`,
            Array.from({ length: domain }, (_, value) => value).join(' '),
          ]),
          Object.fromEntries(drafts.map((points, index) => [`P${index}`, points])),
          {
            properties,
            invariants: properties.length === 0 ? [] : invariants.map((node) => ({ property: 0, node })),
            atEnd: properties.length === 0 ? [] : atEnd.map((node) => ({ property: 0, node })),
          },
        );
        return {
          ...system,
          cells: system.cells.map((cell, index) => ({ ...cell, initial: initial[index]! })),
        };
      });
  })
  .filter((system) => explore(system, { engine: 'wasm', maxStates: mostStates }).complete);

const mostStates = 10_000;

function processOf(
  cells: readonly Sized[],
  monitor: fc.Arbitrary<MonitorNode>,
  moving: number,
): fc.Arbitrary<readonly Draft[]> {
  return fc
    .tuple(
      fc.array(nodeOf(cells, monitor, moving + 1, 2), { minLength: moving, maxLength: moving }),
      fc.integer({ min: 1, max: moving }),
    )
    .map(([steps, first]): readonly Draft[] => {
      const points = steps.map((step): Draft => [local, '', step]);
      return [...points.slice(0, first), end, ...points.slice(first)];
    });
}

function nodeOf(
  cells: readonly Sized[],
  monitor: fc.Arbitrary<MonitorNode>,
  points: number,
  depth: number,
): fc.Arbitrary<Node> {
  const leaf = fc
    .tuple(fc.nat(points - 1), writesTo(cells), fc.array(monitor, { maxLength: 2 }))
    .map(([target, writes, monitors]): Node => ({ ...go(target, ...writes), monitors }));
  const ends = fc.oneof(
    { weight: 14, arbitrary: leaf },
    { weight: 1, arbitrary: fc.constant<Node>(fail('it broke')) },
    { weight: 1, arbitrary: fc.constant<Node>({ kind: 'blocked' }) },
  );
  if (depth === 0) return ends;
  const inner = nodeOf(cells, monitor, points, depth - 1);
  return fc.oneof(
    { weight: 2, arbitrary: ends },
    { weight: 3, arbitrary: testOf(cells, inner) },
    {
      weight: 2,
      arbitrary: fc
        .array(inner, { minLength: 1, maxLength: 3 })
        .map((nodes): Node => ({ kind: 'choose', nodes })),
    },
  );
}

/** Reads `cells`, writes `own` and gives signals. */
function answerOf(
  cells: readonly Sized[],
  own: readonly Sized[],
  properties: number,
  depth: number,
): fc.Arbitrary<MonitorNode> {
  const signal = fc.tuple(fc.nat(Math.max(0, properties - 1)), fc.constantFrom<SignalKind>(...signalKinds));
  const says = fc
    .tuple(writesTo(own), fc.array(signal, { maxLength: properties === 0 ? 0 : 2 }))
    .map(([writes, signals]) => note(writes, ...signals));
  if (depth === 0) return says;
  return fc.oneof(says, testOf(cells, answerOf(cells, own, properties, depth - 1)));
}

function testOf<N>(
  cells: readonly Sized[],
  inner: fc.Arbitrary<N>,
): fc.Arbitrary<{ readonly kind: 'test'; readonly cell: number; readonly branches: readonly Branch<N>[] }> {
  return fc.constantFrom(...cells).chain(([cell, domain]) =>
    fc
      .tuple(
        fc.array(inner, { minLength: 1, maxLength: 7 }),
        // For each value its branch, or none.
        fc.array(fc.option(fc.nat(6), { nil: null, freq: 12 }), { minLength: domain, maxLength: domain }),
      )
      .map(([nodes, choice]) => ({
        kind: 'test' as const,
        cell,
        branches: nodes
          .map((node, index) => ({
            values: choice.flatMap((branch, value) =>
              branch !== null && branch % nodes.length === index ? [value] : [],
            ),
            node,
          }))
          .filter(({ values }) => values.length > 0),
      })),
  );
}

function writesTo(cells: readonly Sized[]): fc.Arbitrary<(readonly [cell: number, value: number])[]> {
  if (cells.length === 0) return fc.constant([]);
  return fc.uniqueArray(
    fc.constantFrom(...cells).chain(([cell, domain]) => fc.tuple(fc.constant(cell), fc.nat(domain - 1))),
    { selector: ([cell]) => cell, minLength: 1, maxLength: 3 },
  );
}
