import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<'rfc/lost-heading'> = {
  'rfc/lost-heading': [
    {
      raises: `${header()}\n⟦7. Two lamps⟧\n------------\n\n${clause('a.b')}`,
      silent: `${header()}\n(7) Two lamps\n-------------\n\n7. Two lamps\n\n------------\n\n- a\n---\n`,
    },
    {
      raises: `${header()}\n⟦- Two lamps⟧\n===========\n`,
      silent: `${header()}\nTwo lamps\n=========\n\n- Two\n  lamps\n----\n`,
    },
  ],
};
