/**
 * Whether the patches agree with the `Code` fields of clauses. Where series say which option of the RFC they implement, a clause is held
 * against those of its options, if there are some yet; where none does, against all patches.
 */
import type { Clause, Diagnostic } from '@quiesce/contract';
import { report } from '../problems.js';
import { type CodeReference, codeOf, isTouched } from './code-reference.js';
import type { Hunk } from './hunk.js';
import type { Patch } from './patch.js';
import { isPromisedBy, seriesOf, standsOn, type TracedSeries } from './series.js';
import type { TracedDocument, TraceInput } from './traced.js';

interface Stack {
  readonly series: TracedSeries;
  /** Its own and those that it stands on. */
  readonly patches: readonly Patch[];
}

/** Nothing is said where the project has no patches to compare with. */
export function codeFindings({ documents, patches, series = [] }: TraceInput): readonly Diagnostic[] {
  if (patches === undefined) return [];
  const all = stacksOf(series, patches);
  return documents.flatMap((document) =>
    document.clauses
      .filter(({ code }) => code.length > 0)
      .flatMap((clause) => clauseFindings(clause, document, all, patches)),
  );
}

/** Those that implement an option. */
function stacksOf(series: readonly TracedSeries[], patches: readonly Patch[]): readonly Stack[] {
  const owned = patches.map((patch) => ({ patch, owner: seriesOf(patch, series) }));
  return series
    .filter(({ rfc, option }) => rfc !== undefined && option !== undefined)
    .map((one) => {
      const under = standsOn(one, series);
      const own = owned.filter(({ owner }) => owner !== undefined && under.includes(owner));
      return { series: one, patches: own.map(({ patch }) => patch) };
    });
}

function clauseFindings(
  clause: Clause,
  document: TracedDocument,
  all: readonly Stack[],
  patches: readonly Patch[],
): readonly Diagnostic[] {
  const stacks = all.filter(({ series }) => isPromisedBy(series, clause, document));
  // Its options have no series yet.
  if (stacks.length === 0 && all.some(({ series }) => series.rfc?.value === document.number)) return [];
  const under = new Set(stacks.flatMap((stack) => stack.patches));
  const own = stacks.length === 0 ? patches : patches.filter((patch) => under.has(patch));
  return [
    ...clause.code.flatMap((code, index) => fieldFindings(clause, code, index, own, patches)),
    ...stackFindings(clause, stacks),
  ];
}

/** Each field for itself: `own` change it, and one of them names the clause. */
function fieldFindings(
  clause: Clause,
  code: string,
  index: number,
  own: readonly Patch[],
  all: readonly Patch[],
): readonly Diagnostic[] {
  const place = clause.places.code[index] ?? clause.places.block;
  const reference = codeOf(code);
  const changing = own.filter((patch) => changes(patch, reference));
  if (changing.length === 0) {
    const [other] = all.filter((patch) => changes(patch, reference));
    const related = other === undefined ? [] : [changedBy(other, reference)];
    return [report('trace/unknown-code', place, { code, elsewhere: other !== undefined }, { related })];
  }
  if (changing.some((patch) => names(patch, clause))) return [];
  const related = [changedBy(changing[0]!, reference)];
  return [report('trace/code-not-named-back', place, { clause: clause.id, code }, { related })];
}

/** Where no series names the clause, the fields have said so. */
function stackFindings(clause: Clause, stacks: readonly Stack[]): readonly Diagnostic[] {
  const references = clause.code.map(codeOf);
  const silent = stacks.filter(
    ({ patches }) =>
      !patches.some(
        (patch) => names(patch, clause) && references.some((reference) => changes(patch, reference)),
      ),
  );
  if (silent.length === 0 || silent.length === stacks.length) return [];
  const place = clause.places.code[0] ?? clause.places.block;
  const related = silent.map(({ series }) => ({
    place: series.place,
    message: `the series ${series.id} is here`,
  }));
  const series = silent.map(({ series: { id } }) => id);
  return [report('trace/series-not-named-back', place, { clause: clause.id, series }, { related })];
}

function names({ trailers }: Patch, { id }: Clause): boolean {
  return trailers.some(({ clause }) => clause === id);
}

function changes(patch: Patch, reference: CodeReference): boolean {
  return hunkIn(patch, reference) !== undefined;
}

function hunkIn({ hunks }: Patch, reference: CodeReference): Hunk | undefined {
  return hunks.find((hunk) => isTouched(reference, hunk));
}

function changedBy(patch: Patch, reference: CodeReference): NonNullable<Diagnostic['related']>[number] {
  const place = hunkIn(patch, reference)?.place ?? patch.place;
  return { place, message: `"${patch.subject === '' ? patch.file : patch.subject}" changes it` };
}
