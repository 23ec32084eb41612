import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<
  'mail/control-character' | 'mail/bidirectional' | 'mail/zero-width' | 'mail/odd-space'
> = {
  'mail/control-character': [
    {
      raises: `${header()}\nA ⟦\u001b⟧[31mlamp.\n`,
      fixed: `${header()}\nA [31mlamp.\n`,
      silent: `${header()}\nA lamp.\n\n\tint lamp;\n`,
    },
    { raises: `${header()}\n⟦\u0085⟧\n`, fixed: `${header()}\n\n`, silent: header() },
  ],
  'mail/bidirectional': [
    {
      raises: `${header()}\nA ⟦\u202e⟧lamp.\n`,
      fixed: `${header()}\nA lamp.\n`,
      silent: `${header()}\n\u05de\u05e0\u05d5\u05e8\u05d4 is a lamp.\n`,
    },
    {
      raises: header() + clause('a.b', 'Then: it MAY ⟦\u2067⟧ glow\nWhy: x\n'),
      silent: header() + clause('a.b'),
    },
  ],
  'mail/zero-width': [
    {
      raises: `${header()}\nA la⟦\u200b⟧mp.\n`,
      fixed: `${header()}\nA lamp.\n`,
      silent: `${header()}\nA \u{1f469}\u200d\u{1f527} with a \u0646\u200c\u0645 lamp.\n`,
    },
    { raises: `${header()}\nA la⟦\u200d⟧mp.\n`, fixed: `${header()}\nA lamp.\n`, silent: header() },
  ],
  'mail/odd-space': [
    {
      raises: `${header()}\nTwo⟦\u00a0⟧lamps.\n`,
      fixed: `${header()}\nTwo lamps.\n`,
      silent: `${header()}\nTwo lamps.\n`,
    },
    {
      raises: header() + clause('a.b', 'Then: it MAY\u00a0glow\nWhy: x\n').replace('\u00a0', '⟦\u00a0⟧'),
      silent: header() + clause('a.b'),
    },
  ],
};
