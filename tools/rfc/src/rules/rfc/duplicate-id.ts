import type { ClauseId, Diagnostic, Placed } from '@quiesce/contract';
import { quoted } from '@quiesce/contract';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** Clauses, and objections among themselves, have ids of their own. A block counts even if its other fields are wrong. */
export const duplicateId = rule(
  {
    'rfc/duplicate-clause': code<{ id: string }>({
      severity: always('error'),
      rule: 'No two clauses of an RFC have the same id.',
      message: ({ id }) => `Unexpected second clause with the id ${quoted(id)}`,
      hint: () => 'Give one of the two another id; an id that was removed is never used again.',
      isFirm: true,
    }),
    'rfc/duplicate-objection': code<{ id: string }>({
      severity: always('error'),
      rule: 'No two objections of an RFC have the same id.',
      message: ({ id }) => `Unexpected second objection with the id ${quoted(id)}`,
      hint: () => 'Give one of the two another id.',
      isFirm: true,
    }),
  },
  ({ rfc: { blocks } }, report) => {
    const idsOf = (wanted: 'contract' | 'objection') =>
      blocks.flatMap(({ kind, id }) => (kind === wanted && id !== undefined ? [id] : []));
    const second =
      (name: 'rfc/duplicate-clause' | 'rfc/duplicate-objection') =>
      ({ id, first }: Repetition): Diagnostic => {
        const related = [{ place: first.place, message: 'the first one is here' }];
        return report(name, id.place, { id: id.value }, { related });
      };
    return [
      ...repeated(idsOf('contract')).map(second('rfc/duplicate-clause')),
      ...repeated(idsOf('objection')).map(second('rfc/duplicate-objection')),
    ];
  },
);

interface Repetition {
  readonly id: Placed<ClauseId>;
  readonly first: Placed<ClauseId>;
}

function repeated(ids: readonly Placed<ClauseId>[]): readonly Repetition[] {
  const firsts = new Map<string, Placed<ClauseId>>();
  return ids.flatMap((id) => {
    const first = firsts.get(id.value);
    if (first === undefined) firsts.set(id.value, id);
    return first === undefined ? [] : [{ id, first }];
  });
}
