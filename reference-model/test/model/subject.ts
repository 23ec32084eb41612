/** The model, read by the checker from its source, for tests that explore it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  compileScenario,
  describeModel,
  type Exploration,
  explore,
  loadModel,
  type Program,
  type Subject,
  type System,
} from '@quiesce/checker';

const entry = fileURLToPath(new URL('../../src/index.ts', import.meta.url));

/** The model; `edit` changes the text of its files as they are read. */
function read(edit: (path: string, text: string) => string): Program {
  const loaded = loadModel(entry, {
    read: (path) => {
      try {
        return edit(path, readFileSync(path, 'utf8'));
      } catch {
        return undefined;
      }
    },
  });
  if (!loaded.ok) throw new Error(loaded.diagnostics.map((one) => one.message).join('\n'));
  return loaded.program;
}

const program = read((_path, text) => text);

export const description = (() => {
  const described = describeModel(program);
  if (!described.ok) throw new Error(described.diagnostics.map((one) => one.message).join('\n'));
  return described.model;
})();

/** One cell of the model, watched by these properties. */
export function compileCell(subject: Subject, properties: readonly string[]): System {
  return compileIn(program, subject, properties);
}

/** One cell of a model in which a piece of one file's text, which must be there once, is replaced. */
export function compileEdited(
  file: string,
  piece: string,
  by: string,
  subject: Subject,
  properties: readonly string[],
): System {
  let found = 0;
  const edited = read((path, text) => {
    if (!path.endsWith(file)) return text;
    found += text.split(piece).length - 1;
    return text.replace(piece, by);
  });
  if (found !== 1) throw new Error(`${file} has this text ${found} times: ${piece}`);
  return compileIn(edited, subject, properties);
}

function compileIn(model: Program, subject: Subject, properties: readonly string[]): System {
  const compiled = compileScenario(model, subject, {}, properties);
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
