import { header, type Samples } from '../../sample.js';

export const samples: Samples<'mail/markdown-link' | 'mail/markdown-image' | 'mail/html'> = {
  'mail/markdown-link': [
    {
      raises: `${header()}\nA ⟦[lamp](https://example.org)⟧.\n`,
      fixed: `${header()}\nA lamp [1].\n\nReferences\n==========\n\n[1] https://example.org\n`,
      silent: `${header()}\nA lamp [1], https://example.org or <https://example.org>.\n\n[1] https://example.org\n`,
    },
    {
      raises: `${header()}\nA ⟦[*big* lamp](b.md)⟧ [1], [2].\n\n[1] A book,\n    of old.\n[2] Two.\n\nThe end.\n`,
      fixed: `${header()}\nA *big* lamp [3] [1], [2].\n\n[1] A book,\n    of old.\n[2] Two.\n\n[3] b.md\n\nThe end.\n`,
      silent: `${header()}\nA lamp [1].\n\n[1] A book.\n`,
    },
    {
      raises: `${header()}\nA ⟦[lamp](b.md)⟧, two [1] [2].\n\n[1] A book.\n[2] Two.\n`,
      fixed: `${header()}\nA lamp [3], two [1] [2].\n\n[1] A book.\n[2] Two.\n[3] b.md\n`,
      silent: header(),
    },
    {
      raises: `${header()}\nA ⟦[lamp](b.md)⟧, two [1].\n\n[1] b.md\n`,
      fixed: `${header()}\nA lamp [1], two [1].\n\n[1] b.md\n`,
      silent: header(),
    },
    {
      raises: `${header()}\nA ⟦[http://a.org](http://a.org)⟧.\n`,
      fixed: `${header()}\nA http://a.org.\n`,
      silent: header(),
    },
    // What the title says would be lost.
    { raises: `${header()}\nA ⟦[lamp](b.md "big")⟧.\n`, silent: header() },
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
