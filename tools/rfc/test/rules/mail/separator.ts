import { header, type Samples } from '../../sample.js';

export const samples: Samples<'mail/from-line' | 'mail/signature' | 'mail/dot-line'> = {
  'mail/from-line': [
    {
      raises: `${header()}\nA lamp.\n⟦From⟧ here on it glows.\n`,
      fixed: `${header()}\nA lamp.\n  From here on it glows.\n`,
      silent: `${header()}\nA lamp. From here on\nFrom, and from here.\n`,
    },
    { raises: `${header()}\n\`\`\`\n⟦From⟧ a\n\`\`\`\n`, silent: `${header()}\n\`\`\`\n  From a\n\`\`\`\n` },
  ],
  'mail/signature': [
    { raises: `${header()}\n\`\`\`\n⟦-- ⟧\nA.\n\`\`\`\n`, silent: `${header()}\n\`\`\`\n--\nA.\n\`\`\`\n` },
  ],
  'mail/dot-line': [{ raises: `${header()}\nA lamp\n⟦.⟧\n`, silent: `${header()}\nA lamp\n..\n` }],
};
