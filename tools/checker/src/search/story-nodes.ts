/**
 * The nodes of a search for a story, as columns of numbers. A node is a state together with the process that ran last:
 * what a run costs from here on depends on both.
 */

const none = -1;

/** A run of `steps` moves to `state`; its last move, by `process` along `edge`, started in node `parent`. */
export class StoryNodes {
  count = 0;
  state = new Int32Array(1 << 10);
  parent = new Int32Array(1 << 10);
  process = new Int32Array(1 << 10);
  edge = new Int32Array(1 << 10);
  steps = new Int32Array(1 << 10);
  /** 1 once a cheaper node for the same state and process has come. */
  stale = new Uint8Array(1 << 10);
  /** The node that came before for the same state, or -1. */
  older = new Int32Array(1 << 10);
  /** The next node of its bucket, or -1. */
  next = new Int32Array(1 << 10);
  /** By state: its newest node, or -1. */
  newest = new Int32Array(1 << 10).fill(none);

  add(state: number, parent: number, process: number, edge: number, steps: number): number {
    const node = this.count++;
    if (node === this.state.length) this.#grow();
    if (state >= this.newest.length) this.newest = grown(this.newest, state + 1, none);
    this.state[node] = state;
    this.parent[node] = parent;
    this.process[node] = process;
    this.edge[node] = edge;
    this.steps[node] = steps;
    this.older[node] = this.newest[state]!;
    this.newest[state] = node;
    return node;
  }

  #grow(): void {
    const { count } = this;
    this.state = grown(this.state, count);
    this.parent = grown(this.parent, count);
    this.process = grown(this.process, count);
    this.edge = grown(this.edge, count);
    this.steps = grown(this.steps, count);
    this.older = grown(this.older, count);
    this.next = grown(this.next, count);
    const stale = new Uint8Array(this.state.length);
    stale.set(this.stale);
    this.stale = stale;
  }
}

/** The nodes of one level, in lists by their number of steps. */
export class Buckets {
  readonly #heads: number[] = [];

  /** One more than the largest number of steps. */
  get length(): number {
    return this.#heads.length;
  }

  push(nodes: StoryNodes, node: number): void {
    const steps = nodes.steps[node]!;
    while (this.#heads.length <= steps) this.#heads.push(none);
    nodes.next[node] = this.#heads[steps]!;
    this.#heads[steps] = node;
  }

  /** The first node of a bucket, or -1; `nodes.next` leads to the others. */
  first(steps: number): number {
    return this.#heads[steps] ?? none;
  }
}

function grown(column: Int32Array, needed: number, fill = 0): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(column.length * 2, needed));
  larger.set(column);
  if (fill !== 0) larger.fill(fill, column.length);
  return larger as Int32Array<ArrayBuffer>;
}
