/** Runs WebAssembly code by itself. */
import type { Code } from '../../src/codegen/wasm-code.js';
import { moduleBytes } from '../../src/codegen/wasm-module.js';
import { webAssembly } from '../../src/search/webassembly.js';

/** A function of `count` integers that gives an integer back. */
export function wasmFunction(count: number, body: Code): (...values: readonly number[]) => number {
  const bytes = moduleBytes({
    memoryPages: { least: 1, most: 1 },
    isShared: false,
    globals: [],
    functions: [{ name: 'run', parameters: count, results: 1, locals: 0, body }],
  });
  const memory = new webAssembly.Memory({ initial: 1, maximum: 1 });
  const instance = new webAssembly.Instance(new webAssembly.Module(bytes), { host: { memory } });
  return (instance.exports as { readonly run: (...values: readonly number[]) => number }).run;
}
