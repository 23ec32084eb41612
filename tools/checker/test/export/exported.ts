/** A system with one of everything that an export must write down. */
import type { System } from '../../src/ir/system.js';
import { end, fail, go, local, note, on, property, systemOf } from '../trace/small-systems.js';

export const exported: System = systemOf(
  'sample',
  [
    ['T0.reporting', 'null E0 E1'],
    ['lock', 'free taken'],
    ['if', '0 1 2 3'],
    ['?seen', 'no yes'],
  ],
  {
    reporter: [
      [local, 'target report', on(1, { 0: go(1, [1, 1]) })],
      [
        local,
        'target report startCallback',
        { kind: 'choose', nodes: [go(2, [0, 1]), go(2, [0, 2]), { kind: 'blocked' }] },
      ],
      [
        local,
        'target',
        {
          ...go(3, [1, 0]),
          observations: [{ name: 'callbackEnds', arguments: ['E0'] }],
          monitors: [
            on(0, { 1: note([[3, 1]]), 2: note([], [0, 'violated']) }),
            on(3, { 1: note([], [0, 'applies']) }),
          ],
        },
      ],
      end,
    ],
    'controller*/': [
      [local, '', on(2, { 0: go(0, [2, 1]), '1,2': go(1, [2, 3]), 3: fail('out of "range"') })],
      [local, '', on(0, { '0,1': go(2) })],
      end,
    ],
  },
  {
    properties: [property('report/once', 'report.once')],
    invariants: [{ property: 0, node: on(3, { 1: on(0, { 1: note([], [0, 'violated']) }) }) }],
    atEnd: [{ property: 0, node: on(3, { 0: note([], [0, 'violated']) }) }],
  },
);
