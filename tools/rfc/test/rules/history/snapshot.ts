import { clause, header, type Samples, sentHeader } from '../../sample.js';

const changes = (revision: number) =>
  `\nLamps\n=====\n\nChanges in v${revision}\n-------------\n\nOf a.b and a.c.\n`;
const third = (mark = '3') => sentHeader({ revision: `revision: ${mark}` }) + changes(3);
const late = (mark: string) => sentHeader({ revision: `revision: ${mark}` }) + changes(9000);
const second = (mark = '2') => header({ revision: `revision: ${mark}` }) + changes(2);

export const samples: Samples<'history/missing-snapshot' | 'history/same-revision' | 'history/lost-clause'> =
  {
    'history/missing-snapshot': [
      { raises: third('⟦3⟧'), silent: sentHeader(), history: [header()] },
      { raises: third('⟦3⟧'), silent: sentHeader(), history: [second()] },
      // One finding, however many are missing.
      { raises: third('⟦3⟧'), silent: sentHeader(), history: [] },
      { raises: late('⟦9000⟧'), silent: sentHeader(), history: [header(), third()] },
    ],
    'history/same-revision': [
      {
        raises: second() + clause('⟦a.b⟧', 'Then: it MAY glow\nWhy: y\n'),
        silent: `${second()}\n${clause('a.b')}`,
        history: [header(), second() + clause('a.b')],
        related: [18],
      },
      {
        raises: second() + clause('a.b') + clause('⟦a.c⟧'),
        silent: second() + clause('a.b'),
        history: [header(), second() + clause('a.b')],
      },
    ],
    'history/lost-clause': [
      {
        raises: second('⟦2⟧') + clause('a.b'),
        silent: second() + clause('a.b') + clause('a.c'),
        history: [header(), second() + clause('a.c') + clause('a.b')],
      },
    ],
  };
