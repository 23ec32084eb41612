/** A model, read by the checker from its source, for tests that explore it. */
import { readFileSync } from 'node:fs';
import {
  checkLiveness,
  compileScenario,
  describeModel,
  type Exploration,
  explore,
  loadModel,
  type MemoryModel,
  type ModelDescription,
  type Program,
  type Subject,
  type System,
  underMemoryModel,
} from '@quiesce/checker';

export interface ExploredModel {
  readonly description: ModelDescription;
  /** One cell, watched by these properties. */
  readonly compileCell: (subject: Subject, properties: readonly string[]) => System;
  /** One cell of a model in which a piece of one file's text, which must be there once, is replaced. */
  readonly compileEdited: (
    file: string,
    piece: string,
    by: string,
    subject: Subject,
    properties: readonly string[],
  ) => System;
  /** Explores one cell to its end, under sequential consistency where nothing else is said. */
  readonly exploreCell: (
    subject: Subject,
    properties: readonly string[],
    memory?: MemoryModel,
  ) => Exploration;
}

/** `entry`: the path of the file that exports the model. */
export function readModel(entry: string): ExploredModel {
  const program = read(entry, (_path, text) => text);
  const described = describeModel(program);
  if (!described.ok) throw new Error(described.diagnostics.map((one) => one.message).join('\n'));
  const compileCell: ExploredModel['compileCell'] = (subject, properties) =>
    compileIn(program, subject, properties);
  return {
    description: described.model,
    compileCell,
    compileEdited: (file, piece, by, subject, properties) => {
      let found = 0;
      const edited = read(entry, (path, text) => {
        if (!path.endsWith(file)) return text;
        found += text.split(piece).length - 1;
        return text.replace(piece, by);
      });
      if (found !== 1) throw new Error(`${file} has this text ${found} times: ${piece}`);
      return compileIn(edited, subject, properties);
    },
    exploreCell: (subject, properties, memory = 'sc') =>
      exploreAll(underMemoryModel(compileCell(subject, properties), memory).system),
  };
}

/** Explores to the end. A liveness property that a run without end violates is violated, as it is by one that ends. */
export function exploreAll(system: System): Exploration {
  const bounds = { maxStates: 5_000_000 };
  const exploration = explore(system, { engine: 'wasm', ...bounds });
  if (!exploration.complete) throw new Error(`${system.name}: the search was not complete`);
  const signals = exploration.signals.map((own, property) => {
    if (system.properties[property]?.kind !== 'liveness' || !own.applies || own.violated) return own;
    const { kind } = checkLiveness(system, property, bounds);
    if (kind === 'unknown')
      throw new Error(`${system.name}: the search for runs without end was not complete`);
    return { ...own, violated: kind === 'violated' };
  });
  return { ...exploration, signals };
}

/** `edit` changes the text of files as they are read. */
function read(entry: string, edit: (path: string, text: string) => string): Program {
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

function compileIn(model: Program, subject: Subject, properties: readonly string[]): System {
  const compiled = compileScenario(model, subject, {}, properties);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map((one) => one.message).join('\n'));
  return compiled.system;
}
