import { describe, expect, it } from 'vitest';
import { problems } from '../../src/index.js';
import { around, compileText } from './sample.js';

/** One way to leave the subset. The text between `«` and `»` is where the message must point. */
interface Sample {
  readonly code: string;
  readonly why: string;
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
}

const process = (code: string, why: string, statements: string): Sample => ({
  code,
  why,
  text: around(statements),
});

const world = (declarations: string, body: string): string =>
  `import { atEnd, choose, type Int, lock, newLock, observation, on, shared, violated, when, type World } from '@quiesce/checker/language';
${declarations}
export function world(): World {
${body}
  return { processes: [] };
}
`;
const setup = (code: string, why: string, declarations: string, body: string): Sample => ({
  code,
  why,
  text: world(declarations, body),
});

const samples: readonly Sample[] = [
  { code: 'model/syntax', why: 'no TypeScript', text: 'const a = «;»' },
  {
    code: 'model/missing-module',
    why: 'no such file',
    text: "import { «a» } from './nowhere.js';\nexport const world = a;\n",
  },
  {
    code: 'model/missing-module',
    why: 'a package',
    text: "import { «a» } from 'left-pad';\nexport const world = a;\n",
  },
  {
    code: 'model/unknown-export',
    why: 'not exported',
    text: "import { «b» } from './other.js';\nexport const world = b;\n",
    files: { 'other.ts': 'const b = 1;\n' },
  },
  {
    code: 'model/unknown-word',
    why: 'no word of the language',
    text: "import { «sleep» } from '@quiesce/checker/language';\nexport const world = sleep;\n",
  },
  {
    code: 'model/unsupported',
    why: 'class',
    text: '«class A {}»\nexport function world() { return { processes: [] }; }\n',
  },
  {
    code: 'model/unsupported',
    why: 'top-level let',
    text: '«let a = 1;»\nexport function world() { return { processes: [] }; }\n',
  },
  process('model/unknown-name', 'not declared', '  box.count = «nothing»;'),
  process('model/unsupported', 'try', '  «try { step(); } finally { step(); }»'),
  process('model/unsupported', 'throw', "  «throw new Error('x');»"),
  process('model/unsupported', 'for-in', '  «for (const a in box) step();»'),
  process('model/unsupported', 'label', '  while (box.flag) { «break outer;» }'),
  process('model/unsupported', 'typeof', "  if («typeof box.count» === 'number') step();"),
  process('model/unsupported', 'regular expression', '  const a = «/x/»;\n  step();'),
  process('model/unsupported', 'sequence', '  («box.flag, box.count»);'),
  process('model/unsupported', 'spread in a call', '  helper(«...[box, 1]»);'),
  process('model/unsupported', 'method that calls back', '  const a = «list.map(helper)»;\n  step();'),
  process('model/unsupported', 'division', '  box.count = «box.count / 2»;'),
  process('model/unsupported', 'power', '  box.count = «2 ** 1»;'),
  process('model/unsupported', 'in', "  if («'count' in box») step();"),
  process('model/unsupported', 'logical assignment', '  «box.flag ||= true»;'),
  process(
    'model/unsupported',
    'comparison of strings',
    "  const a = choose('a', 'b');\n  if («a < 'b'») step();",
  ),
  process('model/unsupported', 'spread of cells', '  box.flag = «choose(...box.slots)»;'),
  process('model/no-such-process', 'a fence on nobody', "  «smp_mb_on('nobody')»;"),
  process('model/argument-count', 'choice of nothing', '  box.count = «choose(...none)»;'),
  process('model/no-such-field', 'method of an array of cells', '  if («box.slots.includes»(true)) step();'),
  process('model/endless-loop', 'a choice without a step', '  while («choose(true, false)») {}'),
  process(
    'model/endless-loop',
    'choices that count',
    '  let a = 0;\n  while («choose(true, false)») a = a + 1;',
  ),
  process('model/loose-equality', '== converts', '  when(«box.count == 1»);'),
  process('model/var', 'no block scope', '  «var a = 1;»\n  step();'),
  process('model/optional-chain', 'hides a read', '  when(«box.other?.flag» === true);'),
  process('model/literal-in-process', 'object literal', '  const a = «{ x: 1 }»;\n  step();'),
  process('model/literal-in-process', 'array literal', '  const a = «[1]»;\n  step();'),
  process('model/literal-in-process', 'new', '  const a = «new Set()»;\n  step();'),
  process('model/closure-in-process', 'arrow function', '  const f = «() => 1»;\n  step();'),
  process('model/closure-in-process', 'nested function', '  «function f() {}»\n  step();'),
  process('model/destructuring-in-process', 'several reads', '  const «{ count, flag }» = box;\n  step();'),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the model's text
  process('model/template-in-process', 'string built', '  const a = «`x${box.count}`»;\n  step();'),
  {
    code: 'model/recursion',
    why: 'two functions',
    text: around('  again(box);').replace('{ again(box); }', '{ «again(box)»; }'),
  },
  process('model/not-a-function', 'call of a number', '  «settings.limit()»;'),
  process('model/argument-count', 'call of a function', '  «helper(box)»;'),
  process('model/argument-count', 'call of a word', '  «lock()»;'),
  process('model/no-such-field', 'shared object', '  when(«box.nothing» === 1);'),
  process('model/no-such-field', 'constant object', '  when(«settings.nothing» === 1);'),
  process('model/readonly-write', 'constant of a shared object', '  «box.size = 3»;'),
  process('model/constant-write', 'set-up object', '  «settings.limit = 3»;'),
  process('model/constant-write', 'const local', '  const a = 1;\n  «a» = 2;\n  step();'),
  process('model/constant-write', 'name of the module', '  «settings»++;'),
  process('model/atomic-argument', 'no arrow function', '  «atomic(step)»;'),
  process('model/word-misplaced', 'set-up word in a process', '  const l = «newLock()»;\n  lock(l);'),
  process('model/word-as-value', 'word not called', '  const f = «step»;\n  f();'),
  process('model/order-argument', 'acquire of a local', '  const a = 1;\n  «acquire(a)»;\n  step();'),
  process('model/order-argument', 'release of a read', '  when(«release(box.count)» === 1);'),
  process('model/field-argument', 'constant field', "  «xchg(box, 'size', 1)»;"),
  process('model/endless-loop', 'no access in the loop', '  let a = 0;\n  «while (true) a = 1 - a;»'),
  {
    code: 'model/too-many-points',
    why: 'a local with many values',
    text: around('  let a = 0;\n  while (true) { step(); a = a + 1; }»')
      .replace('function main', '«function main')
      .replace('»\n}', '\n}»'),
  },
  setup('model/infinite-domain', 'number', 'interface A { n: «number» }', '  shared<A>({ n: 0 });'),
  setup(
    'model/infinite-domain',
    'string in an alias',
    'type T = null | «string»;\ninterface A { n: T }',
    '  shared<A>({ n: null });',
  ),
  setup('model/domain-too-large', 'range', 'interface A { n: «Int<0, 5000>» }', '  shared<A>({ n: 0 });'),
  setup('model/unknown-type', 'field', 'interface A { n: «Nothing» }', '  shared<A>({ n: 0 });'),
  setup('model/unknown-type', 'type argument', '', '  shared<«A»>({ n: 0 });'),
  setup(
    'model/generic-type',
    'parameters',
    'interface A<T> { n: T }',
    '  shared<«A<boolean>»>({ n: false });',
  ),
  setup('model/shared-type-argument', 'missing', '', '  «shared({ n: 0 })»;'),
  setup(
    'model/missing-field',
    'no initial value',
    'interface A { n: boolean; m: boolean }',
    '  «shared<A>({ n: true })»;',
  ),
  setup('model/outside-domain', 'initial value', 'interface A { n: «Int<0, 3>» }', '  shared<A>({ n: 4 });'),
  setup(
    'model/duplicate-name',
    'two objects',
    '«interface A { readonly name: string; n: boolean }»',
    "  shared<A>({ name: 'a', n: true });\n  shared<A>({ name: 'a', n: true });",
  ),
  setup(
    'model/duplicate-name',
    'two observations',
    "const one = observation<[]>('seen');\nconst two = «observation<[]>('seen')»;",
    '  const all = [one, two];',
  ),
  {
    code: 'model/duplicate-name',
    why: 'two processes',
    text: "export «function world() { const one = { name: 'P', body: () => {} }; return { processes: [one, one] }; }»\n",
  },
  setup('model/no-such-element', 'constant array', 'const list = [1];', '  const a = «list[1]»;'),
  setup('model/word-misplaced', 'step word in set-up', '', '  «choose(1, 2)»;'),
  setup(
    'model/word-misplaced',
    'observation in set-up',
    "const seen = observation<[]>('seen');",
    '  «seen()»;',
  ),
  setup('model/setup-failed', 'throw', '', "  «throw new Error('no instance of this size');»"),
  setup('model/setup-failed', 'endless loop', '', '  «while (true) {}»'),
  setup('model/setup-failed', 'cycle of constants', 'const «a = b»;\nconst b = a;', '  const c = a;'),
  setup('model/setup-failed', 'endless recursion', 'function f(): void { «f()»; }', '  f();'),
  {
    code: 'model/shape',
    why: 'no processes',
    text: '«export function world() { return {}; }»\n'
      .replace('«export ', 'export «')
      .replace('}»\n', '}»\n'),
  },
];

