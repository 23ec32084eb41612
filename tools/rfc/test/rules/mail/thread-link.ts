import { header, type Samples } from '../../sample.js';

export const samples: Samples<'mail/thread-link'> = {
  'mail/thread-link': [
    {
      raises: `${header()}\nSee [1].\n\n[1] ⟦https://lkml.org/lkml/2026/3/1/42⟧\n`,
      silent: `${header()}\nSee [1].\n\n[1] https://lore.kernel.org/r/20260301.1@example.org\n`,
    },
    {
      raises: `${header()}\nSee <⟦https://www.spinics.net/lists/kernel/msg42.html⟧>.\n`,
      silent: `${header()}\nSee <20260301.1@example.org>, and https://lkml.org.example.org/lkml.\n`,
    },
  ],
};
