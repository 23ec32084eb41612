import { clause, header, type Samples } from '../../sample.js';

const scoped = (scope: string) => header() + clause('a.b', `Scope: ${scope}\nThen: it MAY glow\nWhy: x\n`);
const linked = (links: string) => header() + clause('a.b', `Then: it MAY glow\nWhy: x\n${links}\n`);
const names = {
  functions: new Set(['lamp_on', 'lamp_off']),
  hasFile: (path: string) => path === 'kernel/lamp.c' || path === 'selftests/lamp',
  rfcs: new Set([1, 3]),
};

export const samples: Samples<'project/unknown-function' | 'project/missing-file' | 'project/unknown-rfc'> = {
  'project/unknown-function': [
    {
      raises: scoped('lamp_off(lamp), ⟦lamp_no⟧(lamp)'),
      fixed: scoped('lamp_off(lamp), lamp_on(lamp)'),
      silent: scoped('the callbacks (all) of lamp_on() and lamp->glow'),
      names,
    },
    { raises: scoped('⟦candle⟧()'), silent: scoped('lamp_on()'), names },
  ],
  'project/missing-file': [
    {
      raises: linked('Code: ⟦kernel/lamps.c⟧ lamp_on()'),
      silent: linked('Code: kernel/lamp.c lamp_on()\nTest: selftests/lamp'),
      names,
    },
    { raises: linked('Test: ⟦selftests/candle⟧'), silent: linked('Test: selftests/lamp'), names },
  ],
  'project/unknown-rfc': [
    {
      raises: header({ more: 'supersedes: ⟦[2]⟧' }),
      silent: header({ more: 'supersedes: [3]' }),
      names,
    },
  ],
};
