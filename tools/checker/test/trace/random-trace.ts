/** Traces as they may stand in a file, whatever system they come from. */
import fc from 'fast-check';
import { signalKinds } from '../../src/ir/system.js';
import type { Trace, TraceTarget } from '../../src/trace/trace.js';

const name = fc.oneof(
  fc.constantFrom('T0.reporting', 'pc', '#meta', 'cell:pc', 'states', '__proto__', '0', 'x (2)'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);

const value = fc.oneof(
  fc.constantFrom('true', 'false', 'null', '', '0', '-1', '-0', '007', '12345678901234567890', 'E0', '1.5'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const target: fc.Arbitrary<TraceTarget> = fc.oneof(
  fc.constantFrom<TraceTarget>({ kind: 'deadlock' }, { kind: 'failure' }),
  fc
    .tuple(name, fc.constantFrom(...signalKinds))
    .map(([property, signal]): TraceTarget => ({ kind: 'signal', property, signal })),
);

const move = fc.record({
  process: name,
  edge: fc.nat(1000),
  place: name,
  text: fc.string({ maxLength: 40 }),
});

export const randomTrace: fc.Arbitrary<Trace> = fc
  .record({
    system: name,
    origin: fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true }),
    target,
    variables: fc.uniqueArray(name, { maxLength: 4 }),
    moves: fc.array(move, { maxLength: 4 }),
  })
  .filter((trace) => trace.target.kind !== 'failure' || trace.moves.length > 0)
  .chain((trace) => {
    const count = trace.moves.length + (trace.target.kind === 'failure' ? 0 : 1);
    const size = trace.variables.length;
    const state = fc.record({
      values: fc.array(value, { minLength: size, maxLength: size }),
      positions: fc.array(fc.tuple(name, name), { maxLength: 3 }),
    });
    return fc
      .array(state, { minLength: count, maxLength: count })
      .map((states): Trace => ({ ...trace, states }));
  });
