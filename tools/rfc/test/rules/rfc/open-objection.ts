import { header, objection, type Samples } from '../../sample.js';

export const samples: Samples<'rfc/open-objection'> = {
  'rfc/open-objection': [
    {
      raises: header({ status: 'status: accepted' }) + objection('cost', 'State: ⟦open⟧\n'),
      silent: header({ status: 'status: accepted' }) + objection('cost', 'State: withdrawn\n'),
      related: [5],
    },
    {
      raises: header({ status: 'status: accepted' }) + objection('cost', 'State: ⟦open⟧\n'),
      silent: header({ status: 'status: review' }) + objection('cost'),
      related: [5],
    },
  ],
};
