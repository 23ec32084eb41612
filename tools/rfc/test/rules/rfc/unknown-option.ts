import { clause, header, type Samples } from '../../sample.js';

export const samples: Samples<'rfc/unknown-option'> = {
  'rfc/unknown-option': [
    {
      raises: header() + clause('a.b', 'Option: relay, ⟦dimer⟧\nThen: it MAY glow\nWhy: x\n'),
      fixed: header() + clause('a.b', 'Option: relay, dimmer\nThen: it MAY glow\nWhy: x\n'),
      silent: header() + clause('a.b', 'Option: relay, dimmer\nThen: it MAY glow\nWhy: x\n'),
      related: [6],
    },
    {
      raises: header() + clause('a.b', 'Option: ⟦candle⟧\nThen: it MAY glow\nWhy: x\n'),
      silent:
        header({ options: 'options: [candle]' }) +
        clause('a.b', 'Option: candle\nThen: it MAY glow\nWhy: x\n'),
      related: [6],
    },
  ],
};
