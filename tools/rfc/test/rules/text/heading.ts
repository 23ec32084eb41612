import { header, type Samples } from '../../sample.js';

export const samples: Samples<'text/empty-section' | 'text/repeated-heading' | 'text/skipped-depth'> = {
  'text/empty-section': [
    {
      raises: `${header()}\n⟦On\n====⟧\n\nOff\n====\n\nA lamp.\n`,
      silent: `${header()}\nOn\n====\n\nOff\n----\n\nA lamp.\n`,
    },
    { raises: `${header()}\n⟦On\n====⟧\n`, silent: `${header()}\nOn\n====\n\n\`\`\`\n\`\`\`\n` },
  ],
  'text/repeated-heading': [
    {
      raises: `${header()}\nOn\n====\n\nx\n\n⟦on\n====⟧\n\ny\n`,
      silent: `${header()}\nOn\n====\n\nCost\n----\n\nx\n\nOff\n====\n\nCost\n----\n\ny\n`,
      related: [9],
    },
  ],
  'text/skipped-depth': [
    {
      raises: `${header()}\n⟦On\n----⟧\n\nA lamp.\n`,
      silent: `${header()}\nOn\n====\n\nOff\n----\n\nA lamp.\n\nOn again\n========\n\nx\n`,
    },
  ],
};
