import type { Trace } from '@quiesce/checker';
import { expect, test } from 'vitest';
import { chartSteps } from '../../src/chart/chart-step.js';

const position = ['A', 'send src/box.ts:1'] as const;

/** Two processes over the cell `x`; a step for each text, and the value of `x` after it. */
function traceOf(moves: readonly (readonly [process: string, text: string, x: string])[]): Trace {
  const values = ['0', ...moves.map(([, , x]) => x)];
  return {
    system: 's',
    origin: {},
    target: { kind: 'deadlock' },
    variables: ['x'],
    states: values.map((x) => ({ values: [x], positions: [position] })),
    moves: moves.map(([process, text]) => ({ process, edge: 0, place: 'src/box.ts:1', text })),
  };
}

const sourcesOf = (trace: Trace) => chartSteps(trace).map(({ sources }) => sources.map(({ step }) => step));

test('tells what a step changes and where it stands', () => {
  const [step] = chartSteps(traceOf([['A', 'x = 1', '1']]));
  expect(step).toMatchObject({
    functionName: 'send',
    changes: [{ name: 'x', before: '0', after: '1' }],
    isLast: true,
  });
});

test.each([
  [
    'a read of what another wrote',
    [
      ['A', 'x = 1', '1'],
      ['B', 'x == 1', '1'],
    ],
    [[], [1]],
  ],
  [
    'only the first of two such reads',
    [
      ['A', 'x = 1', '1'],
      ['B', 'x == 1', '1'],
      ['B', 'x == 1', '1'],
    ],
    [[], [1], []],
  ],
  [
    'not a read of its own',
    [
      ['A', 'x = 1', '1'],
      ['A', 'x == 1', '1'],
    ],
    [[], []],
  ],
  [
    'not a read of what its own buffer gave',
    [
      ['A', 'x = 1 (buffered)', '0'],
      ["A's buffer", 'x = 1 reaches memory', '1'],
      ['A', 'x == 1', '1'],
    ],
    [[], [], []],
  ],
  [
    'not a read that its own buffer answers',
    [
      ['B', 'x = 1', '1'],
      ['A', 'x = 1 (buffered)', '1'],
      ['A', 'x == 1', '1'],
    ],
    [[], [], []],
  ],
  [
    'a change of what another wrote',
    [
      ['A', 'x = 1', '1'],
      ['B', 'atomic x: 1 -> 2', '2'],
    ],
    [[], [1]],
  ],
] as const)('draws an arrow for %s', (_, moves, expected) => {
  expect(sourcesOf(traceOf(moves))).toEqual(expected);
});
