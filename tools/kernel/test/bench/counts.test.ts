import { describe, expect, test } from 'vitest';
import { mostFrequent, readCounts } from '../../src/bench/counts.js';
import { countsText, run } from './sample-boot.js';

describe('the file of the plugin', () => {
  test('gives its runs in order', () => {
    const runs = [
      run({ run: 1, bins: [[10, 200]] }),
      run({
        cpu: 1,
        run: 0,
        bins: [
          [8, 210],
          [2, 900],
        ],
      }),
    ];
    expect(readCounts(countsText(runs))).toEqual(runs);
  });

  test.each([
    ['', 'nothing'],
    ['{"format":"other","version":1,"cpus":1}\n', 'another format'],
    [`${countsText([run({})])}{"cpu":0`, 'a last line that was cut off'],
    [`${countsText([])}{"cpu":0}\n`, 'a line without its fields'],
    [countsText([{ ...run({}), stopped: false }]), 'a run that did not stop'],
  ])('%j is none: %s', (text) => {
    expect(readCounts(text)).toBeUndefined();
  });
});

describe('the most frequent cost', () => {
  test('is over all runs, and an iteration that was disturbed does not move it', () => {
    const runs = [
      run({
        bins: [
          [50, 200],
          [50, 207],
        ],
      }),
      run({
        cpu: 1,
        bins: [
          [99, 207],
          [1, 2700],
        ],
      }),
    ];
    expect(mostFrequent(runs)).toEqual({
      cost: { instructions: 207, locked: 0, barriers: 0, fences: 0 },
      share: 149 / 200,
    });
  });

  test('adds the three fences', () => {
    const fenced = run({});
    const counts = [{ ...fenced.counts[0]!, mfence: 1, lfence: 2, sfence: 3 }];
    expect(mostFrequent([{ ...fenced, counts }])?.cost.fences).toBe(6);
  });

  test('is nothing without iterations', () => {
    expect(mostFrequent([])).toBeUndefined();
    expect(mostFrequent([run({ bins: [] })])).toBeUndefined();
  });
});
