import { header, type Samples } from '../../sample.js';

export const samples: Samples<'mail/scissors'> = {
  'mail/scissors': [
    {
      raises: `${header()}\n⟦    -- >8 -- cut here⟧\n`,
      silent: `${header()}\n    -- > 8 -- cut here\n\n    8<\n\n--------\n`,
    },
    {
      raises: `${header()}\n⟦- - 8< - - - -⟧\n`,
      silent: `${header()}\nIf x is >8 a lamp --- or two --- glow.\n`,
    },
  ],
};
