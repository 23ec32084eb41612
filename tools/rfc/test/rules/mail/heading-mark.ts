import { header, type Samples } from '../../sample.js';

export const samples: Samples<'mail/hash-heading' | 'mail/hash-line'> = {
  'mail/hash-heading': [
    {
      raises: `${header()}\n⟦# Big lamps #⟧\n\nA lamp.\n`,
      fixed: `${header()}\nBig lamps\n=========\n\nA lamp.\n`,
      silent: `${header()}\nBig lamps\n=========\n\nA lamp.\n`,
    },
    {
      raises: `${header()}\nLamps\n=====\nA lamp.\n⟦## On⟧\nIt glows.\n`,
      fixed: `${header()}\nLamps\n=====\nA lamp.\n\nOn\n----\nIt glows.\n`,
      silent: `${header()}\n<!-- quiesce allow mail/hash-heading: a test of it -->\n# Lamps\n\nA lamp.\n`,
    },
    {
      // Above an underline it would be an item of a list.
      raises: `${header()}\n⟦# 7. Lamps⟧\n\nA lamp.\n`,
      silent: `${header()}\n > # Lamps\n`,
    },
    {
      raises: `${header()}\nA\n====\n\nx\n\nB\n----\n\n⟦### Lamps⟧\n\nA lamp.\n`,
      silent: `${header()}\n\\# Lamps\n`,
    },
  ],
  'mail/hash-line': [
    {
      raises: `${header()}\n\`\`\`c\n⟦#⟧include <lamp.h>\n\`\`\`\n`,
      silent: `${header()}\n\`\`\`c\n  #include <lamp.h>\n\`\`\`\n\n    # lamp\n`,
    },
    { raises: `${header()}\nA lamp\n⟦#⟧7 glows.\n`, silent: `${header()}\nA lamp #7 glows.\n` },
  ],
};
