import { report } from '../problems.js';
import type { RfcRule } from '../rule.js';

/**
 * A promise that nothing checks is allowed, but only where the RFC owns up to it. A Model that is misspelt has a finding
 * of its own, so the key alone counts here.
 */
export const unlinkedMust: RfcRule = {
  id: 'rfc/unlinked-must',
  check: ({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'contract' || block.clause === undefined) return [];
      const { keyword, places } = block.clause;
      const isLinked = block.keys.has('Model') || block.keys.has('Unchecked');
      const isBinding = keyword === 'MUST' || keyword === 'MUST NOT';
      return isBinding && !isLinked ? [report('rfc/unlinked-must', places.keyword, { keyword })] : [];
    }),
};
