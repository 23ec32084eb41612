import { clause, header, objection, type Samples } from '../../sample.js';

export const samples: Samples<'rfc/duplicate-clause' | 'rfc/duplicate-objection'> = {
  'rfc/duplicate-clause': [
    {
      raises: header() + clause('a.b') + clause('c.d') + clause('⟦a.b⟧'),
      silent: header() + clause('a.b') + clause('a.c'),
      related: [10],
    },
  ],
  'rfc/duplicate-objection': [
    {
      raises: header() + objection('cost') + objection('⟦cost⟧'),
      silent: header() + objection('cost') + clause('cost'),
      related: [10],
    },
  ],
};
