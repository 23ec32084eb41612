import { expect, test } from 'vitest';
import { statusLine } from '../../src/work/progress.js';
import { worldIn } from '../console-file.js';

function lineAt(times: readonly number[], isTerminal: boolean): string {
  const written: string[] = [];
  const remaining = [0, ...times];
  const world = worldIn('/', [], written);
  const progress = statusLine('Cell', {
    ...world,
    stderr: { ...world.stderr, isTerminal },
    now: () => remaining.shift() ?? 0,
  });
  for (const _ of times) progress.show({ done: 3, of: 12, states: 4_560_000 });
  progress.clear();
  return written.join('');
}

const shown = '\r\u001b[KCell 4 of 12, 4.6 million states so far';
const cleared = '\r\u001b[K';

test.each([
  ['nothing before two seconds', [100, 1999], ''],
  ['the count of states after two seconds', [2001], shown + cleared],
  ['not more than ten times a second', [2001, 2050, 2102], shown + shown + cleared],
])('%s', (_, times, text) => expect(lineAt(times, true)).toBe(text));

test('nothing where nobody looks', () => expect(lineAt([5000], false)).toBe(''));
