/** The toy models of `models/`, compiled. */
import { readFileSync } from 'node:fs';
import { compileWorld, loadModel, type System } from '../../src/index.js';

export function toyModel(model: string, world: string, sizes: readonly number[]): System {
  const folder = new URL('../../models/', import.meta.url);
  const loaded = loadModel(`${model}.ts`, { read: (path) => readFileSync(new URL(path, folder), 'utf8') });
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  const compiled = compileWorld(loaded.program, world, sizes);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  return compiled.system;
}
