/** What a project says of kernels: the tree, the series that are for it, and under which configurations they are built. */
import { join, resolve } from 'node:path';
import { nearestWord, ToolError } from '@quiesce/contract';
import { type KernelConfig, parseKernelConfig, unknownSeries } from '@quiesce/kernel';
import { type Base, parseBase, type Stacked, stackSeries } from '@quiesce/series';
import { readProject, shownPath } from '../project.js';
import { readAllSeries } from '../read-series.js';
import { Refusal } from '../refusal.js';
import type { World } from '../world.js';

export interface KernelProject {
  /** Absolute. */
  readonly root: string;
  /** The folder of the series, absolute. */
  readonly folder: string;
  readonly base: Base;
  /** What a series is on comes before it. */
  readonly series: readonly Stacked[];
  readonly kernel: KernelConfig;
}

/** Stands for the tree without a patch, wherever a series may be named. */
export const pristine = 'pristine';

/** What is wrong in one of the files is a `Refusal`. */
export function readKernelProject(world: World, configPath?: string): KernelProject {
  const project = readProject(world, configPath);
  const { root, config } = project;
  if (config.series === undefined)
    throw new ToolError('Cannot find the patch series: quiesce.json does not name their folder', {
      hint: 'Add "series": "patches", with base.json, kernel.json and a folder for each series in it.',
    });
  const folder = resolve(root, config.series);
  const base = parseBase(
    ...textOf(world, root, join(folder, 'base.json'), 'the tree that the patches are for'),
  );
  const kernel = parseKernelConfig(
    ...textOf(world, root, join(folder, 'kernel.json'), 'the configurations that series are built under'),
  );
  const read = readAllSeries(project, world);
  const { series } = stackSeries(read.series);
  const diagnostics = [...read.diagnostics];
  if (!base.ok) diagnostics.push(...base.diagnostics);
  if (!kernel.ok) diagnostics.push(...kernel.diagnostics);
  else {
    const known = series.map((one) => one.series.id);
    diagnostics.push(...unknownSeries(kernel.value, known, kernel.placeAt));
  }
  if (diagnostics.length > 0 || !base.ok || !kernel.ok) throw new Refusal(diagnostics, root);
  return { root, folder, base: base.value, series, kernel: kernel.value };
}

/** Text and name of a file that must be there. `what`: what it says. */
function textOf({ disk }: World, root: string, path: string, what: string): [text: string, file: string] {
  const text = disk.readIfThere(path);
  const file = shownPath(root, path);
  if (text !== undefined) return [text, file];
  throw new ToolError(`Cannot find ${file}, which says ${what}`, {
    hint: 'tools/kernel/README.md shows what stands in it.',
  });
}

/** The series that are asked for, each after what it is on; no names: all of them. */
export function chooseSeries({ series }: KernelProject, names: readonly string[]): readonly string[] {
  const known = series.map((one) => one.series.id);
  for (const name of names)
    if (name !== pristine && !known.includes(name)) {
      const near = nearestWord(name, [pristine, ...known]);
      throw new ToolError(
        `Unexpected series ${JSON.stringify(name)}, expected ${[pristine, ...known].join(', ')}`,
        {
          ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
        },
      );
    }
  if (names.length === 0) return known;
  return [pristine, ...known].filter((one) => names.includes(one));
}

/** Paths of all patches that make a series, from the tree on: those of what it is on, then its own. */
export function ownPatches(project: KernelProject, id: string): readonly string[] {
  const found = project.series.find(({ series }) => series.id === id);
  return (found?.patches ?? []).map((name) => join(project.folder, id, name));
}
