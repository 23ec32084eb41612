/**
 * Threads that help the search in WebAssembly, kept ready from one exploration to the next: to start one takes some thirty
 * milliseconds.
 *
 * A thread is neither disk nor network nor process, so it may stand in this package. What runs in it is the module that
 * was generated for the system; the few lines around it are a text, so that they run from source, from `dist` and from a
 * bundle alike.
 */
import { Worker } from 'node:worker_threads';
import { summons } from '../codegen/wasm-memory.js';
import type { WasmMemory } from './webassembly.js';

export interface Crew {
  /** With the one that leads, which is the thread that explores. */
  readonly workers: number;
  /** Has each helper take part in a search. The leader summons it, and tells it to leave, by the word at `summons`. */
  readonly help: (search: SharedSearch) => void;
  /** Ends the threads. */
  readonly close: () => Promise<void>;
}

export interface SharedSearch {
  readonly module: object;
  readonly memory: WasmMemory;
  /** For each helper the address of its home, and of words in it and in `control`. */
  readonly helpers: readonly HelperPlace[];
}

export interface HelperPlace {
  readonly home: number;
  readonly summons: number;
  readonly busy: number;
}

/** If it fails, it says so where the leader looks, which waits for nobody then. */
const helper = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ module, memory, home, summons, busy }) => {
  try {
    const { exports } = new WebAssembly.Instance(module, { host: { memory } });
    exports.home.value = home;
    exports.serve();
  } catch (error) {
    console.error(error);
    const words = new Int32Array(memory.buffer);
    if (Atomics.exchange(words, summons / 4, ${summons.broken}) !== ${summons.called}) return;
    Atomics.sub(words, busy / 4, 1);
    Atomics.notify(words, busy / 4);
  }
});
`;

/** `workers`: at least 1, the leader included. Close it, though a process that ends does not wait for it. */
export function openCrew(workers: number): Crew {
  const threads = Array.from({ length: workers - 1 }, () => {
    const thread = new Worker(helper, { eval: true });
    thread.unref();
    return thread;
  });
  return {
    workers,
    help: ({ module, memory, helpers }) => {
      for (const [index, thread] of threads.entries())
        thread.postMessage({ module, memory, ...helpers[index]! });
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
