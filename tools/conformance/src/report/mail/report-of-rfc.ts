/**
 * The part of a check that is about one RFC. A report that was made earlier may be of another text: it is held against the
 * clauses as they stand, since a mail with the verdict of another sentence would be worse than none.
 */
import type { ClauseId } from '@quiesce/contract';
import type { PromiseDocument } from '../../link/promises.js';
import type { CheckReport } from '../check-report.js';
import { summarise } from '../summary.js';

export type ReportOfRfc =
  | { readonly ok: true; readonly report: CheckReport }
  /** `reason` goes on after "The report". */
  | { readonly ok: false; readonly reason: string };

/** `only`: of the RFC, these clauses. */
export function reportOfRfc(
  checks: readonly CheckReport[],
  { number, revision, clauses }: PromiseDocument,
  only?: readonly ClauseId[],
): ReportOfRfc {
  const whole = checks.find(({ rfcs }) => rfcs.some((rfc) => rfc.number === number));
  const of = whole?.rfcs.find((rfc) => rfc.number === number);
  if (whole === undefined || of === undefined) return { ok: false, reason: `says nothing of RFC ${number}` };
  if (of.revision !== revision)
    return { ok: false, reason: `is of revision ${of.revision}, expected revision ${revision}` };
  const own = whole.clauses.filter((clause) => clause.rfc === number);
  for (const one of own) {
    const clause = clauses.find(({ id }) => id === one.id);
    if (clause === undefined)
      return { ok: false, reason: `is of a clause ${one.id}, which the RFC does not have` };
    const same =
      clause.guarantee === one.guarantee &&
      (clause.when ?? null) === one.when &&
      (clause.unless ?? null) === one.unless;
    if (!same) return { ok: false, reason: `is of another text of ${one.id}` };
  }
  const { summary: _, ...rest } = whole;
  const body = {
    ...rest,
    rfcs: [of],
    clauses: own.filter(({ id }) => only === undefined || only.includes(id)),
    selection: only === undefined ? rest.selection : [...rest.selection, `clause ${only.join(', ')}`],
  };
  return { ok: true, report: { ...body, summary: summarise(body) } };
}
