import { expect, test } from 'vitest';
import { findStory } from '../../src/search/story.js';
import { narrate } from '../../src/trace/narration.js';
import { replay } from '../../src/trace/replay.js';
import { end, fail, go, local, systemOf } from './small-systems.js';

/** A process that goes through points in these functions, one step each, and fails in the last. */
function narration(...functions: readonly string[]): readonly string[] {
  const last = functions.length - 1;
  const system = systemOf('walk', [['x', '0']], {
    P: [
      ...functions.map((names, index) => [local, names, index === last ? fail('x') : go(index + 1)] as const),
      end,
    ],
  });
  const result = findStory(system, { kind: 'failure', process: 0, edge: last });
  if (result.kind === 'none') throw new Error('there is no story');
  return narrate(replay(system, result.story)).map(({ depth, text }) => `${'  '.repeat(depth)}${text}`);
}

test('Functions open where they are entered, and close where they are left', () => {
  expect(narration('main', 'main report', 'main', 'main control')).toEqual([
    'main() {',
    '  step()',
    '  report() {',
    '    step()',
    '  }',
    '  step()',
    '  control() {',
    '    BUG: x',
  ]);
});

test('One function after another closes the first', () => {
  expect(narration('main', 'main report', 'main control')).toEqual([
    'main() {',
    '  step()',
    '  report() {',
    '    step()',
    '  }',
    '  control() {',
    '    BUG: x',
  ]);
});

test('A function without a step of its own is named on the way, each time that it is entered', () => {
  expect(narration('main a b', 'main a c', 'main', 'main a b')).toEqual([
    'main() {',
    '  a() -> b() {',
    '    step()',
    '  }',
    '  c() {',
    '    step()',
    '  }',
    '  step()',
    '  a() -> b() {',
    '    BUG: x',
  ]);
});

test('Steps outside of all functions close what was open', () => {
  expect(narration('', 'main', '', 'main')).toEqual([
    'step()',
    'main() {',
    '  step()',
    '}',
    'step()',
    'main() {',
    '  BUG: x',
  ]);
});
