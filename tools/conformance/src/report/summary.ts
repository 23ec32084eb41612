/** The numbers at the end of a report, and what makes a run end with exit code 1. */
import { type Outcome, outcomes, verdictTable } from '../verdict/verdict.js';
import type { CheckReport } from './check-report.js';

type Body = Omit<CheckReport, 'summary'>;

export function summarise(body: Body): CheckReport['summary'] {
  const promised = body.clauses.flatMap(({ verdicts }) => verdicts.filter((one) => one.promised));
  const judged = promised.filter(({ verdict }) => verdictTable[verdict].countedAs !== null);
  const broken = judged.filter(({ verdict }) => verdictTable[verdict].breaksPromise);
  const counts = outcomes.map((outcome) => {
    const own = judged.filter(({ verdict }) => verdictTable[verdict].countedAs === outcome);
    return [outcome, own.length] as const;
  });
  const worthless = body.clauses.filter(({ strength }) => strength === 'worthless');
  const found = body.mutants.filter(({ verdict }) => verdict === 'found');
  const errors = body.diagnostics.filter(({ severity }) => severity === 'error');
  const lost = body.mutants.length - found.length;
  return {
    promises: judged.length,
    ...(Object.fromEntries(counts) as Record<Outcome, number>),
    unchecked: body.clauses.filter(({ properties }) => properties.length === 0).length,
    worthless: worthless.length,
    mutants: body.mutants.length,
    found: found.length,
    findings: broken.length + worthless.length + lost + body.modelErrors.length + errors.length,
  };
}
