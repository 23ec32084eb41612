import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<
  'allow/form' | 'allow/no-reason' | 'allow/unknown-rule' | 'allow/firm' | 'allow/nothing-follows'
> = {
  'allow/form': [
    {
      raises: `${header()}\n⟦<!-- quiesce allows rfc/lost-heading: why not -->⟧\n`,
      silent: `${header()}\n<!-- for quiesce: allow nothing -->\n`,
    },
    {
      raises: `${header()}\n⟦<!-- quiesce allow: lost-heading -->⟧\n\nText.\n`,
      silent: `${header()}\n<!-- a comment -->\n\nText.\n`,
    },
    {
      raises: `${header()}\nText ⟦<!-- quiesce allow rfc/lost-heading: why -->⟧ goes on.\n`,
      silent: `${header()}\nText <!-- and a comment --> goes on.\n`,
    },
    {
      raises: `${header()}\n- ⟦<!-- quiesce allow rfc/lost-heading: why -->⟧\n`,
      silent: `${header()}\n- a\n`,
    },
  ],
  'allow/no-reason': [
    {
      raises: `${header()}\n<!-- quiesce allow ⟦rfc/lost-heading⟧ -->\nA lamp.\n`,
      silent: `${header()}\n<!-- quiesce allow rfc/lost-heading: it is a list -->\n7. Two lamps\n------------\n`,
    },
  ],
  'allow/unknown-rule': [
    {
      raises: `${header()}\n<!-- quiesce allow ⟦mail/hash-headin⟧: it is short -->\n# A lamp\n`,
      fixed: `${header()}\n<!-- quiesce allow mail/hash-heading: it is short -->\n# A lamp\n`,
      silent: `${header()}\n# A lamp\n`,
    },
  ],
  'allow/firm': [
    {
      raises: `${header()}\n<!-- quiesce allow ⟦contract/no-keyword⟧: it is a secret -->\n${clause('a.b')}`,
      silent: `${header()}${clause('a.b')}`,
    },
  ],
  'allow/nothing-follows': [
    {
      raises: `${header()}\n⟦<!-- quiesce allow rfc/lost-heading: a list -->⟧\n`,
      silent: `${header()}\n<!-- quiesce allow rfc/lost-heading: it is a list -->\n7. Two lamps\n------------\n`,
    },
  ],
};
