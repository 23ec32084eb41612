/** Protocols whose state counts several other explorers agree on; the language, the compiler and the search in one. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileWorld, type EngineName, explore, loadModel, type System } from '../../src/index.js';

function compile(file: string, name: string, sizes: readonly number[]): System {
  const folder = new URL('../../models/', import.meta.url);
  const loaded = loadModel(file, { read: (path) => readFileSync(new URL(path, folder), 'utf8') });
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  const compiled = compileWorld(loaded.program, name, sizes);
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
  return compiled.system;
}

const small: readonly EngineName[] = ['wasm', 'javascript'];
const large: readonly EngineName[] = ['wasm'];

describe('known counts', () => {
  it.each([
    ['philosophers.ts', 'philosophers', [8], 103_681, 687_760, small],
    ['philosophers.ts', 'philosophers', [9], 439_203, 3_277_602, small],
    ['philosophers.ts', 'philosophers', [10], 1_860_497, 15_426_860, large],
    ['bakery.ts', 'bakery', [3], 31_285, 77_839, small],
    ['bakery.ts', 'bakery', [4], 1_983_940, 6_510_850, large],
    ['peterson.ts', 'peterson', [3], 3_323, 9_969, small],
    ['peterson.ts', 'peterson', [4], 242_144, 968_576, small],
    ['detach.ts', 'detach', [1, 2], 8_590, 21_537, small],
    ['detach.ts', 'detach', [2, 1], 37_574, 121_163, small],
    ['detach.ts', 'detach', [2, 2], 2_960_102, 11_544_066, large],
    ['detach.ts', 'detach', [3, 1], 2_515_114, 11_225_347, large],
  ] as const)('%s %s %j: %i states, %i transitions', (file, name, sizes, states, transitions, engines) => {
    const system = compile(file, name, sizes);
    for (const engine of engines) {
      const found = explore(system, { engine });
      expect(found).toMatchObject({ states, transitions, complete: true, failures: [] });
    }
  });

  it('has one deadlock where all philosophers hold the left fork', () => {
    expect(explore(compile('philosophers.ts', 'philosophers', [8]), { engine: 'wasm' }).deadlocks).toBe(1);
  });

  it('finds the callback in text that is gone when the barrier is skipped', () => {
    const system = compile('detach.ts', 'detachWithoutBarrier', [1, 2]);
    expect(explore(system, { engine: 'wasm' }).failures.length).toBeGreaterThan(0);
  });

  it('needs no killer for the state space to be finite', () => {
    const system = compile('detach.ts', 'detachWithoutKillers', [1, 1]);
    expect(explore(system, { engine: 'wasm' })).toMatchObject({ complete: true, failures: [] });
  });
});
