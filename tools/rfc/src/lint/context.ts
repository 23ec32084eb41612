/**
 * What all rules may ask about an RFC as a whole. What only some rules need is made when the first of them asks, so that a
 * check in draft mode pays for nothing that only mail is asked about.
 */
import { type ClauseId, isClauseId, type Placed, type Span } from '@quiesce/contract';
import type { Node, Nodes } from 'mdast';
import type { Rfc } from '../rfc.js';
import { type Allowance, mayAllow, readAllowances } from './allowance.js';
import { type Lines, linesOf } from './line.js';
import type { Mode } from './mode.js';
import { type NodesOf, nodesOf } from './nodes.js';
import type { ProjectNames } from './project-names.js';
import { type ProseRun, proseOf } from './prose.js';
import { type References, referencesOf } from './references.js';

export interface LintOptions {
  /** Default: draft. */
  readonly mode?: Mode;
  /**
   * Earlier texts of this RFC as they were sent, oldest first; the last one may be of the present revision. Absent: not
   * known, and nothing is said of the past. Empty: nothing was sent yet.
   */
  readonly history?: readonly Rfc[];
  readonly names?: ProjectNames;
}

export interface RfcContext extends LintOptions {
  readonly rfc: Rfc;
  readonly mode: Mode;
  /**
   * Every id that a contract block or a line `Clause: id` outside objections gives, whether or not all of it could be
   * read: a clause that is named somewhere else is not unknown only because something in it is wrong.
   */
  readonly clauseIds: ReadonlySet<ClauseId>;
  /** From an earlier id of a clause to its present one. */
  readonly renamed: ReadonlyMap<ClauseId, ClauseId>;
  /** The lines of the file, each with what it is part of. */
  readonly lines: () => Lines;
  readonly nodes: NodesOf;
  /** All that is neither front matter nor code nor a block nor HTML. */
  readonly prose: () => readonly ProseRun[];
  /** The numbers in brackets, and the works that they stand for. */
  readonly references: () => References;
  /** The comments that allow a finding. */
  readonly allowances: () => readonly Allowance[];
  /** Those of them that covered nothing: known when all other rules have run, and empty before. */
  readonly unused: readonly Allowance[];
  /** All codes that there are, and whether a comment can allow them. */
  readonly codes: ReadonlyMap<string, { readonly isFirm: boolean }>;
  readonly spanOf: (node: Node) => Span;
}

export function contextOf(
  rfc: Rfc,
  { mode = 'draft', ...options }: LintOptions,
  codes: RfcContext['codes'],
): RfcContext {
  const { source, markdownOffset } = rfc;
  const spanOf = (node: Node): Span => ({
    start: (node.position?.start.offset ?? 0) + markdownOffset,
    end: (node.position?.end.offset ?? 0) + markdownOffset,
  });
  const byType = once(() => nodesOf(rfc.tree));
  const nodes = <Type extends Nodes['type']>(type: Type) =>
    (byType().get(type) ?? []) as readonly Extract<Nodes, { type: Type }>[];
  const lines = once(() => linesOf(rfc, nodes, spanOf));
  const prose = once(() => proseOf(source, lines(), [...nodes('inlineCode'), ...nodes('html')].map(spanOf)));
  return {
    ...options,
    rfc,
    mode,
    ...idsOf(rfc),
    lines,
    nodes,
    prose,
    references: once(() => referencesOf(rfc, prose())),
    // Most files have none, and need not be walked through for it.
    allowances: once(() => (mayAllow.test(source.text) ? readAllowances(rfc, nodes('html'), spanOf) : [])),
    unused: [],
    codes,
    spanOf,
  };
}

function idsOf({ blocks, clauses, source }: Rfc): Pick<RfcContext, 'clauseIds' | 'renamed'> {
  const objections = blocks.filter(({ kind }) => kind === 'objection').map(({ fence }) => fence.body);
  const ids = Array.from(source.text.matchAll(/^[ \t>]*Clause:[ \t]*(\S+)[ \t]*$/gm))
    .filter(({ index }) => !objections.some(({ start, end }) => index >= start && index < end))
    .map(([, id]) => id!);
  const own = blocks.flatMap(({ kind, id }): readonly Placed<ClauseId>[] =>
    kind === 'contract' && id !== undefined ? [id] : [],
  );
  const renamed = clauses.flatMap((clause) => clause.was.map((id) => [id, clause.id] as const));
  return {
    clauseIds: new Set([...own.map(({ value }) => value), ...ids.filter(isClauseId)]),
    renamed: new Map(renamed),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
