import { clause, header, objection, type Samples } from '../../sample.js';

const why = (reason: string) =>
  header() + clause('lamp.dark', `Then: it MAY glow\nWhy: ${reason}\n`) + clause('lamp.light');

export const samples: Samples<'rfc/unknown-clause'> = {
  'rfc/unknown-clause': [
    {
      raises: why('after lamp.light,\n  ⟦lamp.ligth⟧.'),
      fixed: why('after lamp.light,\n  lamp.light.'),
      silent: why('after lamp.light.'),
    },
    {
      raises: why('see ⟦lamp.zero⟧'),
      silent: why('see lamp.c, lamp.h, e.g. fs/lamp.zero, lamp.zero() or a.lamp.zero/x, kernel.org'),
    },
    {
      raises: why('see ⟦lomp.light⟧'),
      fixed: why('see lamp.light'),
      silent: why('see lump.heavy, 6.10 and i.e. that'),
    },
    {
      raises:
        header() +
        clause('a.new', 'Was: a.earlier\nThen: it MAY glow\nWhy: x\n') +
        clause('a.other', 'Then: it MAY glow\nWhy: see ⟦a.earlier⟧\n'),
      fixed:
        header() +
        clause('a.new', 'Was: a.earlier\nThen: it MAY glow\nWhy: x\n') +
        clause('a.other', 'Then: it MAY glow\nWhy: see a.new\n'),
      silent: header() + clause('a.new', 'Was: a.earlier\nThen: it MAY glow\nWhy: x\n'),
    },
    {
      raises: header() + clause('lamp.dark') + objection('cost', 'State: open\nClause: ⟦light⟧\n'),
      silent: header() + clause('lamp.dark') + objection('cost', 'State: open\nClause: lamp.dark\n'),
    },
  ],
};
