/** The model, read by the checker from its source, for tests that explore it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  compileScenario,
  describeModel,
  type Exploration,
  explore,
  loadModel,
  type Subject,
  type System,
} from '@quiesce/checker';

const entry = fileURLToPath(new URL('../../src/index.ts', import.meta.url));

const loaded = loadModel(entry, {
  read: (path) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
});
if (!loaded.ok) throw new Error(loaded.diagnostics.map((one) => one.message).join('\n'));
const { program } = loaded;

export const description = (() => {
  const described = describeModel(program);
  if (!described.ok) throw new Error(described.diagnostics.map((one) => one.message).join('\n'));
  return described.model;
})();

/** One cell of the model, watched by these properties. */
export function compileCell(subject: Subject, properties: readonly string[]): System {
  const compiled = compileScenario(program, subject, {}, properties);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map((one) => one.message).join('\n'));
  return compiled.system;
}

/** Explores one cell of the model to its end. */
export function exploreCell(subject: Subject, properties: readonly string[]): Exploration {
  return exploreAll(compileCell(subject, properties));
}

/** Explores to the end. */
export function exploreAll(system: System): Exploration {
  const exploration = explore(system, { engine: 'wasm', maxStates: 5_000_000 });
  if (!exploration.complete) throw new Error(`${system.name}: the search was not complete`);
  return exploration;
}