describe('what is outside the subset', () => {
  it.each(samples.map((sample) => [sample.code, sample.why, sample] as const))(
    '%s: %s',
    (code, _why, sample) => {
      const start = sample.text.indexOf('«');
      const end = sample.text.indexOf('»') - 1;
      const text = sample.text.replace('«', '').replace('»', '');
      const compiled = compileText(text, sample.files);
      expect(compiled.ok).toBe(false);
      if (compiled.ok) return;
      const [first] = compiled.diagnostics;
      expect(first?.code).toBe(code);
      const lines = text.slice(0, start).split('\n');
      expect(first?.place).toMatchObject({
        file: 'model.ts',
        line: lines.length,
        column: (lines.at(-1)?.length ?? 0) + 1,
      });
      const last = text.slice(0, end).split('\n');
      expect(first?.place).toMatchObject({ endLine: last.length, endColumn: (last.at(-1)?.length ?? 0) + 1 });
      expect(first?.hint).not.toBe('');
    },
  );

  it('has a sample for every code', () => {
    // These need a property, and stand in monitor.test.ts.
    const elsewhere = ['model/handler-writes', 'model/process-reads-monitor'];
    const missing = Object.keys(problems).filter(
      (code) => !elsewhere.includes(code) && !samples.some((sample) => sample.code === code),
    );
    expect(missing).toEqual([]);
  });

  it('names all problems of a function at once', () => {
    const compiled = compileText(around('  var a = 1;\n  const b = [1];\n  if (box.count == 1) step();'));
    expect(compiled.ok ? [] : compiled.diagnostics.map((one) => one.code)).toEqual([
      'model/var',
      'model/literal-in-process',
      'model/loose-equality',
    ]);
  });
});
