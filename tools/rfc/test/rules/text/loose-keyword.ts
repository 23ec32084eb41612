import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<'text/loose-keyword'> = {
  'text/loose-keyword': [
    {
      raises: `${header()}\nA lamp ⟦MUST NOT⟧ glow.\n`,
      silent: `${header()}\nA lamp must not glow, says \`MUST NOT\` in\n\n    it MUST\n${clause('a.b')}`,
    },
    {
      raises: `${header()}\n* Lamps\n  ⟦MAY\n  NOT⟧ glow.\n`,
      silent: `${header()}\nThe bit LAMP_MAY_GLOW of MAY-11.\n`,
    },
  ],
};
