import { readFileSync } from 'node:fs';
import { compileScenario, loadModel, type System } from '../../../src/index.js';

const folder = new URL('../../../models/', import.meta.url);

/** Two tasks, one engine, watched by the property of that fairness; `killers`: 1 or 0. */
export function detachSystem(fairness: string, killers: number): System {
  const loaded = loadModel('detach.ts', { read: (path) => readFileSync(new URL(path, folder), 'utf8') });
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  const subject = { kind: 'option', option: 'protocol', scenario: 'detach' } as const;
  const sizes = { tasks: 2, engines: 1, killers };
  const compiled = compileScenario(loaded.program, subject, sizes, [`detach/completes-${fairness}`]);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  return compiled.system;
}
