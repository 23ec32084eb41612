import { describe, expect, it } from 'vitest';
import {
  compileScenario,
  describeModel,
  explore,
  loadModel,
  type MonitorNode,
  type System,
} from '../../src/index.js';

/** A model with one property whose monitor function has the given body. */
function modelWith(kind: string, monitor: string, declarations = ''): string {
  return `import { always, applies, atEnd, excepted, type Int, observation, on, shared, step, violated, when, witnessed } from '@quiesce/checker/language';
interface Box { readonly name: string; count: Int<0, 2> }
interface Memory { seen: boolean; last: Int<0, 2> }
const rises = observation<[box: Box, to: number]>('rises');
${declarations}
function main(box: Box, by: number): void {
  box.count = by;
  rises(box, by);
}
const start = { id: 'start', title: 'one process', sizes: { count: 1 }, build: (option, { count }) => {
  const box = shared<Box>({ name: 'box', count: 0 });
  return { box, processes: Array.from({ length: count }, (_, i) => ({ name: \`P\${i}\`, body: () => main(box, option.by) })) };
} };
const property = { id: 'box/rises', clause: 'box.rises', kind: '${kind}', monitor: (world) => {
  const memory = shared<Memory>({ seen: false, last: 0 });
  ${monitor}
} };
export const model = {
  options: { one: { by: 1 }, two: { by: 2 } },
  scenarios: [start],
  properties: [property],
  mutants: [{ id: 'M1', title: 'rises too far', source: 'made up', option: { by: 2 }, of: 'one', scenario: start, caughtBy: 'box/rises' }],
};
`;
}

function compile(text: string, sizes = {}) {
  const loaded = loadModel('model.ts', { read: (path) => (path === 'model.ts' ? text : undefined) });
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  const subject = { kind: 'option', option: 'one', scenario: 'start' } as const;
  return compileScenario(loaded.program, subject, sizes, ['box/rises']);
}

function systemOf(text: string): System {
  const compiled = compile(text);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map((one) => one.message).join('\n'));
  return compiled.system;
}

function monitorsOf(system: System): readonly MonitorNode[] {
  for (const point of system.processes[0]?.points ?? [])
    if (point.step?.kind === 'leaf' && point.step.monitors.length > 0) return point.step.monitors;
  return [];
}

describe('handlers become trees', () => {
  it('with the arguments of the observation known', () => {
    const system = systemOf(
      modelWith(
        'always',
        'return [on(rises, (box, to) => { if (to === 1) applies(); if (to > 1) violated(); })];',
      ),
    );
    expect(monitorsOf(system)).toEqual([
      { kind: 'note', writes: [], signals: [{ property: 0, kind: 'applies' }] },
    ]);
  });

  it('with tests of the state after the step', () => {
    const system = systemOf(
      modelWith('always', 'return [on(rises, (box) => { if (box.count === 0) violated(); })];'),
    );
    expect(system.cells.map((cell) => cell.name)).toEqual([
      'box.count',
      'box/rises: Memory0.seen',
      'box/rises: Memory0.last',
    ]);
    expect(monitorsOf(system)).toEqual([
      {
        kind: 'test',
        cell: 0,
        branches: [
          { values: [0], node: { kind: 'note', writes: [], signals: [{ property: 0, kind: 'violated' }] } },
        ],
      },
    ]);
  });

  it('with writes of the state of the property', () => {
    const system = systemOf(
      modelWith('always', 'return [on(rises, (box, to) => { memory.seen = true; memory.last = to; })];'),
    );
    expect(monitorsOf(system)).toEqual([
      {
        kind: 'note',
        writes: [
          { cell: 1, value: 1 },
          { cell: 2, value: 1 },
        ],
        signals: [],
      },
    ]);
  });

  it('that are violated rather than silent where they fail', () => {
    const system = systemOf(modelWith('always', 'return [on(rises, () => { memory.last = 7; })];'));
    expect(monitorsOf(system)).toEqual([
      { kind: 'note', writes: [], signals: [{ property: 0, kind: 'violated' }] },
    ]);
  });

  it('on every state and at the end', () => {
    const system = systemOf(
      modelWith(
        'always',
        'return [always(() => { if (world.box.count === 1) violated(); }), atEnd(() => { if (!memory.seen) violated(); })];',
      ),
    );
    const note = { kind: 'note', writes: [], signals: [{ property: 0, kind: 'violated' }] };
    expect(system.invariants).toEqual([
      { property: 0, node: { kind: 'test', cell: 0, branches: [{ values: [1], node: note }] } },
    ]);
    // Nobody ever writes `memory.seen`, so there is nothing to test.
    expect(system.atEnd).toEqual([{ property: 0, node: note }]);
  });

  it('that remember a witness, so that the end of a run can tell that there was none', () => {
    const system = systemOf(modelWith('sometimes', 'return [on(rises, () => witnessed())];'));
    const cell = system.cells.findIndex((one) => one.name === 'box/rises: witnessed');
    expect(monitorsOf(system)).toEqual([
      { kind: 'note', writes: [{ cell, value: 1 }], signals: [{ property: 0, kind: 'witnessed' }] },
    ]);
    expect(system.atEnd).toEqual([
      {
        property: 0,
        node: {
          kind: 'test',
          cell,
          branches: [
            { values: [0], node: { kind: 'note', writes: [], signals: [{ property: 0, kind: 'declined' }] } },
          ],
        },
      },
    ]);
  });
});

