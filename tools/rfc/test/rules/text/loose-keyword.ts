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
    {
      raises: `${header()}\nLamps\n=====\n\nChanges in v2\n-------------\n\n  - Lamps ⟦MUST⟧ glow.\n`,
      silent: `${header()}\nLamps\n=====\n\nChanges in v2\n-------------\n\n  - Stronger: a.b, SHOULD\n    became MUST. It was a promise that SHOULD be kept.\n${clause('a.b')}`,
    },
    {
      raises: `${header()}\nLamps\n=====\n\nChanges\n-------\n\n  - Stronger: a.b, it ⟦MUST⟧ glow.\n${clause('a.b')}`,
      silent: `${header()}\nLamps\n=====\n\nChanges in v2\n-------------\n\n* Weaker: a.b, MUST became MAY.\n${clause('a.b')}`,
    },
  ],
};
