/** The shape of a lint rule, and what all rules may ask about the RFC as a whole. */
import { type ClauseId, type Diagnostic, isClauseId } from '@quiesce/contract';
import type { Rfc } from './rfc.js';

export interface RfcContext {
  /**
   * Every id that a contract block or a line `Clause: id` outside objections gives, whether or not all of it could be read: a clause that is named somewhere else
   * is not unknown only because something in it is wrong.
   */
  readonly clauseIds: ReadonlySet<ClauseId>;
  /** From an earlier id of a clause to its present one. */
  readonly renamed: ReadonlyMap<ClauseId, ClauseId>;
}

export interface RfcRule {
  /** Stands before all codes of the rule's findings, or is its only code. */
  readonly id: string;
  readonly check: (rfc: Rfc, context: RfcContext) => readonly Diagnostic[];
}

export function contextOf(rfc: Rfc): RfcContext {
  const objections = rfc.blocks.filter(({ kind }) => kind === 'objection').map(({ fence }) => fence.body);
  const ids = Array.from(rfc.source.text.matchAll(/^[ \t>]*Clause:[ \t]*(\S+)[ \t]*$/gm))
    .filter(({ index }) => !objections.some(({ start, end }) => index >= start && index < end))
    .map(([, id]) => id!);
  const own = rfc.blocks.flatMap(({ kind, id }) =>
    kind === 'contract' && id !== undefined ? [id.value] : [],
  );
  const renamed = rfc.clauses.flatMap((clause) => clause.was.map((id) => [id, clause.id] as const));
  return { clauseIds: new Set([...own, ...ids.filter(isClauseId)]), renamed: new Map(renamed) };
}
