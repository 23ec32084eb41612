import { report } from '../problems.js';
import type { RfcRule } from '../rule.js';

export const wasItself: RfcRule = {
  id: 'rfc/was-itself',
  check: ({ clauses }) =>
    clauses.flatMap(({ id, was, places }) =>
      was.flatMap((earlier, index) =>
        earlier === id ? [report('rfc/was-itself', places.was[index]!, { id })] : [],
      ),
    ),
};
