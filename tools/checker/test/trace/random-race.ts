/** Small random systems in which every kind of finding happens: the search is compared with brute force on them. */
import fc from 'fast-check';
import type { Action, MonitorNode, Node, SignalKind, System } from '../../src/ir/system.js';
import { signalKinds } from '../../src/ir/system.js';
import { type Draft, end, fail, go, note, on, property, seen, systemOf } from './small-systems.js';

const domains = ['a b', 'null E0 E1', '0 1 2'] as const;
const monitor = domains.length;
const sizes = [2, 3, 3, 3];

const cell = fc.nat(domains.length - 1);
const write = cell.chain((index) => fc.nat(sizes[index]! - 1).map((value) => [index, value] as const));
const writes = fc.uniqueArray(write, { selector: ([index]) => index, maxLength: 2 });
const signal = fc.tuple(fc.nat(1), fc.constantFrom<SignalKind>(...signalKinds));

const answer: fc.Arbitrary<MonitorNode> = fc
  .tuple(fc.nat(2), fc.option(signal, { nil: null, freq: 2 }))
  .map(([value, said]) => note([[monitor, value]], ...(said === null ? [] : [said])));

const check: fc.Arbitrary<MonitorNode> = fc
  .tuple(fc.nat(monitor), fc.nat(monitor), fc.nat(1), fc.nat(1), signal)
  .map(([first, second, a, b, said]) => on(first, { [a]: on(second, { [b]: note([], said) }) }));

const listener = fc.oneof(
  answer,
  fc.tuple(fc.nat(2), answer).map(([value, then]) => on(monitor, { [value]: then })),
);

function nodeOf(points: number, depth: number): fc.Arbitrary<Node> {
  const leaf = fc
    .tuple(fc.nat(points - 1), writes, fc.option(listener, { nil: null }))
    .map(([target, written, said]) =>
      said === null ? go(target, ...written) : seen(go(target, ...written), 'seen(E0, 1)', said),
    );
  if (depth === 0) return leaf;
  const inner = nodeOf(points, depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    {
      weight: 4,
      arbitrary: fc
        .tuple(cell, inner, fc.option(inner, { nil: null }))
        .map(([index, yes, no]) => on(index, no === null ? { 0: yes } : { 0: yes, 1: no })),
    },
    { weight: 1, arbitrary: fc.tuple(inner, inner).map((nodes): Node => ({ kind: 'choose', nodes })) },
    { weight: 1, arbitrary: fc.constant(fail('it broke')) },
    { weight: 1, arbitrary: fc.constant<Node>({ kind: 'blocked' }) },
  );
}

const action: fc.Arbitrary<Action> = fc.oneof(
  cell.map((index): Action => ({ kind: 'read', cell: index, order: 'acquire' })),
  cell.map((index): Action => ({ kind: 'write', cell: index, order: 'once' })),
  cell.map((index): Action => ({ kind: 'rmw', cell: index, operation: 'xchg' })),
  fc.constantFrom<Action>(
    { kind: 'atomic' },
    { kind: 'when' },
    { kind: 'local' },
    { kind: 'fence', order: 'mb' },
    { kind: 'observe', observation: 'seen' },
  ),
);

const functions = fc.constantFrom('', 'main', 'main control', 'main report startCallback', 'main report');

const drafts: fc.Arbitrary<readonly Draft[]> = fc
  .integer({ min: 1, max: 4 })
  .chain((moving) =>
    fc.array(fc.tuple(action, functions, nodeOf(moving + 1, 2)), { minLength: moving, maxLength: moving }),
  )
  .map((moving) => [...moving, end]);

/** Two or three processes, two properties. */
export const randomRace: fc.Arbitrary<System> = fc
  .tuple(
    fc.array(drafts, { minLength: 2, maxLength: 3 }),
    fc.array(check, { maxLength: 1 }),
    fc.array(check, { maxLength: 1 }),
  )
  .map(([processes, invariants, atEnd]) =>
    systemOf(
      'random-race',
      [...domains.map((domain, index) => [`T0.c${index}`, domain] as const), ['?E0.seen', '0 1 2']],
      Object.fromEntries(processes.map((points, index) => [`P${index}`, points])),
      {
        properties: [
          property('first/property', 'first.clause'),
          property('second/property', 'second.clause'),
        ],
        invariants: invariants.map((node) => ({ property: 0, node })),
        atEnd: atEnd.map((node) => ({ property: 1, node })),
      },
    ),
  );
