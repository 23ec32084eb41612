/**
 * Where a property is written: which exported constant of which module it is. So it can be taken from one text of a model and
 * put beside another.
 */
import { exportedValue } from './compile.js';
import { importedPaths, type Program } from './program/program.js';
import type { Declared, Source } from './program/source.js';
import { newSetup } from './setup/setup.js';
import { isComposite, type Value } from './value.js';

export interface PropertyOrigin {
  readonly id: string;
  /** Of the module. */
  readonly path: string;
  /** The name under which the module exports it. */
  readonly name: string;
}

/** Of a model that `describeModel` describes. A property that is no exported constant of its own is left out. */
export function propertyOrigins(program: Program): readonly PropertyOrigin[] {
  const setup = newSetup(program);
  return itemsOf(exportedValue(setup, 'model')).flatMap((item): readonly PropertyOrigin[] => {
    const id = isComposite(item) && item.kind === 'object' ? item.entries.get('id') : undefined;
    if (typeof id !== 'string') return [];
    for (const [declared, value] of setup.constants) {
      if (value !== item) continue;
      const origin = exportOf(program, declared);
      if (origin !== null) return [{ id, ...origin }];
    }
    return [];
  });
}

export interface ModuleText {
  readonly path: string;
  readonly text: string;
  /** Paths of the modules that it imports or exports again, each once. */
  readonly imports: readonly string[];
}

/** The modules of a model, the entry first. */
export function modulesOf({ sources }: Program): readonly ModuleText[] {
  return [...sources.values()].map((source) => ({
    path: source.path,
    text: source.text,
    imports: importedPaths(source),
  }));
}

function itemsOf(model: Value): readonly Value[] {
  const listed = isComposite(model) && model.kind === 'object' ? model.entries.get('properties') : undefined;
  return isComposite(listed) && listed.kind === 'array' ? listed.items : [];
}

function exportOf({ sources }: Program, declared: Declared): Pick<PropertyOrigin, 'path' | 'name'> | null {
  const source = [...sources.values()].find((one: Source) => one.values.get(declared.name) === declared);
  const exported = [...(source?.exports ?? [])].find(([, local]) => local === declared.name);
  return source === undefined || exported === undefined ? null : { path: source.path, name: exported[0] };
}
