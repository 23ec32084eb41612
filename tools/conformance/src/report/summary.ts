/** The numbers at the end of a report, and what makes a run end with exit code 1. */
import { type Verdict, verdictTable } from '../verdict/verdict.js';
import type { CheckReport } from './check-report.js';

type Body = Omit<CheckReport, 'summary'>;

export function summarise(body: Body): CheckReport['summary'] {
  const promised = body.clauses.flatMap(({ verdicts }) => verdicts.filter((one) => one.promised));
  const judged = promised.filter(({ verdict }) => wasJudged(verdict));
  const broken = judged.filter(({ verdict }) => isBroken(verdict, body.whole));
  const worthless = body.clauses.filter(({ strength }) => strength === 'worthless');
  const found = body.mutants.filter(({ verdict }) => verdict === 'found');
  const errors = body.diagnostics.filter(({ severity }) => severity === 'error');
  const lost = body.mutants.length - found.length;
  return {
    promises: judged.length,
    kept: judged.length - broken.length,
    broken: broken.length,
    unchecked: body.clauses.filter(({ properties }) => properties.length === 0).length,
    worthless: worthless.length,
    mutants: body.mutants.length,
    found: found.length,
    findings: broken.length + worthless.length + lost + body.modelErrors.length + errors.length,
  };
}

/** In part of the cells a `When` that never happens says nothing: it may happen in another one. */
export function isBroken(verdict: Verdict, whole: boolean): boolean {
  return verdictTable[verdict].breaksPromise && (whole || verdict !== 'vacuous');
}

/** Whether it says anything of the clause. */
export function wasJudged(verdict: Verdict): boolean {
  return verdict !== 'unchecked' && verdict !== 'not-explored';
}
