import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<'rfc/misplaced-block'> = {
  'rfc/misplaced-block': [
    {
      raises: `${header()}\n  ⟦\`\`\`contract⟧\n  Clause: a.b\n  Then: it MAY\n    glow\nWhy: x\n \`\`\`\n`,
      fixed: `${header()}\n\`\`\`contract\nClause: a.b\nThen: it MAY\n  glow\nWhy: x\n\`\`\`\n`,
      silent: `${header()}\n    \`\`\`contract\n    Clause: a.b\n    \`\`\`\n`,
    },
    {
      raises: `${header()}\n> ⟦\`\`\`contract⟧\n> Clause: a.b\n> \`\`\`\n`,
      silent: `${header()}\n> \`\`\`text\n> Clause: a.b\n> \`\`\`\n`,
    },
    {
      raises: `${header()}\n- x\n\n  ⟦~~~objection⟧\n  Clause: a.b\n  ~~~\n`,
      silent: `${header()}\n- x\n\n${clause('a.b')}`,
    },
    {
      raises: `${header()}\n1. ⟦\`\`\`contract⟧\n   Clause: a.b\n   \`\`\`\n`,
      silent: `${header()}\n1. \`\`\`c\n   Clause: a.b\n   \`\`\`\n`,
    },
    { raises: `${header()}\n[^1]: ⟦\`\`\`contract⟧\n    a: b\n    \`\`\`\n`, silent: header() },
  ],
};
