import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/**
 * A promise that nothing checks is allowed, but only where the RFC owns up to it. A Model that is misspelt has a finding
 * of its own, so the key alone counts here.
 */
export const unlinkedMust = rule(
  {
    'rfc/unlinked-must': code<{ keyword: string }>({
      severity: always('error'),
      rule: 'A clause with MUST or MUST NOT has a Model, or an Unchecked that says why it has none.',
      message: ({ keyword }) =>
        `Unexpected ${keyword} that nothing checks, expected Model or Unchecked in this clause`,
      hint: () =>
        'Name a property of the model ("Model: topic/property"), or give the reason ("Unchecked: ...").',
    }),
  },
  ({ rfc: { blocks } }, report) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'contract' || block.clause === undefined) return [];
      const { keyword, places } = block.clause;
      const isLinked = block.keys.has('Model') || block.keys.has('Unchecked');
      const isBinding = keyword === 'MUST' || keyword === 'MUST NOT';
      return isBinding && !isLinked ? [report('rfc/unlinked-must', places.keyword, { keyword })] : [];
    }),
);
