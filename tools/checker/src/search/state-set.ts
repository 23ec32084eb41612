/**
 * The states of a search in JavaScript: each once, numbered in the order in which they were found.
 *
 * As in WebAssembly the arena is store and queue at once, and an entry of the table is one word: the number of the state
 * + 1 in as many bits as the table has address bits, and above it the lower bits of the hash, so that a look-up touches
 * one line and seldom compares in vain.
 */
import type { Bounds } from './engine.js';

const firstBits = 10;
const mostLoad = 0.75;

const unbounded = { maxStates: Number.POSITIVE_INFINITY, maxBytes: Number.POSITIVE_INFINITY };

export class StateSet {
  /** Of a state. */
  readonly words: number;
  readonly #bounds: Pick<Bounds, 'maxStates' | 'maxBytes'>;
  #arena: Uint32Array;
  #table: Int32Array;
  /** The table has 2 to the power of this entries. */
  #bits = firstBits;
  #room = mostLoad * 2 ** firstBits;
  #count = 0;
  #deniedBy: 'states' | 'memory' | null = null;

  constructor(words: number, bounds: Pick<Bounds, 'maxStates' | 'maxBytes'> = unbounded) {
    this.words = words;
    this.#bounds = bounds;
    this.#arena = new Uint32Array(this.#room * words);
    this.#table = new Int32Array(2 ** firstBits);
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return 4 * this.words * this.#count + this.#table.byteLength;
  }

  /** State `number` stands at `number * words`; the next `add` may replace the array. */
  get arena(): Uint32Array {
    return this.#arena;
  }

  /** The bound that denied room to a state. */
  get deniedBy(): 'states' | 'memory' | null {
    return this.#deniedBy;
  }

  /**
   * The number of the state at `at` in `from`, which is added if it is new: then `count` has grown. -1 where a bound denies
   * the room for it: `deniedBy` tells which.
   */
  add(from: Uint32Array, at: number): number {
    const hash = this.#hash(from, at);
    const table = this.#table;
    const bits = this.#bits;
    const tag = hash << bits;
    let slot = hash >>> (32 - bits);
    for (let entry = table[slot]!; entry !== 0; entry = table[slot]!) {
      // Without the tag an entry that may be the right one is a number.
      const number = entry ^ tag;
      if (number >>> bits === 0 && this.#same(number - 1, from, at)) return number - 1;
      slot = slot + 1 === table.length ? 0 : slot + 1;
    }
    if (this.#count >= this.#bounds.maxStates) return this.#deny('states');
    if (this.#count >= this.#room && !this.#grow()) return this.#deny('memory');
    const arena = this.#arena;
    const words = this.words;
    const offset = this.#count * words;
    for (let word = 0; word < words; word++) arena[offset + word] = from[at + word]!;
    this.#enter(hash, this.#count);
    return this.#count++;
  }

  #deny(bound: 'states' | 'memory'): -1 {
    this.#deniedBy = bound;
    return -1;
  }

  /** Doubles the arena and the table. */
  #grow(): boolean {
    const entries = 2 * this.#table.length;
    const room = mostLoad * entries;
    if (4 * room * this.words + 4 * entries > this.#bounds.maxBytes) return false;
    const arena = new Uint32Array(room * this.words);
    arena.set(this.#arena);
    this.#arena = arena;
    this.#table = new Int32Array(entries);
    this.#bits++;
    this.#room = room;
    for (let number = 0; number < this.#count; number++)
      this.#enter(this.#hash(arena, number * this.words), number);
    return true;
  }

  #enter(hash: number, number: number): void {
    const table = this.#table;
    const bits = this.#bits;
    let slot = hash >>> (32 - bits);
    while (table[slot] !== 0) slot = slot + 1 === table.length ? 0 : slot + 1;
    table[slot] = (hash << bits) | (number + 1);
  }

  #same(number: number, from: Uint32Array, at: number): boolean {
    const arena = this.#arena;
    const words = this.words;
    const offset = number * words;
    for (let word = 0; word < words; word++) if (arena[offset + word] !== from[at + word]) return false;
    return true;
  }

  /** Multiply and rotate for each word, and an avalanche at the end, so that all bits depend on all of the state. */
  #hash(state: Uint32Array, offset: number): number {
    const words = this.words;
    let hash = 0;
    for (let word = 0; word < words; word++) {
      hash = Math.imul(hash ^ state[offset + word]!, 0x9e3779b1);
      hash = (hash << 15) | (hash >>> 17);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return hash ^ (hash >>> 16);
  }
}
