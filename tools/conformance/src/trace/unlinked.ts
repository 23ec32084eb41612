/** Whether nothing checks, implements or tries a clause. */
import type { TracedClause, TraceInput } from './traced.js';

/** What the project does not have at all, nobody misses; nor a property where the clause says why there is none. */
export function isUnlinked(one: TracedClause, { patches, tests }: TraceInput): boolean {
  return (
    (one.properties.length === 0 && one.clause.unchecked === undefined) ||
    (patches !== undefined && one.patches.length === 0) ||
    (tests !== undefined && one.tests.length === 0)
  );
}
