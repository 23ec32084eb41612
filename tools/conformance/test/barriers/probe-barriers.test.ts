/** Which barriers are necessary, in a model that is small enough to know the answer by heart. */
import { describeModel, loadModel, type Program } from '@quiesce/checker';
import { describe, expect, test } from 'vitest';
import { barrierReportSchema, probeBarriers, renderBarriers } from '../../src/index.js';

/** Two sides, each of which says that it comes, and looks whether the other does; `rest` follows in the first. */
function model(rest = ''): string {
  return `import { acquire, assert, type Int, observation, on, release, shared, smp_mb, smp_rmb, smp_wmb, violated } from '@quiesce/checker/language';
interface Door { readonly name: string; left: boolean; right: boolean; spare: Int<0, 1> }
interface Seen { inside: boolean }
const enters = observation<[side: string]>('enters');
function left(door: Door, option): void {
  door.left = true;
  option.fence();
  if (!door.right) enters('left');
  ${rest}
}
function right(door: Door, option): void {
  door.right = true;
  option.fence();
  if (!door.left) enters('right');
}
const strong = { fence() { smp_mb(); } };
const wordy = { fence() { smp_wmb(); smp_mb(); smp_rmb(); } };
const twice = { fence() { smp_mb(); smp_mb(); } };
const weak = { fence() {} };
const start = { id: 'start', title: 'both come', sizes: {}, memory: ['sc', 'tso'], build: (option) => {
  const door = shared<Door>({ name: 'door', left: false, right: false, spare: 0 });
  return { door, processes: [
    { name: 'L', body: () => left(door, option) },
    { name: 'R', body: () => right(door, option) },
  ] };
} };
const alone = { id: 'door/alone', clause: 'door.alone', kind: 'always', monitor: () => {
  const seen = shared<Seen>({ inside: false });
  return [on(enters, () => { if (seen.inside) violated(); seen.inside = true; })];
} };
export const model = { options: { strong, wordy, twice, weak }, scenarios: [start], properties: [alone], mutants: [] };
`;
}

function probe(option: string, text = model(), maxStates = 1000) {
  const loaded = loadModel('door.ts', { read: (path) => (path === 'door.ts' ? text : undefined) });
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  const probed = probeBarriers(loaded.program, questionOf(loaded.program, option, maxStates));
  if (probed.kind === 'broken') throw new Error(probed.diagnostics[0]?.message);
  return probed.report;
}

/** A waiter says that it waits, and looks; a waker tells, and looks whether somebody waits. */
const bell = `import { type Int, shared, smp_mb, violated, always, when } from '@quiesce/checker/language';
interface Bell { readonly name: string; waits: boolean; rung: boolean; woken: boolean }
function waiter(bell: Bell): void {
  bell.waits = true;
  smp_mb();
  if (!bell.rung) when(bell.woken);
}
function waker(bell: Bell): void {
  bell.rung = true;
  smp_mb();
  if (bell.waits) bell.woken = true;
}
const start = { id: 'start', title: 'both', sizes: {}, memory: ['tso'], build: () => {
  const bell = shared<Bell>({ name: 'bell', waits: false, rung: false, woken: false });
  return { bell, processes: [
    { name: 'waiter', body: () => waiter(bell) },
    { name: 'waker', body: () => waker(bell) },
  ] };
} };
const harmless = { id: 'door/alone', clause: 'door.alone', kind: 'always', monitor: ({ bell }) => [
  always(() => { if (bell.woken && !bell.waits && !bell.rung) violated(); }),
] };
export const model = { options: { fenced: {} }, scenarios: [start], properties: [harmless], mutants: [] };
`;

test('a barrier is necessary if somebody waits for ever without it', () => {
  const report = probe('fenced', bell);
  expect(report.barriers.map(({ verdict, stuck, breaks }) => ({ verdict, stuck, breaks }))).toEqual([
    { verdict: 'necessary', stuck: ['start'], breaks: [] },
    { verdict: 'necessary', stuck: ['start'], breaks: [] },
  ]);
  expect(renderBarriers(report, { colour: false })).toContain('some process waits for ever in start');
});

