import { expect, test } from 'vitest';
import { initialState, successorsOf } from '../../src/ir/interpret.js';
import type { Action, Node } from '../../src/ir/system.js';
import { actionText, stepText } from '../../src/trace/step-text.js';
import {
  end,
  fail,
  go,
  local,
  lock,
  mb,
  observe,
  on,
  read,
  seen,
  systemOf,
  unlock,
  write,
} from './small-systems.js';

const ops = 0;
const reporting = 1;
const held = 2;

const systemWith = (action: Action, step: Node) =>
  systemOf(
    'one-step',
    [
      ['E0.ops', 'user detached none'],
      ['T0.reporting', 'null E0'],
      ['T0.lock', 'false true'],
    ],
    { P: [[action, 'f', step], end] },
  );

test.each<[expected: string, action: Action, step: Node]>([
  ['E0.ops == user', read(ops), go(1)],
  ['E0.ops == user', read(ops), on(ops, { 0: go(1), 1: fail('no') })],
  ['T0.reporting == null [acquire]', { kind: 'read', cell: reporting, order: 'acquire' }, go(1)],
  ['T0.reporting == null [plain]', { kind: 'read', cell: reporting, order: 'plain' }, go(1)],
  ['E0.ops = detached', write(ops), go(1, [ops, 1])],
  ['E0.ops = user', write(ops), go(1, [ops, 0])],
  ['E0.ops = user', write(ops), go(1)],
  [
    'T0.reporting = E0 [release]',
    { kind: 'write', cell: reporting, order: 'release' },
    go(1, [reporting, 1]),
  ],
  ['xchg(E0.ops): user -> none', { kind: 'rmw', cell: ops, operation: 'xchg' }, go(1, [ops, 2])],
  ['cmpxchg(E0.ops): user', { kind: 'rmw', cell: ops, operation: 'cmpxchg' }, on(ops, { 0: go(1) })],
  ['lock T0.lock', lock(held), on(held, { 0: go(1, [held, 1]) })],
  ['unlock T0.lock', unlock(held), go(1, [held, 0])],
  ['unlock T0.lock; BUG: nobody holds it', unlock(held), on(held, { 0: fail('nobody holds it') })],
  ['smp_mb()', mb, go(1)],
  ['smp_mb_on(T0)', { kind: 'fence', order: 'mb', on: 'T0' }, go(1)],
  ['smp_rmb()', { kind: 'fence', order: 'rmb' }, go(1)],
  ['smp_wmb()', { kind: 'fence', order: 'wmb' }, go(1)],
  ['when T0.lock == false, E0.ops == user', { kind: 'when' }, on(held, { 0: on(ops, { 0: go(1) }) })],
  [
    'atomic E0.ops: user -> none, T0.lock == false, T0.reporting = E0',
    { kind: 'atomic' },
    on(ops, { 0: on(held, { 0: go(1, [reporting, 1], [ops, 2], [held, 0]) }) }),
  ],
  ['atomic T0.reporting = E0; * seen(E0)', { kind: 'atomic' }, seen(go(1, [reporting, 1]), 'seen(E0)')],
  ['* callback-starts(E0, syscall)', observe('callback-starts'), seen(go(1), 'callback-starts(E0, syscall)')],
  ['* first(); * second(1)', { kind: 'atomic' }, seen(seen(go(1), 'first()'), 'second(1)')],
  ['step()', local, go(1)],
  ['step()', { kind: 'atomic' }, go(1)],
  ['E0.ops = none', local, go(1, [ops, 2])],
  ['E0.ops = detached, T0.lock = true', write(ops), go(1, [held, 1], [ops, 1])],
  ['E0.ops == user; BUG: ops is gone', read(ops), on(ops, { 0: fail('ops is gone') })],
  ['BUG: E0.ops becomes 7', write(ops), fail('E0.ops becomes 7')],
])('%s', (expected, action, step) => {
  const system = systemWith(action, step);
  const [move] = successorsOf(system, initialState(system));
  expect(stepText(system, initialState(system), move!)).toBe(expected);
});

test.each<[expected: string, action: Action]>([
  ['read E0.ops', read(ops)],
  ['write E0.ops', write(ops)],
  ['xchg(E0.ops)', { kind: 'rmw', cell: ops, operation: 'xchg' }],
  ['lock T0.lock', lock(held)],
  ['unlock T0.lock', unlock(held)],
  ['smp_mb()', mb],
  ['when()', { kind: 'when' }],
  ['atomic()', { kind: 'atomic' }],
  ['* seen', observe('seen')],
  ['step()', local],
  ['end', { kind: 'end' }],
])('A process that waits: %s', (expected, action) => {
  expect(actionText(systemWith(action, go(1)), action)).toBe(expected);
});
