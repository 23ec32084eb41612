/** The entry's export `model`: which options, scenarios, properties and mutants there are, and the systems they make. */
import type { Diagnostic, Place } from '@quiesce/contract';
import { fairnesses } from '../ir/system.js';
import { type MemoryModel, memoryModels } from '../memory/memory-model.js';
import { type Compiled, catching, compileSystem, exportedValue } from './compile.js';
import type { Domains } from './domain/domains.js';
import { Stop, stop } from './problems.js';
import type { Program } from './program/program.js';
import { placeOf, type Source, type Span } from './program/source.js';
import { callFunction, newSetup, type Setup } from './setup/setup.js';
import type { Feasible } from './unroll/feasible.js';
import type { PropertyDefinition } from './unroll/monitor.js';
import {
  type ArrayValue,
  type FunctionValue,
  isComposite,
  type ObjectValue,
  show,
  type Value,
} from './value.js';

export type Sizes = Readonly<Record<string, number>>;

export interface ScenarioInfo {
  readonly id: string;
  readonly title: string;
  readonly sizes: Sizes;
  /** As the scenario names them; null: it does not. */
  readonly memory: readonly MemoryModel[] | null;
}

export interface PropertyDescription {
  readonly id: string;
  readonly clause: string;
  readonly kind: 'always' | 'sometimes' | 'liveness';
  /** Of the scenarios in which it is asked; null: in all. */
  readonly scenarios: readonly string[] | null;
  /** Of its monitor. */
  readonly place: Place;
}

export interface MutantInfo {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly of: string;
  /** Its own, which need not be one of the model's. */
  readonly scenario: ScenarioInfo;
  /** Null: that of all that does not name one. */
  readonly memory: MemoryModel | null;
  readonly caughtBy: string;
}

export interface UnmodelledInfo {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly why: string;
  readonly needs: string | null;
}

export interface ModelDescription {
  readonly options: readonly string[];
  readonly scenarios: readonly ScenarioInfo[];
  readonly properties: readonly PropertyDescription[];
  readonly mutants: readonly MutantInfo[];
  /** Known bugs that no mutant shows. */
  readonly unmodelled: readonly UnmodelledInfo[];
}

export type Described =
  | { readonly ok: true; readonly model: ModelDescription }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Lists what the model consists of, without compiling a system. */
export function describeModel(program: Program): Described {
  try {
    return { ok: true, model: describe(readModel(newSetup(program))) };
  } catch (thrown) {
    if (thrown instanceof Stop) return { ok: false, diagnostics: thrown.diagnostics };
    throw thrown;
  }
}

/** An option of the model, or a mutant, which brings its own option and scenario. */
export type Subject =
  | { readonly kind: 'option'; readonly option: string; readonly scenario: string }
  | { readonly kind: 'mutant'; readonly mutant: string };

/**
 * Compiles one cell: a scenario for an option, or a mutant in its own scenario, watched by the properties that are named.
 * `sizes` replaces those of the scenario, name by name.
 */
export function compileScenario(
  program: Program,
  subject: Subject,
  sizes: Sizes = {},
  propertyIds: readonly string[] = [],
  feasibleIn?: (domains: Domains) => Feasible,
): Compiled {
  return catching(() => {
    const setup = newSetup(program);
    const model = readModel(setup);
    const { option, scenario, name } = subjectOf(model, subject);
    const properties = propertyIds.map((id) => find(model, model.properties, 'property', id));
    const chosen = mergeSizes(model, scenario, sizes);
    const world = callFunction(setup, scenario.build, [option, sizesValue(chosen)], model.source, model.span);
    const { source, node } = scenario.build;
    return compileSystem(setup, name, world, properties, source, node, feasibleIn);
  });
}

interface Model {
  readonly source: Source;
  readonly span: Span;
  readonly options: ReadonlyMap<string, Value>;
  readonly scenarios: readonly ScenarioDefinition[];
  readonly properties: readonly PropertyDefinition[];
  readonly mutants: readonly MutantDefinition[];
  readonly unmodelled: readonly UnmodelledInfo[];
}

interface ScenarioDefinition extends ScenarioInfo {
  readonly build: FunctionValue;
}

interface MutantDefinition extends Omit<MutantInfo, 'scenario'> {
  readonly option: Value;
  readonly scenario: ScenarioDefinition;
}

