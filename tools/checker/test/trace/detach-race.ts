/**
 * A tracer detaches and frees while the traced task may be on its way into the callback: the race that all the tests of
 * traces tell, with the barrier between mark and look left out.
 */
import type { System } from '../../src/ir/system.js';
import {
  type Draft,
  end,
  go,
  mb,
  note,
  observe,
  on,
  property,
  read,
  seen,
  systemOf,
  write,
} from './small-systems.js';

const reporting = 0;
const ops = 1;
const answered = 2;

const targetPoints: readonly Draft[] = [
  [read(ops), 'target report startCallback', on(ops, { 0: go(1), 1: go(5) })],
  [write(reporting), 'target report startCallback', go(2, [reporting, 1])],
  [mb, 'target report startCallback', go(3)],
  [
    observe('callback-starts'),
    'target report',
    seen(
      go(4),
      'callback-starts(E0, syscall)',
      on(answered, { 1: note([], [0, 'violated']), 0: note([], [1, 'witnessed']) }),
    ),
  ],
  [write(reporting), 'target report finishCallback', go(5, [reporting, 0])],
  end,
];

const detacherPoints: readonly Draft[] = [
  [write(ops), 'detacher control', go(1, [ops, 1])],
  [mb, 'detacher control', go(2)],
  [read(reporting), 'detacher control', on(reporting, { 0: go(3), 1: go(4) })],
  [observe('answered'), 'detacher', seen(go(5), 'answered(E0, 0)', note([[answered, 1]], [0, 'applies']))],
  [observe('answered'), 'detacher', seen(go(5), 'answered(E0, -EINPROGRESS)', note([], [2, 'witnessed']))],
  end,
];

/** Property 0 is violated in one way only: the task has looked at `ops` and has not yet shown its record. */
export const detachRace: System = systemOf(
  'detach-race',
  [
    ['T0.reporting', 'null E0'],
    ['E0.ops', 'user detached'],
    ['?E0.quiet', 'false true'],
  ],
  { T0: targetPoints, tracer: detacherPoints },
  {
    properties: [
      property('detach/noCallbackAfterZero', 'detach.zero-means-quiet'),
      property('detach/callbackStarts', 'detach.callback-may-start', 'sometimes'),
      property('detach/inProgress', 'detach.answers', 'sometimes'),
    ],
  },
);
