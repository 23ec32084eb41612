import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Field,
  fieldBits,
  fuse,
  initialWords,
  type Layout,
  layoutOf,
  readField,
} from '../../src/codegen/layout.js';
import type { System } from '../../src/ir/system.js';
import { randomSystem } from '../ir/random-system.js';
import { end, systemOf } from '../trace/small-systems.js';

const cellsOf = (sizes: readonly number[]): System =>
  systemOf(
    'cells',
    sizes.map((size, cell) => [`c${cell}`, Array.from({ length: size }, (_, value) => value).join(' ')]),
    { P: [end] },
  );
const fieldsOf = ({ cells, counters }: Layout): readonly Field[] => [...cells, ...counters];

describe('layoutOf', () => {
  test.each([
    { sizes: [], words: 1, places: [] },
    { sizes: [1, 1], words: 1, places: ['0.0+0', '0.0+0'] },
    { sizes: [2, 3, 4, 5], words: 1, places: ['0.7+1', '0.3+2', '0.5+2', '0.0+3'] },
    { sizes: [65536, 65536, 2], words: 2, places: ['0.0+16', '0.16+16', '1.0+1'] },
    // 17 bits leave room for 15, not for 16.
    { sizes: [65537, 65536, 32768, 65536], words: 2, places: ['0.0+17', '1.0+16', '0.17+15', '1.16+16'] },
  ])('places cells of $sizes values at $places', ({ sizes, words, places }) => {
    const layout = layoutOf(cellsOf(sizes));
    expect(layout.cells.map(({ word, shift, width }) => `${word}.${shift}+${width}`)).toEqual(places);
    expect(layout.words).toBe(words);
  });

  test('gives each field bits of its own, enough for its values, in one word', () => {
    fc.assert(
      fc.property(randomSystem, (system) => {
        const layout = layoutOf(system);
        const taken = new Array<number>(layout.words).fill(0);
        for (const field of fieldsOf(layout)) {
          expect(2 ** field.width).toBeGreaterThanOrEqual(field.size);
          expect(2 ** field.width).toBeLessThan(2 * field.size);
          expect(field.shift + field.width).toBeLessThanOrEqual(32);
          const bits = field.width === 0 ? 0 : fieldBits(field);
          expect(taken[field.word]! & bits).toBe(0);
          taken[field.word]! |= bits;
        }
      }),
    );
  });
});

describe('fuse', () => {
  test('makes one update for each word that is written', () => {
    const { cells } = layoutOf(cellsOf([65536, 65536, 65536]));
    expect(
      fuse([
        [cells[2]!, 7],
        [cells[0]!, 65535],
        [cells[1]!, 1],
      ]),
    ).toEqual([
      { word: 0, keep: 0, set: 0x0001_ffff },
      { word: 1, keep: ~0xffff, set: 7 },
    ]);
  });

  test('writes what is read, and nothing else', () => {
    fc.assert(
      fc.property(
        randomSystem.chain((system) => {
          const fields = fieldsOf(layoutOf(system));
          const values = fc.tuple(...fields.map(({ size }) => fc.nat(size - 1)));
          return fc.tuple(fc.constant(system), values, values, fc.subarray([...fields.keys()]));
        }),
        ([system, before, after, changed]) => {
          const layout = layoutOf(system);
          const fields = fieldsOf(layout);
          const offset = 3;
          const state = new Uint32Array(offset + layout.words);
          const write = (values: readonly number[], which: readonly number[]): void => {
            for (const { word, keep, set } of fuse(which.map((field) => [fields[field]!, values[field]!])))
              state[offset + word] = (state[offset + word]! & keep) | set;
          };
          write(before, [...fields.keys()]);
          write(after, changed);
          const expected = before.map((value, field) => (changed.includes(field) ? after[field] : value));
          expect(fields.map((field) => readField(field, state, offset))).toEqual(expected);
        },
      ),
    );
  });
});

test('initialWords holds the initial value of each cell and the entry of each process', () => {
  fc.assert(
    fc.property(randomSystem, (system) => {
      const layout = layoutOf(system);
      const state = initialWords(system, layout);
      expect(layout.cells.map((field) => readField(field, state, 0))).toEqual(
        system.cells.map(({ initial }) => initial),
      );
      expect(layout.counters.map((field) => readField(field, state, 0))).toEqual(
        system.processes.map(({ entry }) => entry),
      );
    }),
  );
});
