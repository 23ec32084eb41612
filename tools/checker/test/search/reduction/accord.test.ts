import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movesOf, type State, sameState } from '../../../src/ir/interpret.js';
import type { MonitorNode, Node, System } from '../../../src/ir/system.js';
import { accordIn } from '../../../src/search/reduction/accord.js';
import { type Way, waysOf } from '../../../src/search/reduction/ways.js';
import { randomSystem } from '../../ir/random-system.js';
import { end, fail, go, local, note, on, property, systemOf } from '../../trace/small-systems.js';

const [a, b, m, big] = [0, 1, 2, 3];
const cells = [
  ['a', '0 1 2'],
  ['b', '0 1'],
  ['?m', '0 1 2'],
  ...Array.from({ length: 5 }, (_, index) => [`big${index}`, '0 1 2 3 4 5 6 7 8 9'] as const),
] as const;
const properties = [property('one/property', 'one.clause')];
const watched = (node: Node, ...monitors: readonly MonitorNode[]): Node => ({ ...node, monitors }) as Node;
const violated = note([], [0, 'violated']);
const count = on(m, { 0: note([[m, 1]]), 1: note([[m, 2]]) });

function asked(first: Node, second: Node, invariant?: MonitorNode): boolean {
  const system = systemOf(
    'pair',
    cells,
    { P: [[local, '', first], end], Q: [[local, '', second], end] },
    { properties, invariants: invariant === undefined ? [] : [{ property: 0, node: invariant }] },
  );
  const [[one] = [], [other] = []] = waysOf(system);
  const accord = accordIn(system);
  const answer = accord(one!.footprint, other!.footprint);
  expect(accord(other!.footprint, one!.footprint)).toBe(answer);
  return answer;
}

describe('two ways', () => {
  test.each<{ title: string; first: Node; second: Node; invariant?: MonitorNode; accord: boolean }>([
    { title: 'write different cells', first: go(1, [a, 1]), second: go(1, [b, 1]), accord: true },
    { title: 'write one value to one cell', first: go(1, [a, 1]), second: go(1, [a, 1]), accord: true },
    { title: 'write two values to one cell', first: go(1, [a, 1]), second: go(1, [a, 2]), accord: false },
    { title: 'read one cell', first: on(a, { 0: go(1) }), second: on(a, { '0,1': go(1) }), accord: true },
    {
      title: 'read a value, and write the same',
      first: on(a, { 1: go(1) }),
      second: go(1, [a, 1]),
      accord: true,
    },
    {
      title: 'read a value, and write another one',
      first: on(a, { 1: go(1) }),
      second: go(1, [a, 2]),
      accord: false,
    },
    {
      title: 'are never both enabled',
      first: on(a, { 0: go(1, [a, 1]) }),
      second: on(a, { 1: go(1, [a, 0]) }),
      accord: true,
    },
    {
      title: 'take one lock',
      first: on(b, { 0: go(1, [b, 1]) }),
      second: on(b, { 0: go(1, [b, 1]) }),
      accord: false,
    },
    {
      title: 'fail, and change what lets fail',
      first: on(a, { 0: fail('it broke') }),
      second: go(1, [a, 1]),
      accord: false,
    },
    {
      title: 'have monitors that count',
      first: watched(go(1), count),
      second: watched(go(1), count),
      accord: true,
    },
    {
      title: 'have monitors that count and tell who was second',
      first: watched(go(1), count, on(m, { 2: violated })),
      second: watched(go(1), count),
      accord: false,
    },
    {
      title: 'have a monitor that reads what the other writes, and says nothing of it',
      first: watched(go(1), on(a, { 1: note([]) })),
      second: go(1, [a, 1]),
      accord: true,
    },
    {
      title: 'have a monitor that speaks of what the other writes',
      first: watched(go(1), on(a, { 1: violated })),
      second: go(1, [a, 1]),
      accord: false,
    },
    {
      title: 'have a monitor that speaks of what one before it has read',
      first: watched(go(1), on(a, { 1: note([[m, 1]]) }), on(m, { 1: violated })),
      second: go(1, [a, 1]),
      accord: false,
    },
    {
      title: 'have a monitor that speaks of what is forgotten right after',
      first: watched(
        go(1),
        on(a, { 0: note([[m, 0]]), 1: note([[m, 1]]) }),
        on(m, { 1: violated }),
        on(a, { '0,1,2': note([[m, 0]]) }),
      ),
      second: go(1, [a, 1]),
      accord: false,
    },
    {
      title: 'have a monitor that would speak of the other, but where they are enabled it does not',
      first: on(b, { 0: watched(go(1), on(b, { 1: on(a, { 1: violated }) })) }),
      second: go(1, [a, 1]),
      accord: true,
    },
    {
      title: 'lead to what an invariant forbids between them',
      first: go(1, [a, 1]),
      second: go(1, [b, 1]),
      invariant: on(a, { 1: on(b, { 0: violated }) }),
      accord: false,
    },
    {
      title: 'have monitors with too many cells to try all values of',
      first: watched(
        go(1),
        [0, 1, 2, 3, 4].reduce<MonitorNode>(
          (node, index) => on(big! + index, { 1: node }),
          on(a, { 1: note([]) }),
        ),
      ),
      second: go(1, [a, 1]),
      accord: false,
    },
  ])('that $title', ({ first, second, invariant, accord }) => {
    expect(asked(first, second, invariant)).toBe(accord);
  });
});

