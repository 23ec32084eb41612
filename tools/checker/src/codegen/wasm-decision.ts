/**
 * A test of one field, as WebAssembly.
 *
 * Few branches become nested tests, each the cheapest one that tells its values apart (a mask, a range, a bit set);
 * many become one `br_table`. Where the branches hold every value, the last needs no test.
 */
import { type Field, fieldBits, valueMask } from './layout.js';
import { type Code, choose, get, i32, isEmpty, nothing, when } from './wasm-code.js';

export interface Case {
  /** Ascending. */
  readonly values: readonly number[];
  readonly code: Code;
}

/** Above this many branches a table is faster than tests in a row. */
const mostNested = 4;

/** Runs the code of the one case that holds the field's value; nothing where none does. */
export function decide(field: Field, words: readonly number[], cases: readonly Case[]): Code {
  const alive = cases.filter(({ code }) => !isEmpty(code));
  const last = alive.at(-1);
  if (last === undefined) return nothing;
  if (field.size === 1) return alive.find(({ values }) => values.includes(0))?.code ?? nothing;
  if (alive.length > mostNested) return table(field, words, alive);
  const tested = alive.reduce((sum, { values }) => sum + values.length, 0);
  const first = tested === field.size ? last.code : when(holds(field, words, last.values), last.code);
  return alive
    .slice(0, -1)
    .reduceRight<Code>((rest, { values, code }) => when(holds(field, words, values), code, rest), first);
}

/** Not zero where the field holds one of the values. */
export function holds(field: Field, words: readonly number[], values: readonly number[]): Code {
  const first = values[0];
  if (first === undefined) return i32.number(0);
  if (values.length === field.size) return i32.number(1);
  if (values.length === 1) return equals(field, words, first);
  if (values.length === field.size - 1) return i32.eqz(equals(field, words, missingFrom(values)));
  const value = readValue(field, words);
  if (values.at(-1)! - first === values.length - 1)
    return i32.lessUnsigned(i32.sub(value, i32.number(first)), i32.number(values.length));
  return bitSets(field, values)
    .map(({ group, bits }) => {
      const member = i32.and(i32.shiftRight(i32.number(bits), value), i32.number(1));
      if (field.size <= 32) return member;
      return i32.and(member, i32.eq(i32.shiftRight(value, i32.number(5)), i32.number(group)));
    })
    .reduce((a, b) => i32.or(a, b));
}

export function readValue(field: Field, words: readonly number[]): Code {
  const word = get(words[field.word]!);
  const shifted = field.shift === 0 ? word : i32.shiftRight(word, i32.number(field.shift));
  if (field.shift + field.width === 32) return shifted;
  return i32.and(shifted, i32.number(valueMask(field)));
}

function equals(field: Field, words: readonly number[], value: number): Code {
  const masked = i32.and(get(words[field.word]!), i32.number(fieldBits(field)));
  if (value === 0) return i32.eqz(masked);
  return field.width === 1 ? masked : i32.eq(masked, i32.number(value << field.shift));
}

function table(field: Field, words: readonly number[], cases: readonly Case[]): Code {
  const lowest = Math.min(...cases.map(({ values }) => values[0]!));
  const choice: (number | undefined)[] = [];
  cases.forEach(({ values }, index) => {
    for (const value of values) choice[value - lowest] = index;
  });
  const value = readValue(field, words);
  return choose(
    lowest === 0 ? value : i32.sub(value, i32.number(lowest)),
    Array.from(choice),
    cases.map(({ code }) => code),
  );
}

/** The values in groups of 32; the shift of a bit set takes the value modulo 32 by itself. */
function bitSets(field: Field, values: readonly number[]): readonly { group: number; bits: number }[] {
  const groups = Array.from({ length: Math.ceil(field.size / 32) }, (_, group) => ({
    group,
    bits: values
      .filter((value) => value >>> 5 === group)
      .reduce((bits, value) => bits | (1 << (value & 31)), 0),
  }));
  return groups.filter(({ bits }) => bits !== 0);
}

function missingFrom(values: readonly number[]): number {
  const gap = values.findIndex((value, index) => value !== index);
  return gap === -1 ? values.length : gap;
}
