/** What is wrong with what a series says that it implements, and with the clauses that its patches name. */
import { type Diagnostic, nearestWord } from '@quiesce/contract';
import { report } from '../problems.js';
import { isTestPath } from './is-test-path.js';
import type { Patch } from './patch.js';
import { carries, isPromisedBy, seriesOf, type TracedSeries } from './series.js';
import type { TraceInput } from './traced.js';

/** Not ordered. */
export function seriesFindings(input: TraceInput): readonly Diagnostic[] {
  const { series = [], patches = [] } = input;
  return [
    ...series.flatMap((one) => claimFindings(one, input)),
    ...patches.flatMap((patch) => {
      const own = seriesOf(patch, series);
      if (own?.rfc === undefined) return [];
      return [...otherPromises(patch, own, input), ...silence(patch, input)];
    }),
  ];
}

function claimFindings(series: TracedSeries, { documents }: TraceInput): readonly Diagnostic[] {
  const { id, rfc, option } = series;
  if (rfc === undefined) return [];
  const document = documents.find(({ number }) => number === rfc.value);
  if (document === undefined) return [report('trace/unknown-rfc', rfc.place, { series: id, rfc: rfc.value })];
  const declared: readonly string[] = document.options.map(({ value }) => value);
  if (option === undefined || declared.includes(option.value)) return [];
  const near = nearestWord(option.value, declared);
  return [
    report('trace/unknown-option', option.place, { series: id, option: option.value, rfc: rfc.value, near }),
  ];
}

/** What other series stand on may name what they promise. Of a series whose option nobody knows nothing is said. */
function otherPromises(patch: Patch, own: TracedSeries, input: TraceInput): readonly Diagnostic[] {
  const above = carries(own, input.series ?? []);
  if (above.some((one) => claimFindings(one, input).length > 0)) return [];
  return patch.trailers.flatMap(({ clause: id, place }): readonly Diagnostic[] => {
    const document = input.documents.find(({ clauses }) => clauses.some((one) => one.id === id));
    const clause = document?.clauses.find((one) => one.id === id);
    if (document === undefined || clause === undefined) return [];
    if (above.some((one) => isPromisedBy(one, clause, document))) return [];
    const related = [{ place: clause.places.id, message: `${id} is here` }];
    const details = { clause: id, series: own.id };
    return [report('trace/not-promised', place, details, { related })];
  });
}

/** Prose, build files and tests may stand alone; a change of code implements something. */
function silence(patch: Patch, input: TraceInput): readonly Diagnostic[] {
  if (patch.trailers.length > 0) return [];
  const [changed] = patch.hunks
    .filter(({ path }) => !isTestPath(path, input))
    .flatMap(({ path, functions }) => functions.map((name) => `${path} ${name}()`));
  if (changed === undefined) return [];
  const name = patch.subject === '' ? patch.file : patch.subject;
  return [report('trace/names-nothing', patch.place, { patch: name, changed })];
}
