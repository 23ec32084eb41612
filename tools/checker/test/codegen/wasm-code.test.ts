import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bytesOf,
  choose,
  get,
  giveBack,
  i32,
  isEmpty,
  nothing,
  signed,
  unsigned,
} from '../../src/codegen/wasm-code.js';
import { wasmFunction } from './wasm-function.js';

test.each([
  { value: 0, bytes: [0x00] },
  { value: 127, bytes: [0x7f] },
  { value: 128, bytes: [0x80, 0x01] },
  { value: 624_485, bytes: [0xe5, 0x8e, 0x26] },
  { value: 2 ** 32 - 1, bytes: [0xff, 0xff, 0xff, 0xff, 0x0f] },
])('unsigned LEB128 of $value', ({ value, bytes }) => {
  expect([...bytesOf(unsigned(value))]).toEqual(bytes);
});

test.each([
  { value: 0, bytes: [0x00] },
  { value: 63, bytes: [0x3f] },
  { value: 64, bytes: [0xc0, 0x00] },
  { value: -1, bytes: [0x7f] },
  { value: -64, bytes: [0x40] },
  { value: -65, bytes: [0xbf, 0x7f] },
  { value: -123_456, bytes: [0xc0, 0xbb, 0x78] },
])('signed LEB128 of $value', ({ value, bytes }) => {
  expect([...bytesOf(signed(value))]).toEqual(bytes);
});

test('a number in code is the number', () => {
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(wasmFunction(0, giveBack(i32.number(value)))()).toBe(value);
    }),
  );
});

test('choose runs the case of the value, and nothing where it has none', () => {
  const body = [
    choose(
      get(0),
      [2, undefined, 0, 1, 0],
      [10, 11, 12].map((result) => giveBack(i32.number(result))),
    ),
    i32.number(-1),
  ];
  const run = wasmFunction(1, body);
  expect([0, 1, 2, 3, 4, 5, 1000, -1].map((value) => run(value))).toEqual([12, -1, 10, 11, 10, -1, -1, -1]);
});

test('code is empty if it has no instruction, however deep', () => {
  expect([nothing, [[], [[]]]].every(isEmpty)).toBe(true);
  expect([[[], [0x0f]], 0x0f].some(isEmpty)).toBe(false);
});
