import type { Trace } from '@quiesce/checker';
import { expect, test } from 'vitest';
import { chartRows } from '../../src/chart/chart-row.js';
import { chartSteps } from '../../src/chart/chart-step.js';
import { lanesOf, lanesWidth } from '../../src/chart/lane.js';
import { sequenceChart } from '../../src/chart/sequence-chart.js';
import { htmlText } from '../../src/html.js';
import { parsedPage, textOf } from '../parsed-page.js';

/** Two processes that take turns; each step adds one to `x`. */
function traceOf(length: number, target: Trace['target'], text = 'x = 1'): Trace {
  const positions = [
    ['A', 'send src/box.ts:1'],
    ['B', 'look src/box.ts:2'],
  ] as const;
  return {
    system: 's',
    origin: {},
    target,
    variables: ['x'],
    states: Array.from({ length: length + 1 }, (_, x) => ({ values: [String(x)], positions })),
    moves: Array.from({ length }, (_, index) => ({
      process: positions[index % 2]![0],
      edge: 0,
      place: 'src/box.ts:1',
      text,
    })),
  };
}

function shown(trace: Trace) {
  const chart = sequenceChart(trace, { id: 'run', title: 'a <run>', table: 'T' });
  const { tree, elements, errors } = parsedPage(htmlText(chart), true);
  expect(errors).toEqual([]);
  const count = (name: string): number =>
    elements.filter(({ properties }) => [properties['className']].flat().includes(name)).length;
  return { text: textOf(tree), count };
}

const violated = { kind: 'signal', signal: 'violated', property: 'p' } as const;

test.each([
  ['a violation', violated, '✗ violated: p', 'bad'],
  ['a witness', { kind: 'signal', signal: 'witnessed', property: 'p' }, '✓ witnessed: p', 'good'],
  ['a failure', { kind: 'failure' }, '✗ the model fails in this step', 'bad'],
  ['a deadlock', { kind: 'deadlock' }, '✗ deadlock: no process can take a step', 'bad'],
  [
    'an end without what was to come',
    { kind: 'liveness', property: 'p', loop: null },
    'the run ends here',
    'bad',
  ],
] as const)('tells of %s', (_, target, words, kind) => {
  const { text, count } = shown(traceOf(2, target as Trace['target']));
  expect(text.replace(/\s+/g, ' ')).toContain(words);
  expect(count(kind)).toBe(1);
  expect(count('cycle')).toBe(0);
});

test('shows where a run goes back to', () => {
  const { text, count } = shown(traceOf(3, { kind: 'liveness', property: 'p', loop: 1 }));
  expect(text).toContain('steps 2 to 3 lead back to the same state, again and again');
  expect(count('cycle-text')).toBe(1);
  expect(count('cycle-head')).toBe(1);
});

test('draws a run of no steps', () => {
  const { text, count } = shown(traceOf(0, { kind: 'deadlock' }));
  expect(text).toContain('(0 steps)');
  expect(count('row')).toBe(0);
  expect(count('ending')).toBe(1);
});

test('puts rows below each other, and their texts into their lanes, however long they are', () => {
  const trace = traceOf(4, violated, `x = ${'1'.repeat(200)}`);
  const steps = chartSteps(trace);
  const lanes = lanesOf(trace, steps);
  const rows = chartRows(steps, lanes);
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    expect(row.top).toBe(above === undefined ? 0 : above.top + above.height);
    for (const { text, indent } of row.lines) expect(indent + text.length).toBeLessThanOrEqual(row.lane.room);
  });
  expect(rows.map(({ lines }) => lines.length).every((count) => count > 3)).toBe(true);
  expect(lanes.map(({ process }) => process)).toEqual(['A', 'B']);
  expect(lanes[1]!.x).toBeGreaterThan(lanes[0]!.x + 14 + lanes[0]!.room * 7);
  expect(lanesWidth(lanes)).toBeGreaterThan(lanes[1]!.x);
});
