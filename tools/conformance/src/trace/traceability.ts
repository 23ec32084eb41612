/**
 * Each clause with everything that is linked to it: the properties that check it, the patches that implement it, the tests that try it,
 * the threads that argue about it, the objections against it.
 *
 * No list of links is kept by hand. A link stands at its far end (a property, a trailer, a comment), or in the clause (Thread), and
 * here both are joined. What is kept is only which text of the clause a link was last confirmed for.
 */
import type { Clause, Objection } from '@quiesce/contract';
import { clauseDigest } from './clause-digest.js';
import { codeOf, isTouched } from './code-reference.js';
import type { LinkKind } from './confirmation.js';
import { isTestPath } from './is-test-path.js';
import type { Mention } from './mention.js';
import type { Patch } from './patch.js';
import { seriesOf } from './series.js';
import { isTestNamed } from './test-reference.js';
import type {
  Link,
  PatchLinked,
  PropertyLinked,
  TestFile,
  TestLinked,
  ThreadLinked,
  TracedClause,
  TracedDocument,
  TracedLink,
  TraceInput,
} from './traced.js';

/** In the order of the documents and of their clauses; links in the order of what they were read from. */
export function traceClauses(input: TraceInput): readonly TracedClause[] {
  return input.documents.flatMap((document) =>
    document.clauses.map((clause) => traceClause(clause, document, input)),
  );
}

/** All links of a clause, kind by kind. */
export function linksOf(traced: TracedClause): readonly TracedLink[] {
  return [...traced.properties, ...traced.patches, ...traced.tests, ...traced.threads];
}

/** What a confirmation calls a patch: its folder and subject, since its number and its mail change with each revision. */
export function patchName({ file, subject }: Patch, seriesFolder = ''): string {
  const inside = file.startsWith(`${seriesFolder}/`) ? file.slice(seriesFolder.length + 1) : file;
  const slash = inside.lastIndexOf('/');
  const name = subject === '' ? inside.slice(slash + 1) : subject;
  return slash === -1 ? name : `${inside.slice(0, slash)}: ${name}`;
}

function traceClause(clause: Clause, document: TracedDocument, input: TraceInput): TracedClause {
  const digest = clauseDigest(clause);
  const ids = [clause.id, ...clause.was];
  const link = (kind: LinkKind, to: string): Link => {
    const own = input.confirmations.filter(
      (one) => one.kind === kind && one.to === to && ids.includes(one.clause),
    );
    const isCurrent = own.some((one) => one.digest === digest);
    const confirmed = isCurrent ? 'confirmed' : own.length > 0 ? 'stale' : 'unconfirmed';
    return { to, confirmed, stale: confirmed === 'stale' };
  };
  const objections = document.objections.filter(({ clauses }) => clauses.includes(clause.id));
  return {
    clause,
    rfc: document.number,
    file: document.file,
    digest,
    properties: propertiesOf(clause, input).map((one) => ({ ...one, ...link('property', one.to) })),
    patches: patchesOf(clause, input).map((one) => ({ ...one, ...link('patch', one.to) })),
    tests: testsOf(clause, input).map((one) => ({ ...one, ...link('test', one.file) })),
    threads: threadsOf(clause, objections, input).map((one) => ({ ...one, ...link('thread', one.to) })),
    objections,
  };
}

type Unconfirmed<Linked extends Link> = Omit<Linked, 'confirmed' | 'stale'>;

function propertiesOf(clause: Clause, { properties }: TraceInput): readonly Unconfirmed<PropertyLinked>[] {
  const named = clause.models.map(({ property }, index) => ({
    kind: 'property' as const,
    to: property,
    place: properties.find(({ id }) => id === property)?.place,
    namedAt: clause.places.models[index],
  }));
  const naming = properties
    .filter((one) => one.clause === clause.id && !named.some(({ to }) => to === one.id))
    .map(({ id, place }) => ({ kind: 'property' as const, to: id, place, namedAt: undefined }));
  const once = named.filter(({ to }, index) => named.findIndex((one) => one.to === to) === index);
  return [...once, ...naming];
}

function patchesOf(
  clause: Clause,
  { patches = [], series = [], seriesFolder }: TraceInput,
): readonly Unconfirmed<PatchLinked>[] {
  const code = clause.code.map(codeOf);
  return patches.flatMap((patch) => {
    const trailer = patch.trailers.find((one) => one.clause === clause.id);
    if (trailer === undefined) return [];
    const hunks =
      code.length === 0
        ? patch.hunks
        : patch.hunks.filter((hunk) => code.some((one) => isTouched(one, hunk)));
    const { file, subject, messageId } = patch;
    const to = patchName(patch, seriesFolder);
    const own = seriesOf(patch, series)?.id;
    return [
      { kind: 'patch' as const, to, file, subject, messageId, series: own, place: trailer.place, hunks },
    ];
  });
}

function testsOf(clause: Clause, input: TraceInput): readonly Unconfirmed<TestLinked>[] {
  const names = ({ clause: id }: Mention): boolean => id === clause.id;
  const here = (input.tests ?? []).map(({ file, mentions }) => ({
    file,
    places: mentions.filter(names).map(({ place }) => place),
    patch: undefined,
  }));
  const inPatches = patchedTests(input).map(({ file, mentions, patch }) => ({
    file,
    places: mentions.filter(names).map(({ place }) => place),
    patch,
  }));
  return [...here, ...inPatches]
    .filter(({ file, places }) => places.length > 0 || clause.tests.some((named) => isTestNamed(named, file)))
    .map((one) => ({ kind: 'test' as const, to: one.file, ...one }));
}

/** A test that stands in patches. */
export interface PatchedTest extends TestFile {
  /** The first that has it. */
  readonly patch: string;
}

/** The files of the patches that are under what the project calls tests, each once, and none that the project has itself. */
export function patchedTests(input: TraceInput): readonly PatchedTest[] {
  const { patches = [], tests = [] } = input;
  const isTest = (path: string): boolean =>
    isTestPath(path, input) && !tests.some(({ file }) => file === path);
  const files = [...new Set(patches.flatMap(({ paths }) => paths.filter(isTest)))];
  const hunks = patches.flatMap((patch) => patch.hunks);
  return files.map((file) => ({
    file,
    patch: patches.find(({ paths }) => paths.includes(file))!.file,
    mentions: hunks.filter(({ path }) => path === file).flatMap((hunk) => hunk.mentions),
  }));
}

function threadsOf(
  clause: Clause,
  objections: readonly Objection[],
  { patches = [] }: TraceInput,
): readonly Unconfirmed<ThreadLinked>[] {
  const subjectOf = (id: string): string | undefined =>
    patches.find(({ messageId }) => messageId === id)?.subject;
  const own = clause.threads.map((to, index) => ({
    to,
    place: clause.places.threads[index] ?? clause.places.block,
    objection: undefined,
  }));
  const theirs = objections.flatMap(({ id, threads, places }) =>
    threads.map((to, index) => ({ to, place: places.threads[index] ?? places.block, objection: id })),
  );
  const all = [...own, ...theirs];
  return all
    .filter(({ to }, index) => all.findIndex((one) => one.to === to) === index)
    .map((one) => ({ kind: 'thread' as const, subject: subjectOf(one.to), ...one }));
}
