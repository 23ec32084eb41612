/** A model in files, to be changed file by file: a switch turns a lamp off, and its reader looks. */
import { type Described, describeModel, loadModel } from '@quiesce/checker';
import type { ModelText } from '../../src/index.js';

export type Files = Readonly<Record<string, string>>;

const words = `import { atEnd, eventually, type Int, observation, on, shared, violated, type World, witnessed } from '@quiesce/checker/language';`;

/** `careful` waits for the reader, `hasty` does not. */
export const lampFiles: Files = {
  'src/lamp.ts': `${words}
export interface Lamp { readonly name: string; lit: boolean; seen: boolean }
export const off = observation<[lamp: Lamp]>('off');
export const looks = observation<[lamp: Lamp, lit: boolean]>('looks');
`,
  'src/watch.ts': `${words}
import { type Lamp, off } from './lamp.js';
export interface Memory { dark: boolean }
export const remembered = (memory: Memory) => on(off, () => { memory.dark = true; });
`,
  'src/properties/dark.ts': `${words}
import { looks } from '../lamp.js';
import { type Memory, remembered } from '../watch.js';
export const dark = { id: 'lamp/dark', clause: 'lamp.dark', kind: 'always', monitor: () => {
  const memory = shared<Memory>({ name: 'memory', dark: false });
  return [remembered(memory), on(looks, (_lamp, lit) => { if (memory.dark && lit) violated(); })];
} };
`,
  'src/properties/blind.ts': `${words}
import { looks } from '../lamp.js';
export const blind = { id: 'lamp/blind', clause: 'lamp.dark', kind: 'always', monitor: () => [
  on(looks, (_lamp, lit) => { if (lit) violated(); }),
] };
`,
  'src/properties/seen.ts': `${words}
import { looks } from '../lamp.js';
export const seen = { id: 'lamp/seen', clause: 'lamp.seen', kind: 'sometimes', monitor: () => [
  on(looks, (_lamp, lit) => { if (lit) witnessed(); }),
] };
`,
  'src/index.ts': `${words}
import { type Lamp, looks, off } from './lamp.js';
import { blind } from './properties/blind.js';
import { dark } from './properties/dark.js';
import { seen } from './properties/seen.js';
const scenario = { id: 'evening', title: 'one reader', sizes: {}, build: (wait: boolean) => {
  const lamp = shared<Lamp>({ name: 'lamp', lit: true, seen: false });
  return { lamp, processes: [
    { name: 'reader', body: () => { const lit = lamp.lit; looks(lamp, lit); lamp.seen = true; } },
    { name: 'switch', body: () => { if (wait) { if (!lamp.seen) return; } lamp.lit = false; off(lamp); } },
  ] };
} };
export const model = {
  options: { careful: true, hasty: false },
  scenarios: [scenario],
  properties: [dark, blind, seen],
  mutants: [],
};
`,
};

/** With some of its files replaced. */
export function lampModel(changes: Files = {}): ModelText {
  const files: Files = { ...lampFiles, ...changes };
  const loaded = loadModel('src/index.ts', { read: (path) => files[path] });
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  const described: Described = describeModel(loaded.program);
  if (!described.ok) throw new Error(described.diagnostics[0]?.message);
  return { program: loaded.program, description: described.model };
}

/** One of its files, with a text in it replaced. */
export function edited(path: string, from: string, to: string): Files {
  const text = lampFiles[path]!;
  if (!text.includes(from)) throw new Error(`${path} does not have ${from}`);
  return { [path]: text.replace(from, to) };
}
