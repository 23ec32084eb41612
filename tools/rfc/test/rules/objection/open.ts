import { header, objection, type Samples } from '../../sample.js';

export const samples: Samples<'objection/open'> = {
  'objection/open': [
    {
      raises: header() + objection('cost', 'State: ⟦open⟧\n'),
      silent: header() + objection('cost', 'State: answered\nAnswer: It is cheap.\n'),
    },
  ],
};
