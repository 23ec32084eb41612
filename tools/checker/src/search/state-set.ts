/**
 * The states of a search in JavaScript: each once, numbered in the order in which they were found.
 *
 * As in WebAssembly the arena is store and queue at once. The table has the number of a state in one array and 8 bits of
 * its hash in another, so that a look-up touches few lines and seldom compares in vain.
 */
import type { Bounds } from './engine.js';

const firstEntries = 1024;
const mostLoad = 0.75;

export class StateSet {
  readonly #words: number;
  readonly #bounds: Pick<Bounds, 'maxStates' | 'maxBytes'>;
  #arena: Uint32Array;
  #numbers: Int32Array;
  #tags: Uint8Array;
  #count = 0;

  /** `words` of a state. */
  constructor(words: number, bounds: Pick<Bounds, 'maxStates' | 'maxBytes'>) {
    this.#words = words;
    this.#bounds = bounds;
    this.#arena = new Uint32Array(mostLoad * firstEntries * this.#stride);
    this.#numbers = new Int32Array(firstEntries);
    this.#tags = new Uint8Array(firstEntries);
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return 4 * this.#stride * this.#count + this.#numbers.byteLength + this.#tags.byteLength;
  }

  /** State `number` stands in here, at `offset(number)`; the next `add` may replace the array. */
  get arena(): Uint32Array {
    return this.#arena;
  }

  offset(number: number): number {
    return number * this.#stride;
  }

  /** Adds the state, found from state `parent`, unless it is known or a bound denies the room for it. */
  add(state: Uint32Array, parent: number): 'added' | 'known' | 'states' | 'memory' {
    const hash = this.#hash(state, 0);
    const tag = hash >>> 24;
    const numbers = this.#numbers;
    const tags = this.#tags;
    const mask = numbers.length - 1;
    let slot = hash & mask;
    for (let number = numbers[slot]!; number !== 0; number = numbers[slot]!) {
      if (tags[slot] === tag && this.#same(number - 1, state)) return 'known';
      slot = (slot + 1) & mask;
    }
    if (this.#count >= this.#bounds.maxStates) return 'states';
    if (this.#count >= mostLoad * this.#numbers.length) {
      if (!this.#grow()) return 'memory';
      slot = this.#free(hash);
    }
    const at = this.offset(this.#count);
    for (let word = 0; word < this.#words; word++) this.#arena[at + word] = state[word]!;
    this.#arena[at + this.#words] = parent;
    this.#count++;
    this.#numbers[slot] = this.#count;
    this.#tags[slot] = tag;
    return 'added';
  }

  get #stride(): number {
    return this.#words + 1;
  }

  /** Doubles the arena and the table. */
  #grow(): boolean {
    const entries = 2 * this.#numbers.length;
    const length = mostLoad * entries * this.#stride;
    if (4 * length + 5 * entries > this.#bounds.maxBytes) return false;
    const arena = new Uint32Array(length);
    arena.set(this.#arena);
    this.#arena = arena;
    this.#numbers = new Int32Array(entries);
    this.#tags = new Uint8Array(entries);
    for (let number = 0; number < this.#count; number++) {
      const hash = this.#hash(arena, this.offset(number));
      const slot = this.#free(hash);
      this.#numbers[slot] = number + 1;
      this.#tags[slot] = hash >>> 24;
    }
    return true;
  }

  #free(hash: number): number {
    const mask = this.#numbers.length - 1;
    let slot = hash & mask;
    while (this.#numbers[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  #same(number: number, state: Uint32Array): boolean {
    const arena = this.#arena;
    const words = this.#words;
    const at = this.offset(number);
    for (let word = 0; word < words; word++) if (arena[at + word] !== state[word]) return false;
    return true;
  }

  #hash(state: Uint32Array, offset: number): number {
    const words = this.#words;
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
