/**
 * The states that a search for a story has met: packed words, one after the other, and an open-addressing table that
 * finds them again. An 8-bit tag beside each index saves most looks into the arena.
 */

/** Grows as needed. A state's number is its index in the order of arrival. */
export class StorySet {
  readonly words: number;
  count = 0;
  /** State `s` stands at `s * words`. Replaced when it grows: do not keep it. */
  arena: Uint32Array;
  #indices = new Int32Array(1 << 10).fill(-1);
  #tags = new Uint8Array(1 << 10);

  constructor(words: number) {
    this.words = words;
    this.arena = new Uint32Array(words << 8);
  }

  /** The number of the state at `at` in `from`, which is added if it is new: then `count` has grown. */
  add(from: Uint32Array, at: number): number {
    const hash = hashOf(from, at, this.words);
    const mask = this.#indices.length - 1;
    const tag = hash >>> 24;
    let slot = hash & mask;
    for (;;) {
      const index = this.#indices[slot]!;
      if (index === -1) break;
      if (this.#tags[slot] === tag && this.#equals(index, from, at)) return index;
      slot = (slot + 1) & mask;
    }
    const index = this.count++;
    this.#indices[slot] = index;
    this.#tags[slot] = tag;
    this.#append(index, from, at);
    if (this.count * 4 > this.#indices.length * 3) this.#rehash();
    return index;
  }

  #equals(index: number, from: Uint32Array, at: number): boolean {
    const offset = index * this.words;
    for (let word = 0; word < this.words; word++)
      if (this.arena[offset + word] !== from[at + word]) return false;
    return true;
  }

  #append(index: number, from: Uint32Array, at: number): void {
    const offset = index * this.words;
    if (offset + this.words > this.arena.length) {
      const larger = new Uint32Array(this.arena.length * 2);
      larger.set(this.arena);
      this.arena = larger;
    }
    for (let word = 0; word < this.words; word++) this.arena[offset + word] = from[at + word]!;
  }

  #rehash(): void {
    const size = this.#indices.length * 2;
    this.#indices = new Int32Array(size).fill(-1);
    this.#tags = new Uint8Array(size);
    for (let index = 0; index < this.count; index++) {
      const hash = hashOf(this.arena, index * this.words, this.words);
      let slot = hash & (size - 1);
      while (this.#indices[slot] !== -1) slot = (slot + 1) & (size - 1);
      this.#indices[slot] = index;
      this.#tags[slot] = hash >>> 24;
    }
  }
}

function hashOf(state: Uint32Array, offset: number, words: number): number {
  let hash = 0x9e3779b9 | 0;
  for (let word = 0; word < words; word++) {
    hash = Math.imul(hash ^ state[offset + word]!, 0x85ebca6b);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}
