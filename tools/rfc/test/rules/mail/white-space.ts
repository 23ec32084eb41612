import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<'mail/trailing-space' | 'mail/tab'> = {
  'mail/trailing-space': [
    {
      raises: `${header()}\nA lamp.⟦ \t⟧\n`,
      fixed: `${header()}\nA lamp.\n`,
      silent: `${header()}\nA lamp.\n`,
    },
    {
      raises: `${header()}${clause('a.b', 'Then: it MAY glow⟦ ⟧\nWhy: x\n')}`,
      fixed: header() + clause('a.b'),
      silent: header() + clause('a.b'),
    },
    // Without the blanks the two lines would be one.
    { raises: `${header()}\nA lamp.⟦  ⟧\nTwo lamps.\n`, silent: `${header()}\n<!-- a lamp.  \n-->\n` },
    { raises: `${header()}\nA lamp.\n⟦   ⟧\n`, fixed: `${header()}\nA lamp.\n\n`, silent: header() },
  ],
  'mail/tab': [
    {
      raises: `${header()}\n-⟦\t⟧A lamp.\n`,
      fixed: `${header()}\n-   A lamp.\n`,
      silent: `${header()}\n\tint lamp;\n\n\`\`\`c\n\tint lamp;\n\`\`\`\n\nA \`tab\there\`.\n`,
    },
    {
      raises: header() + clause('a.b', 'Then:⟦\t⟧it MAY glow\nWhy: x\n'),
      silent: header() + clause('a.b'),
    },
  ],
};
