import { quoted } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** No fault, but what a reviewer wants to know first: what is still to be answered. */
export const listedObjection = rule(
  {
    'objection/open': code<{ id: string; from: string }>({
      severity: fromReview('note'),
      rule: 'Objections that are open are listed.',
      message: ({ id, from }) => `The objection ${quoted(id)} of ${from} is open`,
    }),
  },
  ({ rfc: { frontMatter, objections } }, report) =>
    // In an accepted RFC it is an error already.
    frontMatter?.status === 'accepted'
      ? []
      : objections.flatMap(({ id, from, state, places }) =>
          state === 'open' ? [report('objection/open', places.state, { id, from })] : [],
        ),
);
