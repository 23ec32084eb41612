import { clause, header, type Samples } from '../../sample.js';

const second = (list: string) =>
  `${header({ revision: 'revision: 2' })}\nLamps\n=====\n\nChanges in v2\n-------------\n\n${list}\n`;

export const samples: Samples<'history/untold-change'> = {
  'history/untold-change': [
    {
      raises: second('Nothing.') + clause('⟦a.b⟧'),
      silent: second('New is a.b.') + clause('a.b'),
      history: [header()],
      related: [12],
    },
    {
      raises: second('Other is a.b.c.') + clause('⟦a.b⟧', 'Then: it MAY glow\nWhen: it is on\nWhy: y\n'),
      silent: second('Nothing.') + clause('a.b', 'Then: it MAY glow\nWhy: z\n'),
      history: [header() + clause('a.b', 'Then: it MAY glow\nWhy: y\n')],
      related: [12],
    },
  ],
};
