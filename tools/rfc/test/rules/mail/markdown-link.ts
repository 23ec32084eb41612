import { header, type Samples } from '../../sample.js';

export const samples: Samples<'mail/markdown-link' | 'mail/markdown-image' | 'mail/html'> = {
  'mail/markdown-link': [
    {
      raises: `${header()}\nA ⟦[lamp](https://example.org)⟧.\n`,
      silent: `${header()}\nA lamp [1], https://example.org or <https://example.org>.\n\n[1] https://example.org\n`,
    },
    {
      raises: `${header()}\nA ⟦[lamp][1]⟧ [1].\n\n[1]: https://example.org\n`,
      silent: `${header()}\nA lamp [1].\n\n[1]: https://example.org\n`,
    },
  ],
  'mail/markdown-image': [
    { raises: `${header()}\nA ⟦![lamp](lamp.png)⟧.\n`, silent: `${header()}\nA \`![lamp](lamp.png)\`.\n` },
  ],
  'mail/html': [
    {
      raises: `${header()}\nA ⟦<b>⟧lamp.\n`,
      silent: `${header()}\nA <!-- big --> lamp, and list<lamp>s in \`<b>\`.\n`.replace(
        'list<lamp>s',
        'lamps',
      ),
    },
    {
      raises: `${header()}\n⟦<!-- a --><p>⟧\nA lamp.\n`,
      silent: `${header()}\n<!-- <p> -->\nA lamp.\n`,
    },
  ],
};
