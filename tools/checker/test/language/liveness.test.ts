/** What must happen, from the words of a monitor to the conditions of the system. */
import { describe, expect, it } from 'vitest';
import { compileScenario, describeModel, explore, loadModel, type System } from '../../src/index.js';
import { validate } from '../../src/ir/validate.js';

/** A process that raises a count to 2; `handlers` are those of the one property. */
function modelWith(handlers: string, more = "fairness: 'weak', ", kind = 'liveness'): string {
  return `import { always, applies, assuming, eventually, fairly, type Int, leadsTo, shared, type World } from '@quiesce/checker/language';
interface Box { readonly name: string; count: Int<0, 3>; other: Box | null }
interface Memory { seen: boolean }
function main(box: Box): void {
  box.count = 1;
  fairly(() => { box.count = 2; });
}
const isOne = (box: Box) => box.count === 1;
const start = { id: 'start', title: 'one process', sizes: {}, build: () => {
  const box = shared<Box>({ name: 'box', count: 0, other: null });
  return { box, processes: [{ name: 'P', body: () => main(box) }] };
} };
const property = { id: 'box/rises', clause: 'box.rises', kind: '${kind}', ${more}monitor: ({ box }) => {
  const memory = shared<Memory>({ seen: false });
  return [${handlers}];
} };
export const model = { options: { one: {} }, scenarios: [start], properties: [property], mutants: [] };
`;
}

function programOf(text: string) {
  const loaded = loadModel('model.ts', { read: (path) => (path === 'model.ts' ? text : undefined) });
  if (!loaded.ok) throw new Error(loaded.diagnostics.map((one) => one.message).join('\n'));
  return loaded.program;
}

function compile(text: string) {
  const subject = { kind: 'option', option: 'one', scenario: 'start' } as const;
  return compileScenario(programOf(text), subject, {}, ['box/rises']);
}

function systemOf(handlers: string): System {
  const compiled = compile(modelWith(handlers));
  if (!compiled.ok) throw new Error(compiled.diagnostics.map((one) => one.message).join('\n'));
  expect(validate(compiled.system)).toEqual([]);
  return compiled.system;
}

const count = (...values: readonly number[]) => ({
  kind: 'test',
  cell: 0,
  branches: [{ values, node: { kind: 'holds' } }],
});

describe('goals and assumptions', () => {
  it('become conditions over the values that somebody writes', () => {
    const [property] = systemOf(
      'eventually(() => box.count > 1), leadsTo(() => isOne(box), () => box.count !== 1), assuming(() => box.count < 3)',
    ).properties;
    expect(property).toEqual({
      id: 'box/rises',
      clause: 'box.rises',
      kind: 'liveness',
      fairness: 'weak',
      goals: [
        { from: null, to: count(2) },
        { from: count(1), to: count(0, 2) },
      ],
      // The domain has a 3, which nobody writes.
      assumptions: [{ kind: 'holds' }],
    });
  });

  it('that cannot be told in a state do not make a promise look kept', () => {
    const [property] = systemOf(
      'leadsTo(() => box.other!.count === 1, () => box.other!.count === 1), assuming(() => box.other!.count === 1)',
    ).properties;
    expect(property).toMatchObject({
      goals: [{ from: { kind: 'holds' }, to: { kind: 'fails' } }],
      assumptions: [{ kind: 'holds' }],
    });
  });

  it.each([
    ['eventually(() => box.count === 2)', { applies: true, violated: false }],
    ['leadsTo(() => box.count === 1, () => box.count === 2)', { applies: true, violated: false }],
    ['leadsTo(() => box.count === 3, () => box.count === 2)', { applies: false, violated: false }],
    // The end is a state that sets the goal.
    ['leadsTo(() => box.count === 2, () => box.count === 0)', { applies: true, violated: true }],
    [
      'leadsTo(() => box.count === 2, () => box.count === 0), assuming(() => box.count === 1)',
      { applies: true, violated: false },
    ],
  ])('%s: %o', (handlers, signals) => {
    expect(explore(systemOf(handlers), { engine: 'javascript' }).signals[0]).toMatchObject(signals);
  });
});

it('marks a step that is served in turn', () => {
  const [process] = systemOf('eventually(() => true)').processes;
  expect(process!.points.map(({ action }) => action)).toContainEqual({ kind: 'atomic', fair: true });
});

describe('refuses', () => {
  it.each([
    ['eventually(() => { memory.seen = true; return true; })', 'memory.seen'],
    ['eventually(() => { applies(); return true; })', 'Unexpected applies'],
    ['eventually(() => box.count)', 'expected true or false'],
    ['eventually(2)', 'eventually(...) takes a function'],
    ['leadsTo(() => true)', 'leadsTo(...) takes two functions'],
  ])('%s', (handlers, expected) => {
    const compiled = compile(modelWith(handlers));
    const [first] = compiled.ok ? [] : compiled.diagnostics;
    expect(first?.message).toContain(expected.replace('memory.seen', 'seen'));
  });

  it.each([
    ['always', 'eventually(() => true)'],
    ['sometimes', 'assuming(() => true)'],
  ])('in a property of kind %s %s', (kind, handlers) => {
    const compiled = compile(modelWith(handlers, '', kind));
    expect(compiled.ok ? '' : compiled.diagnostics[0]?.message).toContain('Unexpected goal or assumption');
  });

  it.each([
    ['', 'Unexpected undefined as fairness of box/rises'],
    ["fairness: 'much', ", 'Unexpected much as fairness of box/rises'],
    ["fairness: 'weak', scenarios: 'start', ", 'Unexpected start as scenarios of box/rises'],
    ["fairness: 'weak', scenarios: ['end'], ", 'Unexpected scenario end of box/rises, expected one of start'],
  ])('with %s', (more, expected) => {
    const described = describeModel(programOf(modelWith('', more)));
    expect(described.ok ? '' : described.diagnostics[0]?.message).toContain(expected);
  });
});
