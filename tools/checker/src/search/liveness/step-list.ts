/** The steps of a graph while it is made, as columns that grow. */
import type { Graph } from './graph.js';

export class StepList {
  /** Of steps, and of states whose steps begin in the list. */
  count = 0;
  states = 0;
  #target = new Uint32Array(1 << 12);
  #process = new Uint8Array(1 << 12);
  #first = new Uint32Array(1 << 10);

  /** From here on the steps are those of the next state. */
  begin(): void {
    if (this.states === this.#first.length)
      this.#first = grown(this.#first, new Uint32Array(2 * this.states));
    this.#first[this.states++] = this.count;
  }

  push(target: number, process: number): void {
    this.#reserve(this.count + 1);
    this.#target[this.count] = target;
    this.#process[this.count++] = process;
  }

  /** The steps of some states; `ends[s]`: how many there are of the first `s + 1` of these states. */
  append(targets: Uint32Array, processes: Uint8Array, ends: Uint32Array): void {
    const before = this.count;
    this.#reserve(before + targets.length);
    this.#target.set(targets, before);
    this.#process.set(processes, before);
    for (let state = 0; state < ends.length; state++) {
      this.count = before + (state === 0 ? 0 : ends[state - 1]!);
      this.begin();
    }
    this.count = before + targets.length;
  }

  /** The columns of a graph of `count` states, of which `expanded` have all their steps in the list. */
  columns(expanded: number, count: number): Pick<Graph, 'first' | 'target' | 'process'> {
    const known = expanded < this.states ? this.#first[expanded]! : this.count;
    const first = new Uint32Array(count + 1).fill(known);
    first.set(this.#first.subarray(0, expanded));
    return { first, target: this.#target.subarray(0, known), process: this.#process.subarray(0, known) };
  }

  #reserve(count: number): void {
    if (count <= this.#target.length) return;
    const length = Math.max(count, 2 * this.#target.length);
    this.#target = grown(this.#target, new Uint32Array(length));
    this.#process = grown(this.#process, new Uint8Array(length));
  }
}

function grown<T extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(column: T, larger: T): T {
  larger.set(column);
  return larger;
}