function subjectOf(
  model: Model,
  subject: Subject,
): { readonly option: Value; readonly scenario: ScenarioDefinition; readonly name: string } {
  if (subject.kind === 'mutant') {
    const mutant = find(model, model.mutants, 'mutant', subject.mutant);
    return {
      option: mutant.option,
      scenario: mutant.scenario,
      name: `${mutant.id} in ${mutant.scenario.id}`,
    };
  }
  if (!model.options.has(subject.option))
    return stop(
      'model/shape',
      model.source,
      model.span,
      `option ${subject.option}`,
      list([...model.options.keys()]),
    );
  const scenario = find(model, model.scenarios, 'scenario', subject.scenario);
  return {
    option: model.options.get(subject.option),
    scenario,
    name: `${subject.option} in ${scenario.id}`,
  };
}

function find<T extends { readonly id: string }>(
  model: Model,
  all: readonly T[],
  what: string,
  id: string,
): T {
  const found = all.find((one) => one.id === id);
  if (found !== undefined) return found;
  return stop('model/shape', model.source, model.span, `${what} ${id}`, list(all.map((one) => one.id)));
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : `one of ${names.join(', ')}`;
}

function mergeSizes(model: Model, scenario: ScenarioDefinition, sizes: Sizes): Sizes {
  for (const name of Object.keys(sizes)) {
    if (name in scenario.sizes) continue;
    const known = list(Object.keys(scenario.sizes));
    stop('model/shape', model.source, model.span, `size ${name} of ${scenario.id}`, known);
  }
  return { ...scenario.sizes, ...sizes };
}

function sizesValue(sizes: Sizes): ObjectValue {
  return { kind: 'object', entries: new Map(Object.entries(sizes)) };
}

function describe(model: Model): ModelDescription {
  const infoOf = ({ id, title, sizes, memory }: ScenarioDefinition): ScenarioInfo => ({
    id,
    title,
    sizes,
    memory,
  });
  return {
    options: [...model.options.keys()],
    scenarios: model.scenarios.map(infoOf),
    properties: model.properties.map(({ id, clause, kind, scenarios, monitor }) => ({
      id,
      clause,
      kind,
      scenarios,
      place: placeOf(monitor.source, monitor.node),
    })),
    mutants: model.mutants.map(({ id, title, source, of, scenario, memory, caughtBy }) => ({
      id,
      title,
      source,
      of,
      scenario: infoOf(scenario),
      memory,
      caughtBy,
    })),
    unmodelled: model.unmodelled,
  };
}

function readModel(setup: Setup): Model {
  const value = exportedValue(setup, 'model');
  const { entry } = setup.program;
  const declared = entry.values.get('model');
  const span: Span =
    declared === undefined
      ? { start: 0, end: 0 }
      : declared.kind === 'constant'
        ? declared.span
        : declared.node;
  const read = reader(entry, span);
  const model = read.object(value, 'export model');
  const options = read.object(model.get('options'), 'options of the model');
  const scenarios = read.items(model.get('scenarios'), 'scenarios').map((one) => scenarioOf(read, one));
  const properties = read.items(model.get('properties'), 'properties').map((one) => propertyOf(read, one));
  const mutants = read.items(model.get('mutants'), 'mutants').map((one) => mutantOf(read, one));
  const named = model.get('unmodelled');
  const unmodelled =
    named === undefined ? [] : read.items(named, 'unmodelled').map((one) => unmodelledOf(read, one));
  // One list: `quiesce bugs` shows both, and an id stands for one bug.
  const bugs = [...mutants, ...unmodelled];
  const lists = { scenario: scenarios, property: properties, mutant: bugs };
  for (const [what, list] of Object.entries(lists)) {
    const ids = list.map((one) => one.id);
    const second = ids.find((id, index) => ids.indexOf(id) < index);
    if (second !== undefined) return stop('model/duplicate-name', entry, span, what, second);
  }
  for (const { id, scenarios: asked } of properties)
    for (const name of asked ?? [])
      if (!scenarios.some((one) => one.id === name))
        return stop(
          'model/shape',
          entry,
          span,
          `scenario ${name} of ${id}`,
          list(scenarios.map((one) => one.id)),
        );
  if (scenarios.length === 0 || options.size === 0)
    return stop('model/shape', entry, span, 'model with nothing to explore', 'an option and a scenario');
  return { source: entry, span, options, scenarios, properties, mutants, unmodelled };
}

interface Reader {
  readonly object: (value: Value, what: string) => ReadonlyMap<string, Value>;
  readonly items: (value: Value, what: string) => ArrayValue['items'];
  readonly text: (value: Value, what: string) => string;
  readonly callable: (value: Value, what: string) => FunctionValue;
  readonly refuse: (value: Value, what: string, expected: string) => never;
}

