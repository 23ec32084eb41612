/** Which series stand on which: read as a whole, so that each series knows all patches that go before its own. */
import { type Diagnostic, nearestWord, type Place } from '@quiesce/contract';
import { report } from './problems.js';
import type { PlaceAt } from './read-json.js';
import type { Series } from './series.js';

/** A series as its folder has it. */
export interface SeriesFolder {
  readonly series: Series;
  /** Last name of the path. */
  readonly folder: string;
  /** Names of the files that end with `.patch`, ascending. */
  readonly patches: readonly string[];
  readonly placeAt: PlaceAt;
}

export interface Stacked extends SeriesFolder {
  /** Ids from the one that is on no other to this one, which is the last. */
  readonly stack: readonly string[];
}

export interface Stacks {
  /** What a series is on comes before it; otherwise by id. Left out are those with an error in `on`. */
  readonly series: readonly Stacked[];
  readonly diagnostics: readonly Diagnostic[];
}

export function stackSeries(folders: readonly SeriesFolder[]): Stacks {
  const byId = new Map(folders.map((one) => [one.series.id, one]));
  const series: Stacked[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const one of [...folders].sort((a, b) => (a.series.id < b.series.id ? -1 : 1))) {
    const found = stackOf(one, byId);
    diagnostics.push(...folderFindings(one), ...found.diagnostics);
    if (found.stack !== undefined) series.push({ ...one, stack: found.stack });
  }
  // Stable: those of one height keep their order.
  series.sort((a, b) => a.stack.length - b.stack.length);
  return { series, diagnostics };
}

interface FoundStack {
  /** Absent if something is wrong with it. */
  readonly stack?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

function stackOf(top: SeriesFolder, byId: ReadonlyMap<string, SeriesFolder>): FoundStack {
  // From the top down.
  const down = [top.series.id];
  for (let one = top; one.series.on !== undefined; ) {
    const { on } = one.series;
    const below = byId.get(on);
    const place = one.placeAt('on');
    if (below === undefined)
      return {
        diagnostics: [report('series/unknown-series', place, { on, near: nearestWord(on, byId.keys()) })],
      };
    if (down.includes(on)) {
      const circle = [...down.slice(down.indexOf(on)), on];
      return { diagnostics: [report('series/circle', place, { circle })] };
    }
    down.push(on);
    one = below;
  }
  return { stack: down.reverse(), diagnostics: [] };
}

function folderFindings({ series: { id }, folder, patches, placeAt }: SeriesFolder): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (id !== folder) findings.push(report('series/other-folder', placeAt('id'), { id, folder }));
  const whole: Place = placeAt();
  if (patches.length === 0) findings.push(report('series/no-patches', whole, {}));
  const wrong = patches.findIndex((name, index) => !name.startsWith(`${numbered(index + 1)}-`));
  if (wrong >= 0)
    findings.push(
      report('series/patch-number', whole, { file: patches[wrong]!, expected: numbered(wrong + 1) }),
    );
  return findings;
}

/** As `git format-patch` numbers: 0001. */
function numbered(number: number): string {
  return String(number).padStart(4, '0');
}
