/**
 * A tracer detaches and frees while the traced task may be on its way into the callback: the race that all the tests of
 * traces tell. The task looks at `ops` before it shows its record, so no barrier can help.
 */
import type { System } from '../../src/ir/system.js';
import {
  type Draft,
  end,
  go,
  local,
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

/** What an author may edit after a trace was made. */
export interface Edits {
  readonly extraStep?: boolean;
  readonly extraProcess?: boolean;
  readonly renamedMonitor?: boolean;
  readonly tracerName?: string;
  readonly startDetached?: boolean;
  readonly withoutBarrier?: boolean;
  readonly answersAtMark?: boolean;
  readonly propertyId?: string;
  /** The property no longer minds. */
  readonly forgiving?: boolean;
}

const reporting = 0;
const ops = 1;
const quiet = 2;

const lookPoint: Draft = [read(reporting), 'tracer control', on(reporting, { 0: go(3), 1: go(4) })];

export function raceWith(edits: Edits): System {
  const { extraProcess, tracerName = 'tracer', renamedMonitor, startDetached, propertyId } = edits;
  return systemOf(
    'detach-race',
    [
      ['T0.reporting', 'null E0'],
      ['E0.ops', startDetached ? 'detached user' : 'user detached'],
      [renamedMonitor ? '?E0.silent' : '?E0.quiet', 'false true'],
    ],
    {
      ...(extraProcess ? { killer: [[local, 'killer', go(1)], end] } : {}),
      T0: targetPoints(edits),
      [tracerName]: tracerPoints(edits),
    },
    {
      properties: [
        property(propertyId ?? 'detach/noCallbackAfterZero', 'detach.zero-means-quiet'),
        property('detach/callbackStarts', 'detach.callback-may-start', 'sometimes'),
        property('detach/inProgress', 'detach.answers', 'sometimes'),
      ],
    },
  );
}

/** Property 0 is violated in one way only: the task has looked at `ops` and has not yet shown its record. */
export const detachRace: System = raceWith({});

function targetPoints({ extraStep, forgiving }: Edits): readonly Draft[] {
  const late = note([], [0, forgiving ? 'excepted' : 'violated']);
  const points: readonly Draft[] = [
    [read(ops), 'target report startCallback', on(ops, { 0: go(1), 1: go(5) })],
    [write(reporting), 'target report startCallback', go(2, [reporting, 1])],
    [mb, 'target report startCallback', go(3)],
    [
      observe('callback-starts'),
      'target report',
      seen(go(4), 'callback-starts(E0, syscall)', on(quiet, { 1: late, 0: note([], [1, 'witnessed']) })),
    ],
    [write(reporting), 'target report finishCallback', go(5, [reporting, 0])],
    end,
  ];
  return extraStep ? [...points.slice(0, 5), [local, 'target', go(6)], end] : points;
}

function tracerPoints({ withoutBarrier, answersAtMark }: Edits): readonly Draft[] {
  const mark = go(1, [ops, 1]);
  return [
    [
      write(ops),
      'tracer control',
      answersAtMark ? { ...mark, monitors: [note([[quiet, 1]], [0, 'applies'])] } : mark,
    ],
    withoutBarrier ? lookPoint : [mb, 'tracer control', go(2)],
    lookPoint,
    [observe('answered'), 'tracer', seen(go(5), 'answered(E0, 0)', note([[quiet, 1]], [0, 'applies']))],
    [observe('answered'), 'tracer', seen(go(5), 'answered(E0, -EINPROGRESS)', note([], [2, 'witnessed']))],
    end,
  ];
}