test('a property that is violated anyway is named, since it cannot tell', () => {
  const text = model("enters('left'); enters('left');");
  const [first] = probe('strong', text).barriers;
  expect(first).toMatchObject({ verdict: 'not-necessary', hidden: ['door/alone'] });
});

test('a model that fails before it comes to a barrier says nothing of it', () => {
  const text = model().replace('door.left = true;', "assert(door.spare === 1, 'no'); door.left = true;");
  expect(probe('strong', text).barriers.map(({ verdict }) => verdict)).toEqual(['unknown']);
});

function questionOf(program: Program, option: string, maxStates: number) {
  const described = describeModel(program);
  if (!described.ok) throw new Error(described.diagnostics[0]?.message);
  return {
    option,
    scenarios: described.model.scenarios,
    properties: ['door/alone'],
    memoryModel: 'tso',
    bounds: { maxStates, maxMegabytes: 64 },
    maxStoryNodes: 10_000,
  } as const;
}

const verdicts = (option: string, text?: string, maxStates?: number) =>
  probe(option, text, maxStates).barriers.map(({ kind, verdict }) => `${kind} ${verdict}`);

describe('the barriers of an option', () => {
  test.each([
    ['strong', ['smp_mb necessary']],
    ['wordy', ['smp_wmb kept', 'smp_mb necessary', 'smp_rmb kept']],
    ['twice', ['smp_mb not-necessary', 'smp_mb not-necessary']],
    ['weak', []],
  ])('%s', (option, expected) => expect(verdicts(option)).toEqual(expected));

  test('are one for each place in the source, whoever comes by', () => {
    expect(probe('strong').barriers[0]).toMatchObject({
      place: { file: 'door.ts', line: 16 },
      functions: ['fence'],
      breaks: [{ property: 'door/alone', scenario: 'start' }],
      story: { property: 'door/alone', scenario: 'start' },
    });
  });

  test('are acquires and releases too', () => {
    const text = model('door.spare = release(1);\nif (acquire(door.spare) === 1) return;');
    expect(verdicts('strong', text)).toEqual(['release kept', 'acquire kept', 'smp_mb necessary']);
  });

  test('are unknown where a search hits a bound', () => {
    expect(verdicts('twice', model(), 5)).toEqual(['smp_mb unknown', 'smp_mb unknown']);
  });

  test('are necessary where the model fails without them', () => {
    const failing = model()
      .replace("enters('left')", "assert(door.spare === 0, 'spare')")
      .replace("enters('right')", 'door.spare = 1');
    expect(probe('strong', failing).barriers[0]).toMatchObject({
      verdict: 'necessary',
      breaks: [],
      failures: ['spare (door.ts:8) in start'],
      story: null,
    });
  });
});

test('a report has the form that its schema says', () => {
  const report = probe('wordy');
  expect(barrierReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
});

describe('as text', () => {
  test('a barrier that is not necessary is so under this memory model', () => {
    const text = renderBarriers(probe('twice'), { colour: false });
    expect(text).toContain('not needed here  smp_mb() in fence() (door.ts:18)');
    expect(text).toContain('without it nothing more is violated under total store order');
    expect(text).toContain('0 of 2 barriers are necessary under total store order.');
    expect(text.replace(/\s+/g, ' ')).toContain('of two that are not needed, one may be');
  });

  test('an option that violates the property anyway is told of', () => {
    const text = renderBarriers(probe('weak'), { colour: false });
    expect(text).toContain('There is none in these scenarios.');
    expect(text).toContain('with all barriers it violates door/alone');
  });

  test('a search that was not complete is told of', () => {
    const text = renderBarriers(probe('twice', model(), 5), { colour: false });
    expect(text).toContain('a search hit a bound');
    expect(text).toContain(', not complete');
  });
});
