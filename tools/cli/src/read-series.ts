/** The patch series of a project: each folder with a `series.json` below the one that `quiesce.json` calls `series`. */
import { basename, dirname, resolve } from 'node:path';
import type { TracedSeries } from '@quiesce/conformance';
import type { Diagnostic } from '@quiesce/contract';
import { parseSeries, type SeriesFolder, stackSeries } from '@quiesce/series';
import { type Project, shownPath } from './project.js';
import type { World } from './world.js';

export interface ReadSeries extends SeriesFolder {
  /** Relative to the root. */
  readonly path: string;
}

export interface AllSeries {
  /** Those that can be read, by path. */
  readonly series: readonly ReadSeries[];
  /** What is wrong in their files, and in how they stand on each other. */
  readonly diagnostics: readonly Diagnostic[];
}

/** None where the project names no folder, or there is none yet. */
export function readAllSeries({ root, config }: Project, { disk }: World): AllSeries {
  const files = config.series === undefined ? [] : (disk.filesIfThere(resolve(root, config.series)) ?? []);
  const found = files.filter((path) => basename(path) === 'series.json');
  const read = found.map((file) => ({ file, parsed: parseSeries(disk.read(file), shownPath(root, file)) }));
  const series = read.flatMap(({ file, parsed }): readonly ReadSeries[] => {
    if (!parsed.ok) return [];
    const folder = dirname(file);
    const patches = files
      .filter((path) => dirname(path) === folder && path.endsWith('.patch'))
      .map((path) => basename(path));
    const { value, placeAt } = parsed;
    return [{ series: value, folder: basename(folder), path: shownPath(root, folder), patches, placeAt }];
  });
  const broken = read.flatMap(({ parsed }) => (parsed.ok ? [] : parsed.diagnostics));
  return { series, diagnostics: [...broken, ...stackSeries(series).diagnostics] };
}

/** What clauses are held against. */
export function tracedSeries({ series, path, placeAt }: ReadSeries): TracedSeries {
  const { id, on, rfc, option } = series;
  return {
    id,
    folder: path,
    on,
    rfc: rfc === undefined ? undefined : { value: rfc, place: placeAt('rfc') },
    option: option === undefined ? undefined : { value: option, place: placeAt('option') },
    place: placeAt(),
  };
}
