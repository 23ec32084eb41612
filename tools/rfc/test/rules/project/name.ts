import { clause, header, type Samples } from '../../sample.js';

const scoped = (scope: string) => header() + clause('a.b', `Scope: ${scope}\nThen: it MAY glow\nWhy: x\n`);
const names = {
  functions: new Set(['lamp_on', 'lamp_off']),
  rfcs: new Set([1, 3]),
};

export const samples: Samples<'project/unknown-function' | 'project/unknown-rfc'> = {
  'project/unknown-function': [
    {
      raises: scoped('lamp_off(lamp), ⟦lamp_no⟧(lamp)'),
      fixed: scoped('lamp_off(lamp), lamp_on(lamp)'),
      silent: scoped('the callbacks (all) of lamp_on() and lamp->glow'),
      names,
    },
    { raises: scoped('⟦candle⟧()'), silent: scoped('lamp_on()'), names },
  ],
  'project/unknown-rfc': [
    {
      raises: header({ more: 'supersedes: ⟦[2]⟧' }),
      silent: header({ more: 'supersedes: [3]' }),
      names,
    },
  ],
};
