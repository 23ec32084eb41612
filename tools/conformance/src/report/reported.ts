/** Places and findings as reports have them: what a reader of JSON needs, and nothing that only a terminal or an editor does. */
import type { Diagnostic, Place } from '@quiesce/contract';
import type { CheckReport } from './check-report.js';

export function reportedDiagnostic(one: Diagnostic): CheckReport['diagnostics'][number] {
  const { code, severity, place, message, hint, related = [] } = one;
  return {
    code,
    severity,
    place: shortPlace(place),
    message,
    ...(hint === undefined ? {} : { hint }),
    related: related.map((other) => ({ place: shortPlace(other.place), message: other.message })),
  };
}

export function shortPlace({ file, line, column }: Place): CheckReport['clauses'][number]['place'] {
  return { file, line, column };
}