function reader(source: Source, span: Span): Reader {
  const refuse = (value: Value, what: string, expected: string): never =>
    stop('model/shape', source, span, `${show(value)} as ${what}`, expected);
  return {
    refuse,
    object: (value, what) =>
      isComposite(value) && value.kind === 'object' ? value.entries : refuse(value, what, 'an object'),
    items: (value, what) =>
      isComposite(value) && value.kind === 'array' ? value.items : refuse(value, what, 'an array'),
    text: (value, what) => (typeof value === 'string' ? value : refuse(value, what, 'a string')),
    callable: (value, what) =>
      isComposite(value) && value.kind === 'function' ? value : refuse(value, what, 'a function'),
  };
}

function scenarioOf(read: Reader, value: Value): ScenarioDefinition {
  const entries = read.object(value, 'scenario');
  const id = read.text(entries.get('id'), 'id of a scenario');
  const listed = entries.get('memory');
  const sizes = new Map<string, number>();
  for (const [name, size] of read.object(entries.get('sizes'), `sizes of ${id}`)) {
    if (typeof size !== 'number') return read.refuse(size, `size ${name} of ${id}`, 'a number');
    sizes.set(name, size);
  }
  return {
    id,
    title: read.text(entries.get('title'), `title of ${id}`),
    sizes: Object.fromEntries(sizes),
    memory: listed === undefined ? null : memoryOf(read, listed, id),
    build: read.callable(entries.get('build'), `build of ${id}`),
  };
}

function memoryOf(read: Reader, listed: Value, id: string): readonly MemoryModel[] {
  const models = read.items(listed, `memory of ${id}`).map((one) => memoryModelOf(read, one, id));
  if (models.length === 0 || new Set(models).size < models.length)
    return read.refuse(listed, `memory of ${id}`, 'one memory model or more, each once');
  return models;
}

function memoryModelOf(read: Reader, value: Value, id: string): MemoryModel {
  const model = memoryModels.find((one) => one === value);
  return model ?? read.refuse(value, `memory of ${id}`, memoryModels.map((one) => `'${one}'`).join(' or '));
}

function propertyOf(read: Reader, value: Value): PropertyDefinition {
  const entries = read.object(value, 'property');
  const id = read.text(entries.get('id'), 'id of a property');
  const kind = entries.get('kind');
  if (kind !== 'always' && kind !== 'sometimes' && kind !== 'liveness')
    return read.refuse(kind, `kind of ${id}`, "'always', 'sometimes' or 'liveness'");
  const listed = entries.get('scenarios');
  const common = {
    id,
    clause: read.text(entries.get('clause'), `clause of ${id}`),
    scenarios:
      listed === undefined
        ? null
        : read.items(listed, `scenarios of ${id}`).map((one) => read.text(one, `scenario of ${id}`)),
    monitor: read.callable(entries.get('monitor'), `monitor of ${id}`),
  };
  if (kind !== 'liveness') return { ...common, kind };
  const fairness = fairnesses.find((one) => one === entries.get('fairness'));
  if (fairness === undefined)
    return read.refuse(entries.get('fairness'), `fairness of ${id}`, "'none', 'weak' or 'strong'");
  return { ...common, kind, fairness };
}

function mutantOf(read: Reader, value: Value): MutantDefinition {
  const entries = read.object(value, 'mutant');
  const id = read.text(entries.get('id'), 'id of a mutant');
  const memory = entries.get('memory');
  const textAt = (key: string): string => read.text(entries.get(key), `${key} of ${id}`);
  return {
    id,
    title: textAt('title'),
    source: textAt('source'),
    of: textAt('of'),
    caughtBy: textAt('caughtBy'),
    option: entries.get('option'),
    memory: memory === undefined ? null : memoryModelOf(read, memory, id),
    scenario: scenarioOf(read, entries.get('scenario')),
  };
}

function unmodelledOf(read: Reader, value: Value): UnmodelledInfo {
  const entries = read.object(value, 'unmodelled bug');
  const id = read.text(entries.get('id'), 'id of an unmodelled bug');
  const textAt = (key: string): string => read.text(entries.get(key), `${key} of ${id}`);
  return {
    id,
    title: textAt('title'),
    source: textAt('source'),
    why: textAt('why'),
    needs: entries.has('needs') ? textAt('needs') : null,
  };
}
