import { clause, header, type Samples } from '../../sample.js';

const because = (why: string) =>
  header() + clause('a.b', `When: the call returns 0\nThen: the lamp MAY glow\nWhy: ${why}\n`);

export const samples: Samples<'text/circular-why'> = {
  'text/circular-why': [
    {
      raises: because('⟦The lamp may glow when a\n call returns 0.⟧'),
      silent: because('The owner looks at the lamp when a call returns 0.'),
    },
  ],
};
