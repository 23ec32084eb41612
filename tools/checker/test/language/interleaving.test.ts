/**
 * Random systems of three processes and four handlers: what is unrolled for the values that are written, and for nothing
 * else, must reach what is reached when every value of every type is a case.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScenario, explore, loadModel, type System } from '../../src/index.js';
import { initialState, type State, successorsOf } from '../../src/ir/interpret.js';
import { everyValue } from '../../src/language/unroll/feasible.js';

const { number, condition } = fc.letrec<{ number: string; condition: string }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'xsmall' },
    fc.constantFrom('0', '1', '2', '3', 'x', 'y', 'box.a', 'box.b', 'box.item.c'),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '&', '|', '^'), tie('number'))
      .map((parts) => `(${parts.join(' ')} & 3)`),
    fc
      .tuple(tie('condition'), tie('number'), tie('number'))
      .map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
    tie('number').map((value) => `xchg(box, 'a', ${value})`),
    fc.tuple(tie('number'), tie('number')).map(([old, value]) => `cmpxchg(box, 'b', ${old}, ${value})`),
    fc.constantFrom('choose(1, 2)', '(y = x)', 'choose(x, 3)', 'peek(box, x)'),
  ),
  condition: fc.oneof(
    { depthSize: 'xsmall' },
    fc.constantFrom(
      'box.f',
      '!box.f',
      'box.s[0]',
      'box.s[x & 1]',
      'box.item === box.two',
      'choose(true, false)',
    ),
    fc
      .tuple(tie('number'), fc.constantFrom('===', '<', '>='), tie('number'))
      .map((parts) => `(${parts.join(' ')})`),
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
      .map((parts) => `(${parts.join(' ')})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `atomic(() => ${a} === ${b})`),
  ),
}));

const { block } = fc.letrec<{ statement: string; block: string }>((tie) => ({
  statement: fc.oneof(
    { depthSize: 'xsmall' },
    fc
      .tuple(fc.constantFrom('box.a', 'box.b', 'box.item.c', 'x', 'y'), number)
      .map(([to, value]) => `${to} = ${value} & 3;`),
    fc.tuple(fc.constantFrom('box.f', 'box.s[y & 1]'), condition).map(([to, value]) => `${to} = ${value};`),
    condition.map((value) => `box.item = ${value} ? box.one : box.two;`),
    condition.map((value) => `when(${value});`),
    number.map((value) => `seen(${value});`),
    fc
      .tuple(condition, tie('block'), tie('block'))
      .map(([test, yes, no]) => `if (${test}) {\n${yes}\n} else {\n${no}\n}`),
    fc
      .tuple(tie('block'), condition)
      .map(([body, test]) => `for (let i = 0; i < 2; i++) {\n${body}\nif (${test}) break;\nx = i;\n}`),
    tie('block').map((body) => `atomic(() => {\n${body}\nif (box.f) return;\nbox.a = 2;\n});`),
    fc.constantFrom(
      'step();',
      'lock(box.lock);',
      'unlock(box.lock);',
      'lock(box.lock); box.a = x; unlock(box.lock);',
    ),
  ),
  block: fc.array(tie('statement'), { maxLength: 3 }).map((statements) => statements.join('\n')),
}));

const modelOf = (bodies: readonly string[]): string => `
import { always, applies, atEnd, atomic, choose, cmpxchg, type Int, type Lock, lock, newLock, observation, on, shared, step, unlock, violated, when, witnessed, xchg } from '@quiesce/checker/language';
interface Item { readonly name: string; c: Int<0, 3> }
interface Box { readonly name: string; a: Int<0, 3>; b: Int<0, 3>; f: boolean; readonly s: boolean[]; readonly lock: Lock; item: Item; readonly one: Item; readonly two: Item }
interface Memory { last: Int<0, 3>; many: boolean }
const seen = observation<[n: number]>('seen');
function peek(box: Box, value: number): number { const a = box.a; if (a === value) return box.b; return a; }
${bodies.map((body, index) => `function p${index}(box: Box): void { let x = ${index}; let y = 1;\n${body}\n}`).join('\n')}
const scenario = { id: 's', title: 't', sizes: {}, build() {
  const one = shared<Item>({ name: 'one', c: 0 });
  const two = shared<Item>({ name: 'two', c: 1 });
  const box = shared<Box>({ name: 'box', a: 0, b: 1, f: false, s: [false, true], lock: newLock(), item: one, one, two });
  return { box, processes: [${bodies.map((_, index) => `{ name: 'P${index}', body: () => p${index}(box) }`).join(', ')}] };
} };
const remembers = { id: 'a', clause: 'a.a', kind: 'always', monitor: (world) => {
  const memory = shared<Memory>({ last: 0, many: false });
  return [
    on(seen, (n) => { if (memory.last === 2 && n === 1 && world.box.f) violated(); if (world.box.a === n) applies(); memory.last = n & 3; }),
    on(seen, () => { memory.many = !(memory.many && memory.last === world.box.b); }),
    atEnd(() => { if (memory.last === 3 && world.box.b === 2) violated(); if (memory.many) applies(); }),
  ];
} };
const permits = { id: 'b', clause: 'b.b', kind: 'sometimes', monitor: (world) => [on(seen, (n) => { if (n === world.box.a && world.box.s[0]) witnessed(); })] };
const holds = { id: 'c', clause: 'c.c', kind: 'always', monitor: (world) => [always(() => { if (world.box.a === 3 && world.box.f && world.box.item === world.box.two) violated(); })] };
export const model = { options: { o: {} }, scenarios: [scenario], properties: [remembers, permits, holds], mutants: [] };
`;

/** `null` where the process has a loop without a step, or is too large: both are refused, and tested elsewhere. */
function compile(text: string, everything: boolean): System | null {
  const loaded = loadModel('m.ts', { read: (path) => (path === 'm.ts' ? text : undefined) });
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  const subject = { kind: 'option', option: 'o', scenario: 's' } as const;
  const ids = ['a', 'b', 'c'];
  const compiled = compileScenario(loaded.program, subject, {}, ids, everything ? everyValue : undefined);
  if (compiled.ok) return compiled.system;
  const [first] = compiled.diagnostics;
  if (first?.code === 'model/endless-loop' || first?.code === 'model/too-many-points') return null;
  throw new Error(first?.message);
}

