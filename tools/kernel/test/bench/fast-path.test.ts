import { describe, expect, test } from 'vitest';
import { fastPathRows } from '../../src/bench/fast-path.js';

const line = (option: string, round: number, ns: number, callback = '-') =>
  `fast option=${option} callback=${callback} threads=1 line=shared round=${round} thread=0 calls=100 ns=${ns}\n`;

describe('the fast paths', () => {
  test('are compared within their round', () => {
    const output = [
      line('nop', 0, 100),
      line('record', 0, 300),
      line('record', 1, 800),
      line('nop', 1, 200),
      line('nop', 2, 100),
      line('record', 2, 350),
      line('nop', 0, 250, 'sync'),
    ].join('');
    const setting = { cpus: 1, engine: 'shared', audit: false, clock: 'native' };
    const common = { rfc: 1, metric: 'fast-path', setting, baseline: 1 };
    expect(fastPathRows(output, 1)).toEqual([
      { option: 'nop', ...common, value: 1, spread: 0 },
      { option: 'record', ...common, value: 3.5, spread: 0.25 },
      { option: 'nop', callback: 'sync', ...common, value: 2.5, spread: 0 },
    ]);
  });

  test.each([
    ['nothing', ''],
    ['lines of another kind', 'slow option=nop\n'],
    ['a round without what it is compared with', line('nop', 0, 100) + line('record', 1, 100)],
    ['a loop that took no time', line('nop', 0, 0)],
  ])('are not made of %s', (_, output) => {
    expect(fastPathRows(output)).toBeUndefined();
  });
});
