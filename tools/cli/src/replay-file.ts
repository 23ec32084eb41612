/** Reads a trace file, compiles the system that it comes from as the model is now, and follows the trace through it. */
import { resolve } from 'node:path';
import {
  columnTable,
  compileScenario,
  type ModelDescription,
  readItf,
  replayTrace,
  underMemoryModel,
} from '@quiesce/checker';
import { type Origin, readOrigin } from '@quiesce/conformance';
import { type Diagnostic, nearestWord, oneOf, type Place } from '@quiesce/contract';
import { readModel } from './model.js';
import { type Project, readProject, shownPath } from './project.js';
import { Refusal } from './refusal.js';
import type { ExitCode } from './run.js';
import { diagnosticsText } from './show-diagnostics.js';
import type { World } from './world.js';

/** 1 if the trace does not fit the model any more. */
export async function replayFile(path: string, config: string | undefined, world: World): Promise<ExitCode> {
  const project = readProject(world, config);
  const { root } = project;
  const absolute = resolve(world.cwd, path);
  const file = shownPath(root, absolute);
  const read = readItf(world.disk.read(absolute), file);
  if (!read.ok) throw new Refusal(read.diagnostics, root);
  const start: Place = { file, line: 1, column: 1 };
  const origin = readOrigin(read.trace.origin);
  if (typeof origin === 'string') throw new Refusal([finding('replay/origin', start, origin)], root);

  const entry = entryOf(origin, project, start);
  const model = readModel(project, entry, world);
  const show = (diagnostics: readonly Diagnostic[]): Promise<void> =>
    world.stdout.write(diagnosticsText(diagnostics, root, world.stdout, world));
  const gone = missingFrom(model.description, origin, start);
  if (gone.length > 0) {
    await show(gone);
    return 1;
  }
  const compiled = compileScenario(model.program, origin.subject, origin.sizes, origin.properties);
  if (!compiled.ok) throw new Refusal(compiled.diagnostics, root);
  const { system } = underMemoryModel(compiled.system, origin.memoryModel);
  const replayed = replayTrace(system, read.trace, read.places);
  if (replayed.diagnostics.length > 0) await show(replayed.diagnostics);
  if (!replayed.ok) return 1;
  await world.stdout.write(
    `${read.trace.system}: the trace still fits the model\n\n${columnTable(replayed.run)}`,
  );
  return 0;
}

/** The model that the trace comes from: one of the project's. */
function entryOf({ model }: Origin, { root, config }: Project, place: Place): string {
  const entries = config.models.map((choice) => choice.entry);
  const [only] = entries;
  // A trace of a project's only model is told by its parts, wherever its entry file has gone.
  if (entries.length === 1 && only !== undefined) return only;
  if (model !== undefined && entries.includes(model)) return model;
  const got = model === undefined ? 'origin without a model' : `model ${model}`;
  const message = `Unexpected ${got}, expected ${oneOf(entries)}, which quiesce.json names`;
  throw new Refusal([finding('replay/origin', place, message)], root);
}

/** What the trace names and the model no longer has. */
function missingFrom(model: ModelDescription, origin: Origin, place: Place): readonly Diagnostic[] {
  const { subject, properties } = origin;
  const wanted: readonly (readonly [what: string, name: string, all: readonly string[]])[] = [
    ...(subject.kind === 'option'
      ? ([
          ['option', subject.option, model.options],
          ['scenario', subject.scenario, model.scenarios.map(({ id }) => id)],
        ] as const)
      : ([['mutant', subject.mutant, model.mutants.map(({ id }) => id)]] as const)),
    ...properties.map((id) => ['property', id, model.properties.map((one) => one.id)] as const),
    ...sizesOf(model, origin),
  ];
  return wanted
    .filter(([, name, all]) => !all.includes(name))
    .map(([what, name, all]) => {
      const near = nearestWord(name, all);
      const also = near === undefined ? '' : ` (did you mean ${near}?)`;
      return finding(
        'replay/gone',
        place,
        `Unexpected ${what} ${name}, expected one that the model has${also}`,
      );
    });
}

function sizesOf(
  model: ModelDescription,
  { subject, sizes }: Origin,
): readonly (readonly [what: string, name: string, all: readonly string[]])[] {
  const scenario =
    subject.kind === 'option'
      ? model.scenarios.find(({ id }) => id === subject.scenario)
      : model.mutants.find(({ id }) => id === subject.mutant)?.scenario;
  if (scenario === undefined) return [];
  return Object.keys(sizes).map((name) => ['size', name, Object.keys(scenario.sizes)] as const);
}

function finding(code: string, place: Place, message: string): Diagnostic {
  const hint =
    'The model has changed since the trace was made. If the change is meant, delete the trace or make it again.';
  return { code, severity: 'error', place, message, hint };
}