describe('what a property remembers', () => {
  const twice = (handler: string): string =>
    modelWith('always', `return [on(rises, () => { ${handler} })];`).replace(
      '  rises(box, by);\n',
      '  rises(box, by);\n  rises(box, by);\n',
    );

  it.each([
    'if (memory.seen) violated(); memory.seen = true;',
    'if (!memory.seen) memory.seen = true; else violated();',
    'if (memory.last === 1) violated(); memory.last = 1;',
  ])('is seen when the same happens again: %s', (handler) => {
    const system = systemOf(twice(handler));
    for (const engine of ['wasm', 'javascript'] as const)
      expect(explore(system, { engine }).signals[0]?.violated).toBe(true);
    expect(
      explore(systemOf(modelWith('always', `return [on(rises, () => { ${handler} })];`)), { engine: 'wasm' })
        .signals[0]?.violated,
    ).toBe(false);
  });

  it('is written by one handler before the next one sees it', () => {
    const system = systemOf(
      modelWith(
        'always',
        'return [on(rises, () => { memory.seen = true; }), on(rises, () => { if (memory.seen) violated(); })];',
      ),
    );
    expect(explore(system, { engine: 'wasm' }).signals[0]?.violated).toBe(true);
  });
});

describe('what a property may not do', () => {
  it.each([
    ['model/handler-writes', 'return [on(rises, (box) => { box.count = 0; })];'],
    ['model/handler-writes', 'return [always(() => { memory.seen = true; })];'],
    ['model/word-misplaced', 'return [on(rises, () => { step(); })];'],
    ['model/word-misplaced', 'return [on(rises, () => { when(memory.seen); })];'],
    ['model/word-misplaced', 'return [on(rises, (box, to) => { rises(box, to); })];'],
    ['model/word-misplaced', 'return [atEnd(() => { witnessed(); })];'],
    ['model/shape', 'return 1;'],
    ['model/shape', 'return [1];'],
    ['model/setup-failed', 'return [on(1, () => violated())];'],
  ])('%s: %s', (code, monitor) => {
    const compiled = compile(modelWith('always', monitor));
    expect(compiled.ok ? null : compiled.diagnostics[0]?.code).toBe(code);
  });

  it('model/process-reads-monitor: lend its state to a process', () => {
    const text = modelWith('always', 'held.push(memory);\n  return [];', 'const held = [];').replace(
      '  box.count = by;',
      '  if (held[0].seen) box.count = by;',
    );
    const compiled = compile(text);
    expect(compiled.ok ? null : compiled.diagnostics[0]?.code).toBe('model/process-reads-monitor');
  });

  it('model/word-misplaced: speak in a process', () => {
    const compiled = compile(modelWith('always', 'return [];').replace('  box.count = by;', '  violated();'));
    expect(compiled.ok ? null : compiled.diagnostics[0]?.code).toBe('model/word-misplaced');
  });
});