test('ways that accord come to the same in both orders, whatever the cells hold', () => {
  let asked = 0;
  fc.assert(
    fc.property(randomSystem, fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 }), (random, seeds) => {
      const system = { ...random, invariants: [] };
      const [ours, theirs] = waysOf(system) as [readonly Way[], readonly Way[]];
      const accord = accordIn(system);
      for (const one of ours)
        for (const other of theirs) {
          if (!accord(one.footprint, other.footprint)) continue;
          const state = enabling(system, one, other, seeds);
          if (state === null) continue;
          asked++;
          const first = taken(system, state, 0, one.edge)!;
          const second = taken(system, state, 1, other.edge)!;
          const [thenSecond, thenFirst] = [
            first.next === null ? second : taken(system, first.next, 1, other.edge),
            second.next === null ? first : taken(system, second.next, 0, one.edge),
          ];
          expect(thenSecond?.signals).toEqual(second.signals);
          expect(thenFirst?.signals).toEqual(first.signals);
          const [end, otherEnd] = [thenSecond?.next ?? null, thenFirst?.next ?? null];
          if (first.next === null || second.next === null) continue;
          expect(end !== null && otherEnd !== null && sameState(end, otherEnd)).toBe(true);
        }
    }),
    { numRuns: 60 },
  );
  expect(asked).toBeGreaterThan(100);
});

/** A state in which both are enabled, if there is one; what does not matter for that is taken from the seeds. */
function enabling(system: System, one: Way, other: Way, seeds: readonly number[]): State | null {
  const chosen = system.cells.map(({ domain }, cell) => {
    const allowed = [one, other].reduce(
      (values, { footprint }) =>
        values.filter((value) => footprint.conditions.get(cell)?.includes(value) ?? true),
      domain.map((_, value) => value),
    );
    return allowed[seeds[cell % seeds.length]! % allowed.length];
  });
  if (chosen.some((value) => value === undefined)) return null;
  const points = system.processes.map(({ entry }, process) => [one.point, other.point][process] ?? entry);
  return { cells: chosen.map((value) => value!), points };
}

function taken(
  system: System,
  state: State,
  process: number,
  edge: number,
): { readonly next: State | null; readonly signals: readonly unknown[] } | undefined {
  const move = movesOf(system, state, process).find((one) => one.edge === edge);
  if (move === undefined) return undefined;
  if (move.kind === 'failure') return { next: null, signals: [] };
  return { next: move.next, signals: move.signals.map(({ property: of, kind }) => [of, kind]) };
}
