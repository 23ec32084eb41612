/**
 * The links seen from their other ends: a property, a patch, a function that patches change, a test or a thread, with the clauses that it
 * is about. Each knows the words by which somebody may ask for it.
 */
import type { Place } from '@quiesce/contract';
import type { Hunk } from './hunk.js';
import { linksOf, patchedTests, patchName } from './traceability.js';
import type { TracedClause, TracedLink, TraceInput } from './traced.js';

export const farEndKinds = ['property', 'patch', 'code', 'test', 'thread'] as const;

export type FarEndKind = (typeof farEndKinds)[number];

export interface FarEnd {
  readonly kind: FarEndKind;
  readonly name: string;
  /** Undefined for a property that no model has. */
  readonly place: Place | undefined;
  /** Of code: where patches change it; else none. */
  readonly hunks: readonly Hunk[];
  /** What it may be called, its name first. */
  readonly words: readonly string[];
  /** Its clauses, each with the link that leads there. */
  readonly links: readonly LinkedFrom[];
}

export interface LinkedFrom {
  readonly from: TracedClause;
  readonly link: TracedLink;
}

/** All that there are, by kind; also those that no clause is linked to. */
export function farEnds(input: TraceInput, traced: readonly TracedClause[]): readonly FarEnd[] {
  const all = traced.flatMap((from) => linksOf(from).map((link) => ({ from, link })));
  const linked = (kind: TracedLink['kind'], is: (link: TracedLink) => boolean): readonly LinkedFrom[] =>
    all.filter(({ link }) => link.kind === kind && is(link));
  return [
    ...propertyEnds(input, linked),
    ...patchEnds(input, linked),
    ...codeEnds(input, all),
    ...testEnds(input, linked),
    ...threadEnds(all),
  ];
}

/** Those that a word means. A patch may also be a thread, and a name be that of functions in several files. */
export function findFarEnds(ends: readonly FarEnd[], word: string): readonly FarEnd[] {
  return ends.filter(({ words }) => words.includes(word));
}

type Linked = (kind: TracedLink['kind'], is: (link: TracedLink) => boolean) => readonly LinkedFrom[];

function propertyEnds({ properties }: TraceInput, linked: Linked): readonly FarEnd[] {
  const known = properties.map(({ id, place }) => ({ id, place }));
  const unknown = linked('property', ({ to }) => !properties.some(({ id }) => id === to));
  const names = new Set(unknown.map(({ link }) => link.to));
  return [...known, ...[...names].map((id) => ({ id, place: undefined }))].map(({ id, place }) => ({
    kind: 'property',
    name: id,
    place,
    hunks: [],
    words: [id],
    links: linked('property', ({ to }) => to === id),
  }));
}

function patchEnds({ patches = [], seriesFolder }: TraceInput, linked: Linked): readonly FarEnd[] {
  return patches.map((patch) => {
    const { file, subject, messageId, place } = patch;
    const name = patchName(patch, seriesFolder);
    const base = file.slice(file.lastIndexOf('/') + 1);
    return {
      kind: 'patch',
      name,
      place,
      hunks: [],
      words: [...new Set([name, file, base, subject, ...messageWords(messageId)])].filter(
        (word) => word !== '',
      ),
      links: linked('patch', (link) => link.kind === 'patch' && link.file === file && link.to === name),
    };
  });
}

/** A function of a file, or a file where a hunk stands in no function. */
function codeEnds({ patches = [] }: TraceInput, all: readonly LinkedFrom[]): readonly FarEnd[] {
  const changed = patches
    .flatMap((patch) => patch.hunks)
    .flatMap((hunk): readonly { readonly hunk: Hunk; readonly call: string }[] =>
      hunk.functions.length === 0
        ? [{ hunk, call: '' }]
        : hunk.functions.map((name) => ({ hunk, call: `${name}()` })),
    );
  const nameOf = ({ hunk, call }: (typeof changed)[number]): string => `${hunk.path} ${call}`.trimEnd();
  return [...new Set(changed.map(nameOf))].sort().map((name) => {
    const own = changed.filter((one) => nameOf(one) === name);
    const hunks = own.map(({ hunk }) => hunk);
    const words = own.flatMap(({ hunk, call }) => [hunk.path, call, call.slice(0, -2)]);
    return {
      kind: 'code',
      name,
      place: hunks[0]?.place,
      hunks,
      words: [...new Set([name, ...words])].filter((word) => word !== ''),
      links: all.filter(
        ({ link }) => link.kind === 'patch' && link.hunks.some((hunk) => hunks.includes(hunk)),
      ),
    };
  });
}

function testEnds(input: TraceInput, linked: Linked): readonly FarEnd[] {
  const here = (input.tests ?? []).map(({ file }) => ({ file, place: { file, line: 1, column: 1 } }));
  const inPatches = patchedTests(input).map(({ file, patch, mentions }) => ({
    file,
    place: mentions[0]?.place ?? { file: patch, line: 1, column: 1 },
  }));
  return [...here, ...inPatches].map(({ file, place }) => ({
    kind: 'test',
    name: file,
    place,
    hunks: [],
    words: [file, file.replace(/\.[^./]+$/, '')],
    links: linked('test', (link) => link.kind === 'test' && link.file === file),
  }));
}

function threadEnds(all: readonly LinkedFrom[]): readonly FarEnd[] {
  const threads = all.filter(({ link }) => link.kind === 'thread');
  return [...new Set(threads.map(({ link }) => link.to))].map((to) => {
    const links = threads.filter(({ link }) => link.to === to);
    const [first] = links;
    const place = first?.link.kind === 'thread' ? first.link.place : undefined;
    return { kind: 'thread', name: to, place, hunks: [], words: messageWords(to), links };
  });
}

/** People leave the angle brackets out. */
function messageWords(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id, id.slice(1, -1)];
}
