/**
 * Where each cell and each program counter stands in a state: a few 32-bit words.
 *
 * A field gets as many bits as its domain needs and never crosses a word, so a read is one shift and one mask and all
 * constant writes of a step to one word are fused to `(word & keep) | set`. Fields are placed by first-fit decreasing,
 * with their order in the system breaking ties, so the layout depends on the system alone.
 */
import type { System } from '../ir/system.js';

/** Bits `shift` to `shift + width - 1` of a word. A field of width 0 always holds 0. */
export interface Field {
  readonly word: number;
  readonly shift: number;
  readonly width: number;
  /** How many values it may hold: 0 to `size - 1`. */
  readonly size: number;
}

export interface Layout {
  /** At least 1. */
  readonly words: number;
  /** As `System.cells`. */
  readonly cells: readonly Field[];
  /** One for each process; the values are indices into `Process.points`. */
  readonly counters: readonly Field[];
}

/** What a step does to one word: `(word & keep) | set`; both are signed 32-bit integers. */
export interface WordUpdate {
  readonly word: number;
  readonly keep: number;
  readonly set: number;
}

const wordBits = 32;

export function layoutOf(system: System): Layout {
  const sizes = [
    ...system.cells.map((cell) => cell.domain.length),
    ...system.processes.map((process) => process.points.length),
  ];
  const fields = placed(sizes);
  return {
    words: Math.max(1, ...fields.map((field) => field.word + 1)),
    cells: fields.slice(0, system.cells.length),
    counters: fields.slice(system.cells.length),
  };
}

/** Ones where the field stands. */
export function fieldBits(field: Field): number {
  return valueMask(field) << field.shift;
}

/** The field's value in the state that starts at `offset`. */
export function readField(field: Field, state: Uint32Array, offset: number): number {
  return (state[offset + field.word]! >>> field.shift) & valueMask(field);
}

/** Fuses assignments of constants, one update for each word that they touch, by word. The fields must differ. */
export function fuse(assignments: readonly (readonly [Field, number])[]): readonly WordUpdate[] {
  const updates = new Map<number, WordUpdate>();
  for (const [field, value] of assignments) {
    if (field.width === 0) continue;
    const { keep, set } = updates.get(field.word) ?? { keep: -1, set: 0 };
    updates.set(field.word, {
      word: field.word,
      keep: keep & ~fieldBits(field),
      set: set | (value << field.shift),
    });
  }
  return [...updates.values()].sort((a, b) => a.word - b.word);
}

/** The words of the state in which every cell has its initial value and every process stands at its entry. */
export function initialWords(system: System, layout: Layout): Uint32Array {
  const state = new Uint32Array(layout.words);
  const assignments = [
    ...system.cells.map((cell, index) => [layout.cells[index]!, cell.initial] as const),
    ...system.processes.map((process, index) => [layout.counters[index]!, process.entry] as const),
  ];
  for (const { word, set } of fuse(assignments)) state[word] = set;
  return state;
}

/** Ones as many as the field is wide. */
export function valueMask(field: Field): number {
  return (1 << field.width) - 1;
}

function placed(sizes: readonly number[]): readonly Field[] {
  const fields: Field[] = sizes.map((size) => ({ word: 0, shift: 0, width: bitsFor(size), size }));
  const widestFirst = fields
    .map((field, index) => ({ field, index }))
    .sort((a, b) => b.field.width - a.field.width || a.index - b.index);
  const used: number[] = [];
  for (const { field, index } of widestFirst) {
    if (field.width === 0) break;
    const fit = used.findIndex((bits) => bits + field.width <= wordBits);
    const word = fit === -1 ? used.length : fit;
    const shift = used[word] ?? 0;
    fields[index] = { ...field, word, shift };
    used[word] = shift + field.width;
  }
  return fields;
}

function bitsFor(size: number): number {
  return size < 2 ? 0 : 32 - Math.clz32(size - 1);
}
