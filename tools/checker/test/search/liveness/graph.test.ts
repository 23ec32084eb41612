/** Both engines make the same graph, to the last number. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutOf } from '../../../src/codegen/layout.js';
import type { Condition, System } from '../../../src/ir/system.js';
import type { Graph } from '../../../src/search/liveness/graph.js';
import { graphInJavaScript } from '../../../src/search/liveness/graph-javascript.js';
import { graphInWasm } from '../../../src/search/liveness/graph-wasm.js';
import { randomSystem } from '../../ir/random-system.js';
import { detachSystem } from './detach-system.js';

const bounds = { maxStates: Number.POSITIVE_INFINITY, maxBytes: 2 ** 32, onProgress: () => {} };

function graphs(system: System, last: Condition | null): readonly [Graph, Graph | null] {
  const layout = layoutOf(system);
  return [graphInJavaScript(system, layout, last, bounds), graphInWasm(system, layout, last, bounds)];
}

function expectSame(oracle: Graph, graph: Graph): void {
  const { count, words } = oracle;
  expect({ ...graph, arena: [...graph.arena] }).toEqual({
    ...oracle,
    arena: [...oracle.arena.subarray(0, count * words)],
  });
}

test('random systems', () => {
  let compared = 0;
  const last: Condition = { kind: 'test', cell: 0, branches: [{ values: [0], node: { kind: 'holds' } }] };
  fc.assert(
    fc.property(randomSystem, fc.constantFrom(null, last), (system, until) => {
      const [oracle, graph] = graphs(system, until);
      if (graph === null) expect(oracle.target).toContain(0xffffffff);
      else {
        compared++;
        expectSame(oracle, graph);
      }
    }),
    { numRuns: 150 },
  );
  expect(compared).toBeGreaterThan(30);
});

test('a system whose table has to grow', () => {
  const [oracle, graph] = graphs(detachSystem('weak', 1), null);
  expect(oracle.count).toBe(37_574);
  expect(oracle.target).toHaveLength(121_163);
  expectSame(oracle, graph!);
});
