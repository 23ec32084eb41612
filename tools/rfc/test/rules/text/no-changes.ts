import { header, type Samples } from '../../sample.js';

const second = (section: string) => `${header({ revision: 'revision: 2' })}\nLamps\n=====\n\nx\n${section}`;

export const samples: Samples<'text/no-changes'> = {
  'text/no-changes': [
    {
      raises: `${header({ revision: 'revision: ⟦2⟧' })}\nLamps\n=====\n\nx\n\nChanges in v12\n==============\n\nx\n`,
      silent: second('\nChanges in v2\n-------------\n\nx\n'),
    },
    {
      raises: `${header({ revision: 'revision: ⟦2⟧' })}\nLamps\n=====\n\nx\n`,
      silent: second('\nChanges in revision 2\n---------------------\n\nx\n'),
    },
    { raises: header({ revision: 'revision: ⟦3⟧' }), silent: header() },
  ],
};
