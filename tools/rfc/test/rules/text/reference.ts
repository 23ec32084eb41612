import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<
  'text/undefined-reference' | 'text/unused-reference' | 'text/repeated-reference' | 'text/reference-order'
> = {
  'text/undefined-reference': [
    {
      raises: `${header()}\nA lamp [1], ⟦[2]⟧.\n\n[1] A book.\n`,
      silent: `${header()}\nA lamp [1][2].\nlamps[3] \`[4]\`\n\n    [5]\n\n[1] A book.\n    With [2].\n[2] Two.\n`,
    },
    {
      raises: header() + clause('a.b', 'Then: it MAY glow\nWhy: see ⟦[1]⟧\n'),
      silent: `${header()}${clause('a.b', 'Then: it MAY glow\nWhy: see [1]\n')}\n[1] A book.\n`,
    },
    {
      // A line of a paragraph that begins with a number does not define it.
      raises: `${header()}\nA lamp is shown in\n⟦[1]⟧ and glows.\n`,
      silent: `${header()}\nA lamp is shown in\n[1] and glows.\n\n[1] A book.\n`,
    },
  ],
  'text/unused-reference': [
    {
      raises: `${header()}\nA lamp.\n\n⟦[1]⟧ A book.\n`,
      silent: `${header()}\nA lamp [1].\n\n[1] A book.\n`,
    },
  ],
  'text/repeated-reference': [
    {
      raises: `${header()}\nA lamp [1].\n\n[1] A book.\n⟦[1]⟧ Two.\n`,
      silent: `${header()}\nA lamp [1], [2].\n\n[1] A book.\n[2] Two.\n`,
      related: [11],
    },
  ],
  'text/reference-order': [
    {
      raises: `${header()}\nA lamp [1], [2].\n\n⟦[2]⟧ Two.\n\n[1] A book.\n`,
      silent: `${header()}\nA lamp [2], [1].\n\n[1] A book.\n\n[2] Two.\n`,
    },
    {
      raises: `${header()}\nA lamp [2].\n\n⟦[2]⟧ Two.\n`,
      silent: `${header()}\nA lamp [1].\n\n[1] A book.\n`,
    },
  ],
};
