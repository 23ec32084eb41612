import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<'rfc/unlinked-must'> = {
  'rfc/unlinked-must': [
    {
      raises: header() + clause('a.b', 'Then: it ⟦MUST NOT⟧ glow\nWhy: x\n'),
      silent: header() + clause('a.b', 'Then: it MUST NOT glow\nWhy: x\nModel: lamp/dark\n'),
    },
    {
      raises: header() + clause('a.b', 'Then: it ⟦MUST⟧ glow\nWhy: x\nTest: lamp\n'),
      silent: header() + clause('a.b', 'Then: it MUST glow\nWhy: x\nUnchecked: no model of heat\n'),
    },
    {
      raises: header() + clause('a.b', 'Then: it ⟦MUST⟧ glow\nWhy: x\n'),
      silent: header() + clause('a.b', 'Then: it SHOULD glow\nWhy: x\n'),
    },
  ],
};
