import { clause, header, type Samples } from '../../sample.js';

const third = (body: string) =>
  `${header({ revision: 'revision: 3' })}\nLamps\n=====\n\nChanges in v3\n-------------\n\nOf lamp.light, lamp.bright, a.b, a.c and a.d.\n${body}`;
const second = header({ revision: 'revision: 2' });
const was = (id: string, earlier: string) => clause(id, `Was: ${earlier}\nThen: it MAY glow\nWhy: x\n`);

export const samples: Samples<'history/unknown-was' | 'history/reused-id' | 'history/renamed-id'> = {
  'history/unknown-was': [
    {
      raises: third(was('lamp.bright', '⟦lamp.ligth⟧')),
      fixed: third(was('lamp.bright', 'lamp.light')),
      silent: third(was('lamp.bright', 'lamp.light')),
      history: [header() + clause('lamp.light'), second + clause('lamp.light')],
    },
    {
      raises: third(was('a.b', '⟦other.thing⟧')),
      // An id that was given up in between was seen as well.
      silent: third(was('a.c', 'a.z')),
      history: [header() + clause('a.z'), second + was('a.b', 'a.z')],
    },
    {
      raises: third(was('a.b', '⟦other.thing⟧')),
      silent: third(clause('a.b')),
      history: [header() + clause('a.b'), second + clause('a.b')],
    },
  ],
  'history/reused-id': [
    {
      raises: third(clause('⟦a.b⟧')),
      silent: third(clause('a.c')),
      history: [header() + clause('a.b'), second],
    },
    {
      raises: third(clause('⟦a.b⟧')),
      silent: third(clause('a.d')),
      history: [header() + clause('a.b') + clause('a.d'), second + clause('a.d')],
    },
  ],
  'history/renamed-id': [
    {
      raises: header() + was('a.c', 'a.b') + clause('⟦a.b⟧'),
      silent: header() + was('a.c', 'a.b') + clause('a.d'),
      related: [11],
    },
  ],
};
