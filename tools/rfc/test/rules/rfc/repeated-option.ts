import { header, type Samples } from '../../sample.js';

export const samples: Samples<'rfc/repeated-option'> = {
  'rfc/repeated-option': [
    {
      raises: header({ options: 'options: [relay, ⟦relay⟧]' }),
      silent: header({ options: 'options: [relay, relays]' }),
      related: [6],
    },
  ],
};
