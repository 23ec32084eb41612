import { report } from '../problems.js';
import type { RfcRule } from '../rule.js';

export const openObjection: RfcRule = {
  id: 'rfc/open-objection',
  check: ({ frontMatter, frontMatterPlaces, objections }) => {
    if (frontMatter?.status !== 'accepted') return [];
    const status = frontMatterPlaces.status;
    const related = status === undefined ? [] : [{ place: status, message: 'the RFC is accepted here' }];
    return objections
      .filter(({ state }) => state === 'open')
      .map(({ id, places }) => report('rfc/open-objection', places.state, { id }, { related }));
  },
};
