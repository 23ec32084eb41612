/** Two edges of total store order: a cell of one process beside a buffered one, and a fence on a process that never rests. */
import { expect, test } from 'vitest';
import { checkAllLiveness, compileScenario, explore, loadModel, underMemoryModel } from '../../src/index.js';

function compile(text: string, property: string) {
  const loaded = loadModel('model.ts', { read: (path) => (path === 'model.ts' ? text : undefined) });
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  const compiled = compileScenario(loaded.program, { kind: 'option', option: 'one', scenario: 'start' }, {}, [
    property,
  ]);
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
  return compiled.system;
}
const words =
  "import { always, eventually, shared, smp_mb_on, step, violated, when, xchg } from '@quiesce/checker/language';";

const ordered = (reader: string) => `${words}
interface Flags { readonly name: string; flag: boolean; done: boolean }
const start = { id: 'start', title: 'two stores', sizes: {}, build: () => {
  const flags = shared<Flags>({ name: 'flags', flag: false, done: false });
  return { flags, processes: [
    { name: 'W', body: () => { flags.flag = true; flags.done = true; } },
    { name: 'R', body: () => { when(flags.flag); ${reader} } },
  ] };
} };
const inOrder = { id: 'a/b', clause: 'a.b', kind: 'always', monitor: ({ flags }) => [
  always(() => { if (flags.done && !flags.flag) violated(); }),
] };
export const model = { options: { one: {} }, scenarios: [start], properties: [inOrder], mutants: [] };`;

test.each(['', 'if (flags.done) step();'])(
  'two stores reach memory in order, whoever reads them: %s',
  (reader) => {
    const system = compile(ordered(reader), 'a/b');
    const found = explore(underMemoryModel(system, 'tso').system, { engine: 'wasm' });
    expect(found.signals[0]?.violated).toBe(false);
  },
);

const busy = `${words}
interface Data { readonly name: string; woken: boolean; flag: boolean; done: boolean }
const start = { id: 'start', title: 'a busy process', sizes: {}, build: () => {
  const d = shared<Data>({ name: 'd', woken: false, flag: false, done: false });
  return { d, processes: [
    { name: 'A', body: () => { smp_mb_on('B'); if (d.flag) d.done = true; else d.done = true; } },
    { name: 'B', body: () => { while (true) { xchg(d, 'woken', true); d.flag = !d.flag; } } },
  ] };
} };
const ends = (fairness) => ({ id: 'a/' + fairness, clause: 'a.b', kind: 'liveness', fairness, monitor: ({ d }) => [
  eventually(() => d.done),
] });
export const model = { options: { one: {} }, scenarios: [start], properties: [ends('weak'), ends('strong')], mutants: [] };`;

test.each(['weak', 'strong'])(
  'an interrupt is not held up by the stores of a busy process: %s',
  (fairness) => {
    const system = compile(busy, `a/${fairness}`);
    const [found] = checkAllLiveness(underMemoryModel(system, 'tso').system, [0], {});
    expect(found?.kind).toBe('holds');
  },
);
