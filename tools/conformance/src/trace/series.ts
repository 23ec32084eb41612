/**
 * Which patches implement which option. Several series may change the same function, one for each option, and each stands on a series
 * that they share: so a clause is held against the patches of its own options, and of what these stand on, and not against all there are.
 *
 *     utrace      option stop-first       a clause of record is looked for in
 *       record    option record           utrace and record
 *       counted   option counted          never in counted
 */
import type { Clause, OptionName, Place } from '@quiesce/contract';
import type { Patch } from './patch.js';
import type { TracedDocument } from './traced.js';

/** What a folder of patches says of itself. */
export interface TracedSeries {
  readonly id: string;
  /** As in the paths of its patches. */
  readonly folder: string;
  /** The id of the series that it stands on; undefined: on the tree as it is. */
  readonly on: string | undefined;
  /** The number of the RFC that it is about; undefined where it is about none. */
  readonly rfc: Placed<number> | undefined;
  /** The option of that RFC that it implements; undefined where it only prepares. */
  readonly option: Placed<string> | undefined;
  /** Of the file that says all this. */
  readonly place: Place;
}

export interface Placed<Value> {
  readonly value: Value;
  readonly place: Place;
}

/** The series itself, then what it stands on, the lowest last. A circle is followed once. */
export function standsOn(series: TracedSeries, all: readonly TracedSeries[]): readonly TracedSeries[] {
  const found: TracedSeries[] = [];
  for (
    let one: TracedSeries | undefined = series;
    one !== undefined && !found.includes(one);
    one = lowerOf(one, all)
  )
    found.push(one);
  return found;
}

function lowerOf({ on }: TracedSeries, all: readonly TracedSeries[]): TracedSeries | undefined {
  return on === undefined ? undefined : all.find(({ id }) => id === on);
}

/** The series itself, and all that stand on it. */
export function carries(series: TracedSeries, all: readonly TracedSeries[]): readonly TracedSeries[] {
  return all.filter((one) => standsOn(one, all).includes(series));
}

/** Undefined for a patch that no series has. */
export function seriesOf({ file }: Patch, all: readonly TracedSeries[]): TracedSeries | undefined {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  return all.find((series) => series.folder === folder);
}

/** Who promises a clause: the options that it names, or all of its RFC. */
function promisersOf({ options }: Clause, document: TracedDocument): readonly OptionName[] {
  return options ?? document.options.map(({ value }) => value);
}

/** Whether the series implements an option that promises the clause. */
export function isPromisedBy(series: TracedSeries, clause: Clause, document: TracedDocument): boolean {
  if (series.rfc?.value !== document.number || series.option === undefined) return false;
  const promisers: readonly string[] = promisersOf(clause, document);
  return promisers.includes(series.option.value);
}
