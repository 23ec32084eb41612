import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/codegen/layout.js';
import { bytesOf, giveBack, i32 } from '../../src/codegen/wasm-code.js';
import { decide, holds } from '../../src/codegen/wasm-decision.js';
import { wasmFunction } from './wasm-function.js';

const field: fc.Arbitrary<Field> = fc
  .tuple(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(31, 32, 33, 64, 100)), fc.nat(32))
  .map(([size, place]) => {
    const width = size < 2 ? 0 : Math.ceil(Math.log2(size));
    return { word: 1, shift: Math.min(place, 32 - width), width, size };
  });

/** Two words; the field stands in the second, among ones. */
const stateWith = ({ shift, width }: Field, value: number): [number, number] => [
  0,
  ~((2 ** width - 1) << shift) | (value << shift),
];

const valuesOf = ({ size }: Field): readonly number[] => Array.from({ length: size }, (_, value) => value);

describe('holds', () => {
  test('tells exactly the values', () => {
    fc.assert(
      fc.property(
        field.chain((one) => fc.tuple(fc.constant(one), fc.subarray([...valuesOf(one)]))),
        ([one, values]) => {
          const run = wasmFunction(2, holds(one, [0, 1], values));
          expect(valuesOf(one).filter((value) => run(...stateWith(one, value)) !== 0)).toEqual(values);
        },
      ),
    );
  });
});

describe('decide', () => {
  test('runs the case that holds the value, and nothing where none does', () => {
    fc.assert(
      fc.property(
        field.chain((one) => {
          const choice = fc.option(fc.nat(7), { nil: null });
          return fc.tuple(
            fc.constant(one),
            fc.array(choice, { minLength: one.size, maxLength: one.size }),
            fc.integer({ min: 1, max: 8 }),
          );
        }),
        ([one, choice, count]) => {
          const chosen = choice.map((branch) => (branch === null ? -1 : branch % count));
          const cases = Array.from({ length: count }, (_, branch) => ({
            values: valuesOf(one).filter((value) => chosen[value] === branch),
            code: giveBack(i32.number(branch)),
          })).filter(({ values }) => values.length > 0);
          const run = wasmFunction(2, [decide(one, [0, 1], cases), i32.number(-1)]);
          expect(valuesOf(one).map((value) => run(...stateWith(one, value)))).toEqual(chosen);
        },
      ),
    );
  });

  test.each([
    { title: 'no test where one case holds every value', cases: [[0, 1, 2, 3]], most: 0 },
    { title: 'no test where no case does anything', cases: [], most: 0 },
    { title: 'one test where two cases hold every value', cases: [[0], [1, 2, 3]], most: 1 },
  ])('$title', ({ cases, most }) => {
    const ifs = [
      ...bytesOf(
        decide(
          { word: 0, shift: 0, width: 2, size: 4 },
          [0],
          cases.map((values) => ({ values, code: giveBack(i32.number(0)) })),
        ),
      ),
    ].filter((byte) => byte === 0x04);
    expect(ifs).toHaveLength(most);
  });
});
