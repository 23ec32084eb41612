import type { ClauseId, Diagnostic, Placed } from '@quiesce/contract';
import { report } from '../problems.js';
import type { RfcRule } from '../rule.js';

/** Clauses, and objections among themselves, have ids of their own. A block counts even if its other fields are wrong. */
export const duplicateId: RfcRule = {
  id: 'rfc/duplicate',
  check: (rfc) => [
    ...repeated(
      rfc.blocks.flatMap(({ kind, id }) => (kind === 'contract' && id ? [id] : [])),
      'rfc/duplicate-clause',
    ),
    ...repeated(
      rfc.blocks.flatMap(({ kind, id }) => (kind === 'objection' && id ? [id] : [])),
      'rfc/duplicate-objection',
    ),
  ],
};

function repeated(
  ids: readonly Placed<ClauseId>[],
  code: 'rfc/duplicate-clause' | 'rfc/duplicate-objection',
): readonly Diagnostic[] {
  const first = new Map<string, Placed<ClauseId>>();
  return ids.flatMap((id) => {
    const other = first.get(id.value);
    if (other === undefined) {
      first.set(id.value, id);
      return [];
    }
    const related = [{ place: other.place, message: 'the first one is here' }];
    return [report(code, id.place, { id: id.value }, { related })];
  });
}
