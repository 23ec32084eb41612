import { describe, expect, it } from 'vitest';
import type { Node, Point, Process, System } from '../../src/index.js';
import { around, systemOf } from './sample.js';

/** `read box.count`, `lock box.lock`, `observe seen`, `end`: the control points of P, in order of discovery. */
function actionsOf(statements: string): string[] {
  const system = systemOf(around(statements));
  return pointsOf(system).map((point) => {
    const { action } = point;
    if ('cell' in action) {
      const order = 'order' in action && action.order !== 'once' ? `${action.order} ` : '';
      const kind = action.kind === 'rmw' ? action.operation : action.kind;
      return `${order}${kind} ${system.cells[action.cell]?.name}`;
    }
    if (action.kind === 'observe') return `observe ${action.observation}`;
    if (action.kind === 'fence')
      return `smp_${action.order}${action.on === undefined ? '' : `_on ${action.on}`}`;
    return action.kind;
  });
}

function processP(system: System): Process | undefined {
  return system.processes.find((process) => process.name === 'P');
}

function pointsOf(system: System): readonly Point[] {
  return processP(system)?.points ?? [];
}

/** `box.count in 0,1 -> { box.flag = true } | ...`: the tree of P's first step, for people. */
function firstStepOf(statements: string): string {
  const system = systemOf(around(statements));
  const point = pointsOf(system)[processP(system)?.entry ?? 0];
  return point?.step == null ? 'end' : show(system, point.step);
}

function show(system: System, node: Node): string {
  switch (node.kind) {
    case 'blocked':
      return 'blocked';
    case 'failure':
      return `failure: ${node.message}`;
    case 'choose':
      return `choose(${node.nodes.map((one) => show(system, one)).join(' | ')})`;
    case 'test': {
      const cell = system.cells[node.cell];
      const branches = node.branches.map(
        (one) => `${one.values.map((value) => cell?.domain[value]).join(',')}: ${show(system, one.node)}`,
      );
      return `${cell?.name}(${branches.join(' | ')})`;
    }
    case 'leaf': {
      const writes = node.writes.map((one) => {
        const cell = system.cells[one.cell];
        return `${cell?.name}=${cell?.domain[one.value]}`;
      });
      const observed = node.observations.map((one) => `${one.name}(${one.arguments.join(',')})`);
      return `{${[...writes, ...observed].join(' ')}}`;
    }
  }
}

describe('one access is one step', () => {
  it.each([
    ['nothing', '', ['end']],
    ['a local is no step', '  let a = 1;\n  a = a + 1;', ['end']],
    ['a write', '  box.count = 1;', ['write box.count', 'end']],
    ['a read whose value does not matter', '  box.count;', ['read box.count', 'end']],
    [
      'a copy is two steps',
      '  box.flag = box.slots[0]!;',
      ['read box.slots[0]', 'write box.flag', 'write box.flag', 'end'],
    ],
    [
      '&& reads the right side only if it needs it',
      '  if (box.flag && box.slots[1]) step();',
      ['read box.flag', 'end', 'read box.slots[1]', 'local'],
    ],
    [
      'an increment reads and writes',
      '  if (box.count < 2) box.count++;',
      [
        'read box.count',
        'read box.count',
        'end',
        'write box.count',
        'write box.count',
        'write box.count',
        'write box.count',
      ],
    ],
    ['a constant field is no step', '  if (box.size === 2) step();', ['local', 'end']],
    ['a lock', '  lock(box.lock);\n  unlock(box.lock);', ['lock box.lock', 'unlock box.lock', 'end']],
    ['fences', '  smp_mb();', ['smp_mb', 'end']],
    ['a fence on another', "  smp_mb_on('Q');", ['smp_mb_on Q', 'end']],
    [
      'orders',
      '  box.flag = release(true);\n  box.flag = plain(false);\n  acquire(box.flag);',
      ['release write box.flag', 'plain write box.flag', 'acquire read box.flag', 'end'],
    ],
    [
      'read-modify-write',
      "  atomicInc(box, 'count');\n  xchg(box, 'flag', true);",
      ['atomicInc box.count', 'xchg box.flag', 'end'],
    ],
    ['an observation', '  seen(1);', ['observe seen', 'end']],
    ['atomic joins', '  atomic(() => { box.count = 1; box.flag = true; });', ['atomic', 'end']],
    ['when reads at once', '  when(box.flag || box.count === 3);', ['when', 'end']],
    [
      'a loop over an array of cells',
      '  for (const slot of box.slots) if (slot) step();',
      ['read box.slots[0]', 'read box.slots[1]', 'local', 'end', 'local'],
    ],
  ])('%s', (_name, statements, expected) => {
    expect(actionsOf(statements)).toEqual(expected);
  });
});

