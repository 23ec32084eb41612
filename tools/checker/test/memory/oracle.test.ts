/**
 * Random programs against total store order as it is usually told: memory, and for each thread an array of stores. The two
 * have nothing in common but the text of the program.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { litmus, type Outcome, outcomesOf, underTso } from './outcomes.js';

type Word = 'x' | 'y';
type Register = 'a' | 'b';

type Operation =
  | { readonly kind: 'store'; readonly word: Word; readonly value: number }
  | { readonly kind: 'load'; readonly word: Word; readonly to: Register }
  | { readonly kind: 'fence' }
  | { readonly kind: 'weak-fence' }
  | { readonly kind: 'exchange'; readonly word: Word; readonly value: number; readonly to: Register }
  /** Skips the next operation unless the register holds the value. */
  | { readonly kind: 'unless'; readonly register: Register; readonly value: number }
  | { readonly kind: 'lock' | 'unlock' };

type Program = readonly (readonly Operation[])[];

const word = fc.constantFrom<Word>('x', 'y');
const register = fc.constantFrom<Register>('a', 'b');
const value = fc.integer({ min: 1, max: 2 });
const storeOf = fc.record({ kind: fc.constant('store' as const), word, value });
const loadOf = fc.record({ kind: fc.constant('load' as const), word, to: register });
const operation: fc.Arbitrary<readonly Operation[]> = fc.oneof(
  { weight: 4, arbitrary: storeOf.map((one) => [one]) },
  { weight: 4, arbitrary: loadOf.map((one) => [one]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Operation>({ kind: 'fence' }, { kind: 'weak-fence' }).map((one) => [one]),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ kind: fc.constant('exchange' as const), word, value, to: register })
      .map((one) => [one]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(register, value, fc.oneof(storeOf, loadOf))
      .map(([one, wanted, then]): readonly Operation[] => [
        { kind: 'unless', register: one, value: wanted },
        then,
      ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .oneof(storeOf, loadOf)
      .map((inside): readonly Operation[] => [{ kind: 'lock' }, inside, { kind: 'unlock' }]),
  },
);
const thread = fc.array(operation, { minLength: 1, maxLength: 4 }).map((parts) => parts.flat());
const program: fc.Arbitrary<Program> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(thread, thread) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      thread,
      fc.array(storeOf, { minLength: 1, maxLength: 2 }),
      fc.array(loadOf, { maxLength: 2 }),
    ),
  },
);

function textOf(one: Operation): string {
  switch (one.kind) {
    case 'store':
      return `m.${one.word} = ${one.value};`;
    case 'load':
      return `r.${one.to} = m.${one.word};`;
    case 'fence':
      return 'smp_mb();';
    case 'weak-fence':
      return 'smp_wmb();';
    case 'exchange':
      return `r.${one.to} = xchg(m, '${one.word}', ${one.value});`;
    case 'unless':
      return `if (r.${one.register} === ${one.value})`;
    case 'lock':
    case 'unlock':
      return `${one.kind}(l);`;
  }
}

interface Machine {
  readonly memory: Readonly<Record<Word | 'lock', number>>;
  readonly threads: readonly {
    readonly at: number;
    readonly buffer: readonly (readonly [Word | 'lock', number])[];
    readonly registers: Readonly<Record<Register, number>>;
  }[];
}

/** `hasBuffers` false: each store reaches memory at once. */
function oracle(program: Program, hasBuffers: boolean): ReadonlySet<Outcome> {
  const found = new Set<Outcome>();
  const known = new Set<string>();
  const start: Machine = {
    memory: { x: 0, y: 0, lock: 0 },
    threads: program.map(() => ({ at: 0, buffer: [], registers: { a: 0, b: 0 } })),
  };
  const waiting = [start];
  for (let machine = waiting.pop(); machine !== undefined; machine = waiting.pop()) {
    const key = JSON.stringify(machine);
    if (known.has(key)) continue;
    known.add(key);
    const next = program.flatMap((operations, index) => stepsOf(machine, operations, index, hasBuffers));
    if (next.length === 0) found.add(outcomeOf(machine));
    waiting.push(...next);
  }
  return found;
}

