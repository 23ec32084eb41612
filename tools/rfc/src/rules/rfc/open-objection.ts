import { quoted } from '@quiesce/contract';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

export const openObjection = rule(
  {
    'rfc/open-objection': code<{ id: string }>({
      severity: always('error'),
      rule: 'An RFC that is accepted has no open objection.',
      message: ({ id }) => `Unexpected open objection ${quoted(id)} in an RFC that is accepted`,
      hint: () => 'Answer it, or set the status of the RFC back to review.',
    }),
  },
  ({ rfc: { frontMatter, frontMatterPlaces, objections } }, report) => {
    if (frontMatter?.status !== 'accepted') return [];
    const status = frontMatterPlaces.status;
    const related = status === undefined ? [] : [{ place: status, message: 'the RFC is accepted here' }];
    return objections
      .filter(({ state }) => state === 'open')
      .map(({ id, places }) => report('rfc/open-objection', places.state, { id }, { related }));
  },
);