describe('what a step does', () => {
  it.each([
    [
      'values with the same future are one branch',
      '  if (box.count > 1) box.flag = true;',
      'box.count(0,1: {} | 2,3: {})',
    ],
    ['a value that is not used is not tested', '  box.count;\n  step();', '{}'],
    ['when has no branch where it blocks', '  when(box.count === 2);', 'box.count(2: {})'],
    [
      'a blocked atomic does nothing at all',
      '  atomic(() => { box.flag = true; when(box.count === 0); });',
      'box.count(0: {box.flag=true})',
    ],
    [
      'atomic sees its own writes',
      '  atomic(() => { box.count = 1; if (box.count === 1) box.flag = true; });',
      '{box.count=1 box.flag=true}',
    ],
    [
      'a choice',
      '  box.flag = true;\n  const a = choose(1, 2, 1);\n  box.count = a;',
      'choose({box.flag=true} | {box.flag=true})',
    ],
    [
      'a choice between the elements of an array',
      '  box.flag = true;\n  box.count = choose(...list);',
      'choose({box.flag=true} | {box.flag=true})',
    ],
    ['a choice without consequence is none', '  box.flag = true;\n  choose(1, 2);', '{box.flag=true}'],
    [
      'a choice at the start is a step',
      '  const a = choose(true, false);\n  box.flag = a;',
      'choose({} | {})',
    ],
    [
      'increment',
      "  atomicInc(box, 'count');",
      'box.count(0: {box.count=1} | 1: {box.count=2} | 2: {box.count=3} | 3: failure: box.count becomes 4, which its type does not allow)',
    ],
    [
      'decrement and test',
      "  if (atomicDecAndTest(box, 'count')) step();",
      'box.count(0: failure: box.count becomes -1, which its type does not allow | 1: {box.count=0} | 2: {box.count=1} | 3: {box.count=2})',
    ],
    [
      'compare and exchange',
      "  cmpxchg(box, 'count', 0, 3);",
      'box.count(0,3: {box.count=3} | 1: {box.count=1} | 2: {box.count=2})',
    ],
    ['a lock blocks while it is held', '  lock(box.lock);', 'box.lock(false: {box.lock=true})'],
    [
      'unlock of a free lock fails',
      '  unlock(box.lock);',
      'box.lock(false: failure: unlock of box.lock, which nobody holds | true: {box.lock=false})',
    ],
    ['an assertion', "  assert(box.count < 2, 'too many');", 'box.count(0,1: {} | 2,3: failure: too many)'],
    [
      'a null reference',
      '  const o = box.other;\n  o!.flag = true;',
      'box.other(box: {} | null: failure: access to the field flag of null)',
    ],
    ['an observation', '  seen(2);', '{seen(2)}'],
    [
      'an observation inside atomic',
      '  atomic(() => { box.flag = true; seen(1); });',
      '{box.flag=true seen(1)}',
    ],
    [
      'a write outside the domain',
      '  box.count = 7;',
      'failure: box.count becomes 7, which its type does not allow',
    ],
    ['an index out of range', '  let i = 3;\n  box.slots[i] = true;', 'failure: index 3 of an array of 2'],
  ])('%s', (_name, statements, expected) => {
    expect(firstStepOf(statements)).toBe(expected);
  });
});

describe('locals', () => {
  const count = (statements: string): number => pointsOf(systemOf(around(statements))).length;

  it('are unrolled while they are live', () => {
    expect(count('  const a = box.count;\n  step();\n  step();\n  if (a === 0) box.flag = true;')).toBe(
      1 + 4 + 4 + 1 + 1,
    );
  });

  it('are dropped when they are dead', () => {
    expect(count('  const a = box.count;\n  if (a === 0) box.flag = true;\n  step();\n  step();')).toBe(5);
  });

  it('of a caller are dropped while the callee runs', () => {
    const text = around('  const a = box.count;\n  wait(box, a);\n  step();').replace(
      'function main',
      'function wait(box: Box, unused: number): void { step(); step(); }\nfunction main',
    );
    expect(pointsOf(systemOf(text)).length).toBe(5);
  });

  it('of a loop end with it', () => {
    expect(count('  for (let i = 0; i < 3; i++) step();\n  step();')).toBe(5);
  });
});

describe('control flow', () => {
  it.each([
    [
      'switch',
      '  switch (box.count) {\n    case 0:\n      step();\n      break;\n    case 1:\n      smp_mb();\n    default:\n      seen(1);\n  }',
      ['read box.count', 'local', 'smp_mb', 'observe seen', 'end'],
    ],
    [
      'continue',
      '  for (let i = 0; i < 2; i++) {\n    if (i === 0) continue;\n    step();\n  }',
      ['local', 'end'],
    ],
    [
      'break',
      '  while (true) {\n    if (box.flag) break;\n    step();\n  }',
      ['read box.flag', 'local', 'end'],
    ],
    ['do-while', '  do step();\n  while (box.flag);', ['local', 'read box.flag', 'end']],
    ['return out of a loop', '  while (true) {\n    if (box.flag) return;\n  }', ['read box.flag', 'end']],
    [
      'return out of atomic',
      '  const a = atomic(() => {\n    if (box.flag) return 1;\n    return 2;\n  });\n  if (a === 1) step();',
      ['atomic', 'end', 'local'],
    ],
    [
      'the value of a conditional',
      '  const a = box.flag ? 1 : 2;\n  if (a === 2) step();',
      ['read box.flag', 'local', 'end'],
    ],
    ['??', '  const a = box.other ?? box;\n  when(a.flag);', ['read box.other', 'when', 'end']],
    ['a default parameter', '  seen(more(1));', ['observe seen', 'end']],
  ])('%s', (_name, statements, expected) => {
    const text = around(statements).replace(
      'function main',
      'function more(a: number, b = 2): number { return a + b; }\nfunction main',
    );
    const system = systemOf(text);
    expect(pointsOf(system).map((point) => describeAction(system, point))).toEqual(expected);
  });
});

function describeAction(system: System, point: Point): string {
  const { action } = point;
  if ('cell' in action) return `${action.kind} ${system.cells[action.cell]?.name}`;
  if (action.kind === 'observe') return `observe ${action.observation}`;
  return action.kind === 'fence' ? `smp_${action.order}` : action.kind;
}