describe('the export `model`', () => {
  const load = (text: string) => {
    const loaded = loadModel('model.ts', { read: (path) => (path === 'model.ts' ? text : undefined) });
    if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
    return loaded.program;
  };

  it('is described without compiling a system', () => {
    const described = describeModel(load(modelWith('always', 'return [];')));
    expect(described).toMatchObject({
      ok: true,
      model: {
        options: ['one', 'two'],
        scenarios: [{ id: 'start', title: 'one process', sizes: { count: 1 } }],
        properties: [{ id: 'box/rises', clause: 'box.rises', kind: 'always', place: { file: 'model.ts' } }],
        mutants: [{ id: 'M1', of: 'one', caughtBy: 'box/rises', scenario: { id: 'start' } }],
      },
    });
  });

  it('tells the memory models that a scenario and a mutant name', () => {
    const text = modelWith('always', 'return [];');
    const described = describeModel(
      load(
        text
          .replace('sizes: { count: 1 }', "sizes: { count: 1 }, memory: ['sc', 'tso']")
          .replace("id: 'M1'", "id: 'M1', memory: 'tso'"),
      ),
    );
    expect(described).toMatchObject({
      model: { scenarios: [{ memory: ['sc', 'tso'] }], mutants: [{ memory: 'tso' }] },
    });
    expect(describeModel(load(text))).toMatchObject({
      model: { scenarios: [{ memory: null }], mutants: [{ memory: null }] },
    });
  });

  it.each([
    ["['pso']", "Unexpected pso as memory of start, expected 'sc' or 'tso'"],
    ["'tso'", 'as memory of start, expected an array'],
    ['[]', 'as memory of start, expected one memory model or more, each once'],
    ["['tso', 'tso']", 'as memory of start, expected one memory model or more, each once'],
  ])('refuses %s as memory of a scenario', (memory, expected) => {
    const text = modelWith('always', 'return [];').replace('count: 1 }', `count: 1 }, memory: ${memory}`);
    const described = describeModel(load(text));
    expect(described.ok ? '' : described.diagnostics[0]?.message).toContain(expected);
  });

  it('builds a scenario in the sizes that are asked for', () => {
    const compiled = compile(modelWith('always', 'return [];'), { count: 3 });
    expect(compiled.ok && compiled.system.processes.map((one) => one.name)).toEqual(['P0', 'P1', 'P2']);
  });

  it('builds a mutant with its own option', () => {
    const compiled = compileScenario(load(modelWith('always', 'return [];')), {
      kind: 'mutant',
      mutant: 'M1',
    });
    expect(compiled.ok && compiled.system.name).toBe('M1 in start');
  });

  it.each([
    ['no model', 'export const other = 1;', 'end of model.ts', 'an export named model'],
    [
      'options',
      'export const model = { options: 1, scenarios: [], properties: [], mutants: [] };',
      '1 as options',
      'an object',
    ],
    [
      'scenarios',
      'export const model = { options: {}, scenarios: 2, properties: [], mutants: [] };',
      '2 as scenarios',
      'an array',
    ],
    [
      'kind of a property',
      "export const model = { options: {}, scenarios: [], properties: [{ id: 'a', clause: 'b', kind: 'often' }], mutants: [] };",
      'often as kind of a',
      "'always', 'sometimes' or 'liveness'",
    ],
  ])('says what is wrong with its %s', (_name, text, got, expected) => {
    const described = describeModel(load(text));
    const message = described.ok ? '' : described.diagnostics[0]?.message;
    expect(message).toContain(got);
    expect(message).toContain(expected);
  });

  it.each([
    ['scenarios: [start]', 'scenarios: [start, start]', 'Unexpected second scenario with the name start'],
    [
      'properties: [property]',
      'properties: [property, property]',
      'Unexpected second property with the name box/rises',
    ],
    [
      'properties: [property]',
      "properties: [property], unmodelled: [{ id: 'M1', title: 't', source: 's', why: 'w' }]",
      'Unexpected second mutant with the name M1',
    ],
    [
      'properties: [property]',
      "properties: [property], unmodelled: [{ id: 'M2', title: 't', source: 's' }]",
      'Unexpected undefined as why of M2',
    ],
    ['scenarios: [start]', 'scenarios: []', 'Unexpected model with nothing to explore'],
    [
      'options: { one: { by: 1 }, two: { by: 2 } }',
      'options: {}',
      'Unexpected model with nothing to explore',
    ],
  ])('refuses, instead of %s, %s', (from, to, expected) => {
    const described = describeModel(load(modelWith('always', 'return [];').replace(from, to)));
    expect(described.ok ? '' : described.diagnostics[0]?.message).toContain(expected);
  });

  it.each([
    [{ kind: 'option', option: 'three', scenario: 'start' } as const, {}, 'one of one, two'],
    [{ kind: 'option', option: 'one', scenario: 'end' } as const, {}, 'one of start'],
    [{ kind: 'mutant', mutant: 'M2' } as const, {}, 'one of M1'],
    [{ kind: 'option', option: 'one', scenario: 'start' } as const, { tasks: 1 }, 'one of count'],
  ])('says what there is instead of %j', (subject, sizes, expected) => {
    const compiled = compileScenario(load(modelWith('always', 'return [];')), subject, sizes);
    expect(compiled.ok ? '' : compiled.diagnostics[0]?.message).toContain(expected);
  });
});
