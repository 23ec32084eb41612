/**
 * One process alone must do what the same text does as ordinary TypeScript: the compiler's stages against the JavaScript
 * engine, on random programs.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialState, movesOf } from '../../src/ir/interpret.js';
import {
  atomic,
  cmpxchg,
  lock,
  newLock,
  release,
  shared,
  smp_mb,
  step,
  unlock,
  xchg,
} from '../../src/language/vocabulary.js';
import { systemOf } from './sample.js';

/** Expressions over the cells `box.a`, `box.b` (0 to 3), `box.f`, the array `box.s` and the locals `x`, `y`. */
const { number, condition } = fc.letrec<{ number: string; condition: string }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('0', '1', '2', '3', 'x', 'y', 'box.a', 'box.b', 'limit.most'),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*', '&', '|', '^'), tie('number'))
      .map((parts) => `(${parts.join(' ')} & 3)`),
    fc
      .tuple(tie('condition'), tie('number'), tie('number'))
      .map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
    tie('number').map((value) => `twice(${value})`),
    tie('number').map((value) => `xchg(box, 'a', ${value})`),
    fc.tuple(tie('number'), tie('number')).map(([old, value]) => `cmpxchg(box, 'b', ${old}, ${value})`),
    fc.constantFrom('(box.a++ & 3)', '(++x & 3)', '(y += 1)'),
  ),
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('box.f', '!box.f', 'box.s[0]', 'box.s[x & 1]', 'true', 'false'),
    fc
      .tuple(tie('number'), fc.constantFrom('===', '!==', '<', '<=', '>', '>='), tie('number'))
      .map((parts) => `(${parts.join(' ')})`),
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
      .map((parts) => `(${parts.join(' ')})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `atomic(() => ${a} === ${b})`),
  ),
}));

const { block } = fc.letrec<{ statement: string; block: string }>((tie) => ({
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    number.map((value) => `box.a = ${value} & 3;`),
    number.map((value) => `box.b = release(${value} & 3);`),
    number.map((value) => `x = ${value} & 3;`),
    number.map((value) => `y = ${value} & 3;`),
    condition.map((value) => `box.f = ${value};`),
    condition.map((value) => `box.s[y & 1] = ${value};`),
    fc
      .tuple(condition, tie('block'), tie('block'))
      .map(([test, yes, no]) => `if (${test}) {\n${yes}\n} else {\n${no}\n}`),
    fc
      .tuple(tie('block'), condition)
      .map(([body, test]) => `for (let i = 0; i < 3; i++) {\n${body}\nif (${test}) break;\nx = i;\n}`),
    fc
      .tuple(condition, tie('block'))
      .map(
        ([test, body]) => `for (const item of limit.list) {\nif (${test}) continue;\ny = item;\n${body}\n}`,
      ),
    fc
      .tuple(number, tie('block'), tie('block'))
      .map(
        ([value, one, other]) =>
          `switch (${value}) {\ncase 0:\n${one}\ncase 1:\n${other}\nbreak;\ndefault:\nx = 1;\n}`,
      ),
    tie('block').map((body) => `atomic(() => {\n${body}\nif (box.f) return;\nbox.a = 2;\n});`),
    fc.constantFrom(
      'step();',
      'smp_mb();',
      'if (x === 3) return;',
      'lock(box.lock); unlock(box.lock);',
      'y = early(box, x);',
    ),
  ),
  block: fc.array(tie('statement'), { maxLength: 4 }).map((statements) => statements.join('\n')),
}));

const declarations = `const limit = { most: 3, list: [2, 0] };
function twice(value) { return (value * 2) & 3; }
function early(box, value) {
  while (true) {
    if (value > 1) return box.a;
    value = value + 1;
  }
}
`;

const words = { atomic, cmpxchg, lock, newLock, release, shared, smp_mb, step, unlock, xchg };

interface Outcome {
  readonly a: number;
  readonly b: number;
  readonly f: boolean;
  readonly s: readonly boolean[];
}

/** Runs the text in the JavaScript engine; `null` where it would write outside the domain. */
function run(body: string): Outcome | null {
  const source = `${declarations}
const box = { a: 0, b: 1, f: false, s: [false, true], lock: newLock() };
const guard = new Proxy(box, { set(target, key, value) {
  if ((key === 'a' || key === 'b') && (value < 0 || value > 3)) throw new RangeError('outside');
  target[key] = value;
  return true;
} });
(function main(box) { let x = 0; let y = 1;\n${body}\n})(guard);
return box;`;
  try {
    const box = new Function(...Object.keys(words), source)(...Object.values(words)) as Outcome;
    return { a: box.a, b: box.b, f: box.f, s: [...box.s] };
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

/** Follows the only process of the compiled text to its end. */
function follow(body: string): Outcome | null {
  const system =
    systemOf(`import { ${Object.keys(words).join(', ')}, type Int, type Lock, type World } from '@quiesce/checker/language';
interface Box { a: Int<0, 3>; b: Int<0, 3>; f: boolean; readonly s: boolean[]; readonly lock: Lock }
${declarations}
function main(box: Box): void { let x = 0; let y = 1;\n${body}\n}
export function world(): World {
  const box = shared<Box>({ a: 0, b: 1, f: false, s: [false, true], lock: newLock() });
  return { processes: [{ name: 'P', body: () => main(box) }] };
}`);
  let state = initialState(system);
  for (;;) {
    const moves = movesOf(system, state, 0);
    if (moves.length === 0) break;
    expect(moves.length).toBe(1);
    const [move] = moves;
    if (move === undefined || move.kind === 'failure') return null;
    state = move.next;
  }
  expect(system.processes[0]?.points[state.points[0] ?? 0]?.step).toBeNull();
  const valueIn = (name: string): number =>
    state.cells[system.cells.findIndex((cell) => cell.name === `Box0.${name}`)] ?? -1;
  return {
    a: valueIn('a'),
    b: valueIn('b'),
    f: valueIn('f') === 1,
    s: [valueIn('s[0]') === 1, valueIn('s[1]') === 1],
  };
}

describe('one process alone', () => {
  it('does what the same text does as ordinary TypeScript', () => {
    fc.assert(
      fc.property(block, (body) => {
        expect(follow(body)).toEqual(run(body));
      }),
      { numRuns: 60 },
    );
  });
});
