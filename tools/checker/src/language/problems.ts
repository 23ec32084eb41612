/**
 * Everything that can be wrong with a model, from code to words. One table, so that tests and documentation can walk it,
 * and so that two pieces of the compiler cannot say the same thing in two ways.
 */
import type { Diagnostic } from '@quiesce/contract';
import { placeOf, type Source, type Span } from './program/source.js';

interface Words {
  readonly message: (...names: readonly string[]) => string;
  readonly hint: string;
}

export const problems = {
  'model/syntax': {
    message: (detail) => `${detail}`,
    hint: 'The file is not TypeScript; correct the syntax.',
  },
  'model/missing-module': {
    message: (path) => `Unexpected import of ${path}, expected a file of the model`,
    hint: 'A model imports its own files by relative paths, and the words from @quiesce/checker/language.',
  },
  'model/unknown-name': {
    message: (name) => `Unexpected name ${name}, expected one that is declared in this module or imported`,
    hint: 'Declare it, or import it from the module that exports it.',
  },
  'model/unknown-export': {
    message: (name, file) => `Unexpected import ${name}: ${file} does not export it`,
    hint: 'Export it there, or correct the name.',
  },
  'model/unknown-word': {
    message: (name) => `Unexpected import ${name}, expected a word of the model language`,
    hint: 'tools/checker/README.md lists the words.',
  },
  'model/unsupported': {
    message: (what) => `Unexpected ${what} in a model`,
    hint: 'The model language is a subset of TypeScript; tools/checker/README.md says what is in it.',
  },
  'model/loose-equality': {
    message: (operator) => `Unexpected ${operator}, expected ${operator}=`,
    hint: 'The model language compares without conversion.',
  },
  'model/var': {
    message: () => 'Unexpected var, expected const or let',
    hint: 'Block scope is what the checker unrolls.',
  },
  'model/optional-chain': {
    message: () => 'Unexpected ?., expected a test against null first',
    hint: 'Test with `if (x !== null)`: each shared read must be a visible step.',
  },
  'model/literal-in-process': {
    message: (what) => `Unexpected ${what} in process code: it would create an object while the system runs`,
    hint: 'Create objects where the system is built, and pass them to the process.',
  },
  'model/closure-in-process': {
    message: () => 'Unexpected function expression in process code',
    hint: 'Functions are declared at the top of a module; only atomic(() => ...) takes an arrow function here.',
  },
  'model/destructuring-in-process': {
    message: () => 'Unexpected destructuring in process code',
    hint: 'Read each field by itself: each shared read is a step.',
  },
  'model/template-in-process': {
    message: () => 'Unexpected template string in process code',
    hint: 'Build names where the system is built.',
  },
  'model/recursion': {
    message: (name) => `Unexpected recursion: ${name} is called while it is active`,
    hint: 'Calls are inlined, so a chain of calls must end. Use a loop.',
  },
  'model/not-a-function': {
    message: (what) => `Unexpected call of ${what}, expected a function`,
    hint: 'Only functions, observations and words of the language can be called.',
  },
  'model/no-such-process': {
    message: (name, names) => `Unexpected fence on ${name}, expected one of the processes ${names}`,
    hint: 'smp_mb_on takes the name of a process of the same world.',
  },
  'model/argument-count': {
    message: (name, got, expected) => `Unexpected ${got} arguments for ${name}, expected ${expected}`,
    hint: 'Pass each argument.',
  },
  'model/no-such-field': {
    message: (field, of) => `Unexpected field ${field}: ${of} has none of that name`,
    hint: 'Declare the field in the interface, or correct the name.',
  },
  'model/no-such-element': {
    message: (index, length) => `Unexpected index ${index} of an array of ${length}`,
    hint: 'Indices run from 0 to the length less one.',
  },
  'model/readonly-write': {
    message: (field) => `Unexpected write to ${field}, expected a mutable field of a shared object`,
    hint: 'A readonly field is a constant; remove `readonly` if processes change it.',
  },
  'model/constant-write': {
    message: (name) =>
      `Unexpected write to ${name} in process code, expected a local variable or a shared field`,
    hint: 'What was built before the system runs is constant; shared state is declared with shared<T>({...}).',
  },
  'model/infinite-domain': {
    message: (type) => `Unexpected type ${type} of shared state, expected a finite domain`,
    hint: 'Use a union of literals, boolean, Int<Low, High>, null, or a reference to shared objects.',
  },
  'model/domain-too-large': {
    message: (size, most) => `Unexpected domain of ${size} values, expected at most ${most}`,
    hint: 'Each value that is read is a case of its own; use a smaller range.',
  },
  'model/unknown-type': {
    message: (name) => `Unexpected type ${name}, expected one that is declared in this module or imported`,
    hint: 'Declare or import the type; the checker reads domains from type declarations.',
  },
  'model/generic-type': {
    message: (name) => `Unexpected type parameters of ${name}`,
    hint: 'Types of shared state are written out; only Int<Low, High> has parameters.',
  },
  'model/shared-type-argument': {
    message: () => 'Unexpected shared(...) without a type argument, expected shared<Interface>({...})',
    hint: 'The interface says which fields are cells and what they can hold.',
  },
  'model/missing-field': {
    message: (field, type) => `Unexpected end of the object, expected the field ${field} of ${type}`,
    hint: 'Every field of the interface needs an initial value.',
  },
  'model/outside-domain': {
    message: (value, name, domain) =>
      `Unexpected initial value ${value} of ${name}, expected one of ${domain}`,
    hint: 'Correct the value, or widen the type of the field.',
  },
  'model/duplicate-name': {
    message: (what, name) => `Unexpected second ${what} with the name ${name}`,
    hint: 'Traces and properties tell them apart by their names; make each unique.',
  },
  'model/atomic-argument': {
    message: (word) => `Unexpected argument of ${word}, expected an arrow function without parameters`,
    hint: 'Write atomic(() => { ... }).',
  },
  'model/word-misplaced': {
    message: (word, where) => `Unexpected ${word} in ${where}`,
    hint: 'Steps stand in process code, verdicts in the handlers of a property, declarations where the system is built.',
  },
  'model/word-as-value': {
    message: (word) => `Unexpected use of ${word} as a value, expected a call`,
    hint: 'Words of the language are called by their names.',
  },
  'model/order-argument': {
    message: (word, expected) => `Unexpected argument of ${word}, expected ${expected}`,
    hint: 'acquire(x.f) marks a read, x.f = release(v) marks a write, plain marks either.',
  },
  'model/field-argument': {
    message: (word) =>
      `Unexpected first arguments of ${word}, expected a shared object and one of its mutable fields`,
    hint: "Write cmpxchg(task, 'reporting', null, engine).",
  },
  'model/handler-writes': {
    message: (name) =>
      `Unexpected write to ${name} in a property, expected shared state of the property itself`,
    hint: 'A property watches the system; what it remembers is declared inside its monitor function.',
  },
  'model/process-reads-monitor': {
    message: (name) => `Unexpected access to ${name} in process code: it belongs to a property`,
    hint: 'State of a property is seen by its own handlers only.',
  },
  'model/endless-loop': {
    message: () => 'Unexpected loop that never reaches a shared access or a step',
    hint: 'A loop that waits reads shared state, or blocks with when(...).',
  },
  'model/too-many-points': {
    message: (process, most, worst) =>
      `Unexpected size of process ${process}: more than ${most} control points, most of them in ${worst}`,
    hint: 'Locals are unrolled: shorten their life, or narrow the domains of what is read into them.',
  },
  'model/setup-failed': {
    message: (detail) => `The system could not be built: ${detail}`,
    hint: 'This code runs before the system does; correct it.',
  },
  'model/shape': {
    message: (what, expected) => `Unexpected ${what}, expected ${expected}`,
    hint: 'The entry exports `model`: options, scenarios, properties and mutants.',
  },
} as const satisfies Record<string, Words>;

export type ProblemCode = keyof typeof problems;

/** Makes the diagnostic of one problem at a node of a source. */
export function problem(
  code: ProblemCode,
  source: Source,
  span: Span,
  ...names: readonly string[]
): Diagnostic {
  const words: Words = problems[code];
  return {
    code,
    severity: 'error',
    place: placeOf(source, span),
    message: words.message(...names),
    hint: words.hint,
  };
}

/** Ends one compilation early; caught where the compilation was started, never by a user. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message);
    this.diagnostics = diagnostics;
  }
}

/** Ends the compilation with one problem. */
export function stop(code: ProblemCode, source: Source, span: Span, ...names: readonly string[]): never {
  throw new Stop([problem(code, source, span, ...names)]);
}
