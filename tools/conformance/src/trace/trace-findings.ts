/**
 * Where the two ends of a link do not agree. Properties are compared in `link/`; here are patches, series, tests and the fields that name
 * them.
 */
import { byPlace, type Clause, type Diagnostic, nearestWord } from '@quiesce/contract';
import { report } from '../problems.js';
import { codeFindings } from './code-findings.js';
import type { Mention } from './mention.js';
import { seriesFindings } from './series-findings.js';
import { isTestNamed } from './test-reference.js';
import { patchedTests } from './traceability.js';
import type { TraceInput } from './traced.js';

/** Ordered by place. */
export function traceFindings(input: TraceInput): readonly Diagnostic[] {
  const clauses = input.documents.flatMap((document) => document.clauses);
  return [
    ...patchFindings(clauses, input),
    ...testFindings(clauses, input),
    ...scopeFindings(clauses, input),
    ...seriesFindings(input),
    ...codeFindings(input),
    ...testFieldFindings(clauses, input),
  ].sort(byPlace);
}

function patchFindings(clauses: readonly Clause[], { patches = [] }: TraceInput): readonly Diagnostic[] {
  return patches.flatMap(({ subject, file, trailers }) =>
    trailers.flatMap((trailer) => [
      ...unknownClause(trailer, `the patch "${subject === '' ? file : subject}"`, clauses),
      ...(trailer.isTrailer
        ? []
        : [report('trace/not-a-trailer', trailer.place, { clause: trailer.clause })]),
    ]),
  );
}

function testFindings(clauses: readonly Clause[], input: TraceInput): readonly Diagnostic[] {
  return [...(input.tests ?? []), ...patchedTests(input)].flatMap(({ file, mentions }) =>
    mentions.flatMap((mention) => unknownClause(mention, `the test ${file}`, clauses)),
  );
}

function unknownClause(
  { clause, place }: Mention,
  by: string,
  clauses: readonly Clause[],
): readonly Diagnostic[] {
  if (clauses.some(({ id }) => id === clause)) return [];
  const ids = clauses.map(({ id }) => id);
  const successor = clauses.find(({ was }) => was.includes(clause));
  const related =
    successor === undefined
      ? {}
      : { related: [{ place: successor.places.id, message: `${successor.id} is here` }] };
  const details = { by, clause, near: nearestWord(clause, ids), renamed: successor?.id };
  return [report('trace/unknown-clause', place, details, related)];
}

/**
 * A series is rarely whole from the start, and Scope may be about a call that is already there: a warning, and one for each call, not for
 * each clause.
 */
function scopeFindings(clauses: readonly Clause[], { patches = [] }: TraceInput): readonly Diagnostic[] {
  if (patches.length === 0) return [];
  const named = new Set(patches.flatMap(({ hunks }) => hunks.flatMap((hunk) => hunk.named)));
  const calls = clauses.flatMap(({ scope = '', places }) =>
    callsIn(scope).map((name) => ({ name, place: places.scope ?? places.block })),
  );
  const unknown = calls.filter(({ name }) => !named.has(name));
  return [...new Set(unknown.map(({ name }) => name))].flatMap((name) => {
    const [first, ...others] = unknown.filter((one) => one.name === name);
    const details = { name, others: others.length, near: nearestWord(name, named) };
    return first === undefined ? [] : [report('trace/unknown-scope', first.place, details)];
  });
}

function callsIn(text: string): readonly string[] {
  const calls = [...text.matchAll(/\b([A-Za-z_]\w*)\(/g)].map(([, name]) => name!);
  return [...new Set(calls)];
}

function testFieldFindings(clauses: readonly Clause[], input: TraceInput): readonly Diagnostic[] {
  if (input.tests === undefined && input.patches === undefined) return [];
  const files = [...(input.tests ?? []), ...patchedTests(input)];
  return clauses.flatMap((clause) =>
    clause.tests.flatMap((test, index): readonly Diagnostic[] => {
      const place = clause.places.tests[index] ?? clause.places.block;
      const named = files.filter(({ file }) => isTestNamed(test, file));
      const [first] = named;
      if (first === undefined) {
        const near = nearestWord(
          test,
          files.map(({ file }) => file),
        );
        return [report('trace/unknown-test', place, { test, near })];
      }
      if (named.some(({ mentions }) => mentions.some((one) => one.clause === clause.id))) return [];
      const related = [{ place: { file: first.file, line: 1, column: 1 }, message: 'the test is here' }];
      return [report('trace/test-not-named-back', place, { clause: clause.id, test }, { related })];
    }),
  );
}
