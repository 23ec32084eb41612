import { clause, header, objection, type Samples } from '../../sample.js';

const second = { revision: 'revision: 2' };
const changes = '\nLamps\n=====\n\nChanges in v2\n-------------\n\nx\n';
const accepted = (revision: string) =>
  objection('cost', `Clause: a.b\nState: accepted\nRevision: ${revision}\n`);

export const samples: Samples<'objection/future-revision' | 'objection/unchanged'> = {
  'objection/future-revision': [
    {
      raises: header(second) + changes + clause('a.b') + accepted('⟦3⟧'),
      silent: header(second) + changes + clause('a.b') + accepted('2'),
    },
  ],
  'objection/unchanged': [
    {
      raises: header(second) + changes + clause('a.b') + accepted('⟦2⟧'),
      silent: header(second) + changes + clause('a.b', 'Then: it MAY glow\nWhy: y\n') + accepted('2'),
      history: [header() + clause('a.b')],
    },
    {
      raises: header(second) + changes + clause('a.b') + accepted('⟦2⟧'),
      silent:
        header(second) +
        changes +
        clause('a.b') +
        objection('cost', 'State: accepted\nRevision: 2\n') +
        objection('price', 'Clause: a.b\nState: accepted\nRevision: 1\n'),
      history: [header() + clause('a.b')],
    },
  ],
};
