import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<'rfc/was-itself'> = {
  'rfc/was-itself': [
    {
      raises: header() + clause('a.b', 'Was: ⟦a.b⟧\nThen: it MAY glow\nWhy: x\n'),
      silent: header() + clause('a.b', 'Was: a.c\nThen: it MAY glow\nWhy: x\n'),
    },
  ],
};
