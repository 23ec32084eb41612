/** The stages from a loaded model to the intermediate representation of one closed system. */
import type { Diagnostic } from '@quiesce/contract';
import type { MonitorNode, Process, System } from '../ir/system.js';
import { type Domains, domainsOf } from './domain/domains.js';
import { nameObjects } from './domain/naming.js';
import { newCodes } from './lower/codes.js';
import { Stop, stop } from './problems.js';
import type { Program } from './program/program.js';
import { resolveExport } from './program/program.js';
import type { Source, Span } from './program/source.js';
import { callFunction, declaredValue, newSetup, type Setup } from './setup/setup.js';
import type { Builder } from './unroll/builder.js';
import { type Feasible, newFeasible } from './unroll/feasible.js';
import { newInterner } from './unroll/interning.js';
import type { Machine } from './unroll/machine.js';
import {
  type Listener,
  listenersOf,
  monitorsOf,
  ownChecks,
  type PropertyDefinition,
} from './unroll/monitor.js';
import { newUnrolling } from './unroll/process.js';
import { newValueTexts } from './unroll/value-text.js';
import { type FunctionValue, isComposite, show, type Value } from './value.js';

export type Compiled =
  | { readonly ok: true; readonly system: System }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Compiles the world that an exported function of the entry returns: `compileWorld(program, 'philosophers', [3])`. */
export function compileWorld(program: Program, exportName: string, args: readonly number[] = []): Compiled {
  return catching(() => {
    const setup = newSetup(program);
    const build = exportedValue(setup, exportName);
    if (!isComposite(build) || build.kind !== 'function')
      return stop(
        'model/shape',
        program.entry,
        wholeFile,
        `export ${exportName}`,
        'a function that returns a World',
      );
    const world = callFunction(setup, build, args, program.entry, wholeFile);
    return compileSystem(setup, exportName, world, [], build.source, build.node);
  });
}

const wholeFile: Span = { start: 0, end: 0 };

/** The value of an export of the entry; stops the compilation if there is none. */
export function exportedValue(setup: Setup, name: string): Value {
  const { entry } = setup.program;
  const resolved = resolveExport(setup.program, entry, name);
  if (resolved?.kind !== 'declared')
    return stop('model/shape', entry, wholeFile, `end of ${entry.path}`, `an export named ${name}`);
  return declaredValue(setup, resolved.source, resolved.declared);
}

/** Turns the diagnostics that end a compilation into its result. */
export function catching(compile: () => System): Compiled {
  try {
    return { ok: true, system: compile() };
  } catch (thrown) {
    if (thrown instanceof Stop) return { ok: false, diagnostics: thrown.diagnostics };
    throw thrown;
  }
}

/** From a world that has been built to the system. */
export function compileSystem(
  setup: Setup,
  name: string,
  world: Value,
  properties: readonly PropertyDefinition[],
  source: Source,
  span: Span,
  feasibleIn: (domains: Domains) => Feasible = newFeasible,
): System {
  const processes = processesOf(world, source, span);
  const listeners: Listener[] = listenersOf(setup, world, properties, source, span);
  setup.store.sealed = true;
  const duplicates = nameObjects(setup.store);
  if (duplicates.length > 0) throw new Stop(duplicates);
  const { domains, diagnostics } = domainsOf(setup.program, setup.store);
  if (diagnostics.length > 0) throw new Stop(diagnostics);
  const builder: Builder = {
    setup,
    codes: newCodes(setup.program),
    domains,
    feasible: feasibleIn(domains),
    interner: newInterner(),
    texts: newValueTexts(),
    processNames: processes.map((one) => one.name),
  };
  const unrolled = unrollAll(builder, processes, monitorsOf(builder, listeners));
  // After the processes: a check is a tree over the values that they can write.
  const checks = ownChecks(builder, listeners, properties);
  return {
    name,
    cells: domains.cells,
    processes: unrolled,
    ...checks,
  };
}

/**
 * Unrolls the processes together: what one writes, the others can read. Properties come second: they see all and change
 * nothing that a process sees.
 */
function unrollAll(
  builder: Builder,
  processes: ReturnType<typeof processesOf>,
  monitors: (machine: Machine) => readonly MonitorNode[],
): readonly Process[] {
  let isWatched = false;
  const unrollings = processes.map((one) =>
    newUnrolling(builder, one.name, one.body, (machine) => (isWatched ? monitors(machine) : [])),
  );
  const settle = (): void => {
    for (;;) {
      for (const unrolling of unrollings) unrolling.build();
      const grown = builder.feasible.takeGrown();
      if (grown.size === 0) return;
      for (const unrolling of unrollings) unrolling.renew(grown);
    }
  };
  settle();
  isWatched = true;
  for (const unrolling of unrollings) unrolling.renewObserving();
  settle();
  return unrollings.map((unrolling) => unrolling.result());
}

function processesOf(
  world: Value,
  source: Source,
  span: Span,
): readonly { readonly name: string; readonly body: FunctionValue }[] {
  const list = isComposite(world) && world.kind === 'object' ? world.entries.get('processes') : undefined;
  if (!isComposite(list) || list.kind !== 'array')
    return stop('model/shape', source, span, show(world), 'a World with a list of processes');
  const names = new Set<string>();
  return list.items.map((item) => {
    const entries = isComposite(item) && item.kind === 'object' ? item.entries : new Map<string, Value>();
    const name = entries.get('name');
    const body = entries.get('body');
    if (typeof name !== 'string' || !isComposite(body) || body.kind !== 'function')
      return stop('model/shape', source, span, 'process', 'a name and a body without parameters');
    if (names.has(name)) return stop('model/duplicate-name', source, span, 'process', name);
    names.add(name);
    return { name, body };
  });
}
