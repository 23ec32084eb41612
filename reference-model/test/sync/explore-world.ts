/** Explores a toy system of `worlds/`, and tells what came out of it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  compileWorld,
  explore,
  isEnough,
  loadModel,
  type Program,
  type System,
  underMemoryModel,
} from '@quiesce/checker';

export interface Outcome {
  /** What asserts have failed in some run, each once, in alphabetical order. */
  readonly failures: readonly string[];
  /** Whether some run comes to rest before all processes have ended. */
  readonly hangs: boolean;
}

export const sound: Outcome = { failures: [], hangs: false };

/** `file` without its extension. */
export function loadWorlds(file: string): Program {
  const entry = fileURLToPath(new URL(`worlds/${file}.ts`, import.meta.url));
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
  return loaded.program;
}

export function systemOf(program: Program, world: string): System {
  const compiled = compileWorld(program, world);
  if (compiled.ok) return compiled.system;
  throw new Error(
    compiled.diagnostics.map(({ place, message }) => `${place.file}:${place.line}: ${message}`).join('\n'),
  );
}

export function outcomeOf(system: System): Outcome {
  return explored(system).outcome;
}

/** With a store buffer for each process. */
export function outcomeUnderTso(system: System): Outcome {
  const buffered = underMemoryModel(system, 'tso');
  const { outcome, edgesTaken } = explored(buffered.system);
  if (!isEnough(buffered, edgesTaken)) throw new Error(`${system.name}: a buffer was too short`);
  return outcome;
}

function explored(system: System): { readonly outcome: Outcome; readonly edgesTaken: readonly Uint8Array[] } {
  const { complete, failures, deadlocks, edgesTaken } = explore(system, {
    engine: 'wasm',
    maxStates: 2_000_000,
  });
  if (!complete) throw new Error(`${system.name}: the search was not complete`);
  const messages = failures.map(({ process, edge }) => messageOf(system, process, edge));
  return { outcome: { failures: [...new Set(messages)].sort(), hangs: deadlocks > 0 }, edgesTaken };
}

function messageOf(system: System, process: number, edge: number): string {
  const found: string[] = [];
  for (const { step } of system.processes[process]!.points) {
    const waiting = step === null ? [] : [step];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.kind === 'failure' && node.edge === edge) found.push(node.message);
      if (node.kind === 'test') waiting.push(...node.branches.map((branch) => branch.node));
      if (node.kind === 'choose') waiting.push(...node.nodes);
    }
  }
  return found.join();
}
