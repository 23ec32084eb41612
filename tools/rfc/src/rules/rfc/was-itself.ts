import { quoted } from '@quiesce/contract';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

export const wasItself = rule(
  {
    'rfc/was-itself': code<{ id: string }>({
      severity: always('error'),
      rule: 'Was names an earlier id, not the present one.',
      message: ({ id }) =>
        `Unexpected ${quoted(id)} in Was, expected an earlier id: the clause has this one now`,
      hint: () => 'Remove the line, or write the id that the clause had before.',
    }),
  },
  ({ rfc: { clauses } }, report) =>
    clauses.flatMap(({ id, was, places }) =>
      was.flatMap((earlier, index) =>
        earlier === id ? [report('rfc/was-itself', places.was[index]!, { id })] : [],
      ),
    ),
);