const mostStates = 4000;

/** Everything that can be told of a system without its control points; `null` if there is too much of it. */
function factsOf(system: System): { readonly facts: readonly string[]; readonly states: number } | null {
  const facts = new Set<string>();
  const keyOf = ({ cells, points }: State): string => `${cells.join(',')}|${points.join(',')}`;
  const start = initialState(system);
  const known = new Set([keyOf(start)]);
  const waiting = [start];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (known.size > mostStates) return null;
    const cells = state.cells.join(',');
    const moves = successorsOf(system, state);
    facts.add(moves.length === 0 ? `stuck ${cells}` : `reached ${cells}`);
    for (const move of moves) {
      if (move.kind === 'failure') {
        facts.add(`fails ${move.failure.message} ${cells}`);
        continue;
      }
      for (const one of move.signals)
        facts.add(`says ${one.property} ${one.kind} ${move.next.cells.join(',')}`);
      const key = keyOf(move.next);
      if (known.has(key)) continue;
      known.add(key);
      waiting.push(move.next);
    }
  }
  return { facts: [...facts].sort(), states: known.size };
}

describe('unrolling for the values that are written', () => {
  it('leaves nothing out', () => {
    fc.assert(
      fc.property(block, block, block, (...bodies) => {
        const text = modelOf(bodies);
        const lean = compile(text, false);
        const full = compile(text, true);
        if (lean === null || full === null) return;
        const leanFacts = factsOf(lean);
        const fullFacts = factsOf(full);
        if (leanFacts === null || fullFacts === null) return;
        expect(leanFacts.facts).toEqual(fullFacts.facts);
        const explored = explore(lean, { engine: 'wasm' });
        expect(explored.states).toBe(leanFacts.states);
        expect(explore(full, { engine: 'javascript' }).signals).toEqual(explored.signals);
      }),
      { numRuns: 60 },
    );
  });
});