function stepsOf(
  machine: Machine,
  operations: readonly Operation[],
  index: number,
  hasBuffers: boolean,
): readonly Machine[] {
  const { memory, threads } = machine;
  const own = threads[index]!;
  const { at, buffer, registers } = own;
  const become = (changes: Partial<typeof own>, changed: Partial<Machine['memory']> = {}): Machine => ({
    memory: { ...memory, ...changed },
    threads: threads.with(index, { ...own, ...changes }),
  });
  const put = (name: Word | 'lock', written: number): Machine =>
    hasBuffers
      ? become({ at: at + 1, buffer: [...buffer, [name, written]] })
      : become({ at: at + 1 }, { [name]: written });
  const steps: Machine[] = [];
  const [oldest, ...rest] = buffer;
  if (oldest !== undefined) steps.push(become({ buffer: rest }, { [oldest[0]]: oldest[1] }));
  const one = operations[at];
  switch (one?.kind) {
    case undefined:
      break;
    case 'store':
      steps.push(put(one.word, one.value));
      break;
    case 'load': {
      const seen = buffer.findLast(([name]) => name === one.word)?.[1] ?? memory[one.word];
      steps.push(become({ at: at + 1, registers: { ...registers, [one.to]: seen } }));
      break;
    }
    case 'fence':
      if (buffer.length === 0) steps.push(become({ at: at + 1 }));
      break;
    case 'weak-fence':
      steps.push(become({ at: at + 1 }));
      break;
    case 'exchange':
      if (buffer.length === 0)
        steps.push(
          become(
            { at: at + 1, registers: { ...registers, [one.to]: memory[one.word] } },
            { [one.word]: one.value },
          ),
        );
      break;
    case 'unless':
      steps.push(become({ at: at + (registers[one.register] === one.value ? 1 : 2) }));
      break;
    case 'lock':
      if (buffer.length === 0 && memory.lock === 0) steps.push(become({ at: at + 1 }, { lock: 1 }));
      break;
    case 'unlock':
      steps.push(put('lock', 0));
      break;
  }
  return steps;
}

function outcomeOf({ memory, threads }: Machine): Outcome {
  const words = threads.flatMap(({ registers }, index) => [
    `r${index}.a=${registers.a}`,
    `r${index}.b=${registers.b}`,
  ]);
  return [...words, `x=${memory.x}`, `y=${memory.y}`, 'z=0'].sort().join(' ');
}

const systemOf = (threads: Program) => litmus(...threads.map((one) => one.map(textOf).join('\n')));
const sorted = (outcomes: ReadonlySet<Outcome>) => [...outcomes].sort();

test('what comes out of a random program is what total store order says', () => {
  let weaker = 0;
  fc.assert(
    fc.property(program, (threads) => {
      const expected = oracle(threads, true);
      if (expected.size > oracle(threads, false).size) weaker++;
      expect(sorted(outcomesOf(underTso(systemOf(threads))))).toEqual(sorted(expected));
    }),
    // The same programs each time, so that some are sure to tell the models apart.
    { numRuns: 150, seed: 3 },
  );
  expect(weaker).toBeGreaterThan(0);
}, 60_000);

test('with a full fence behind each store, it is what sequential consistency says', () => {
  fc.assert(
    fc.property(program, (threads) => {
      const fenced = threads.map((one) =>
        one
          .filter(({ kind }) => kind !== 'unless')
          .flatMap((step): readonly Operation[] =>
            step.kind === 'store' || step.kind === 'unlock' ? [step, { kind: 'fence' }] : [step],
          ),
      );
      const system = systemOf(fenced);
      const expected = sorted(oracle(fenced, false));
      expect(sorted(outcomesOf(system))).toEqual(expected);
      expect(sorted(outcomesOf(underTso(system)))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
}, 60_000);
