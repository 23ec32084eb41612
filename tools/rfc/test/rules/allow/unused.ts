import { header, type Samples } from '../../sample.js';

export const samples: Samples<'allow/unused'> = {
  'allow/unused': [
    {
      raises: `${header()}\n⟦<!-- quiesce allow rfc/lost-heading: a list -->⟧\nA lamp.\n`,
      fixed: `${header()}\nA lamp.\n`,
      silent: `${header()}\n<!-- quiesce allow rfc/lost-heading: a list -->\n7. Two lamps\n------------\n`,
    },
    {
      raises: `${header()}\n⟦<!-- quiesce allow rfc/lost-heading:\n  a list -->⟧\n\nA lamp.\n\n7) x\n\n----\n`,
      fixed: `${header()}\n\nA lamp.\n\n7) x\n\n----\n`,
      silent: `${header()}\n<!-- quiesce allow mail/hash-heading: not asked in this mode -->\n# A lamp\n`,
    },
  ],
};
