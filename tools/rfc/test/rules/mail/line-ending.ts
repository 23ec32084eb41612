import { header, type Samples } from '../../sample.js';

export const samples: Samples<'mail/mixed-line-endings' | 'mail/no-final-newline'> = {
  'mail/mixed-line-endings': [
    {
      raises: `${header()}\nA lamp.⟦\r\n⟧Two.\r\n`,
      fixed: `${header()}\nA lamp.\nTwo.\n`,
      silent: `${header()}\nA lamp.\nTwo.\n`.replaceAll('\n', '\r\n'),
    },
    { raises: `${header()}\nA lamp.⟦\r⟧Two.\n`, fixed: `${header()}\nA lamp.\nTwo.\n`, silent: header() },
  ],
  'mail/no-final-newline': [
    { raises: `${header()}\nA lamp.⟦⟧`, fixed: `${header()}\nA lamp.\n`, silent: `${header()}\nA lamp.\n` },
  ],
};
