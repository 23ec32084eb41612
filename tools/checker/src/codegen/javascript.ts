/**
 * A system as JavaScript: one function for each process (several for a big one) with a switch over its point.
 *
 * It is the oracle of the WebAssembly and serves every search that is written in JavaScript, so it follows the
 * decision trees as they stand, test for test, and leaves making them fast to the engine.
 */
import { type Stepper, signalNumber, type Visit } from '../ir/stepper.js';
import { type Check, type Leaf, type MonitorNode, mayRest, type Node, type System } from '../ir/system.js';
import { partsOf } from './edges.js';
import { type Field, fuse, initialWords, type Layout, valueMask, type WordUpdate } from './layout.js';

/** V8 does not optimise functions above 60 kB of bytecode. */
const mostEdges = 250;

/** What the generated module gives back. */
interface Generated {
  readonly moves: readonly ((state: Uint32Array, offset: number, visit: Visit) => void)[];
  readonly invariants: Stepper['invariants'];
  readonly atEnd: Stepper['atEnd'];
  readonly hasEnded: Stepper['hasEnded'];
}

export function compileJavaScript(system: System, layout: Layout): Stepper {
  const generate = new Function('next', 'signals', 'told', 'none', javaScriptOf(system, layout));
  const generated: Generated = generate(new Uint32Array(layout.words), [], [], Object.freeze([]));
  return {
    words: layout.words,
    initial: initialWords(system, layout),
    moves: (process, state, offset, visit) => generated.moves[process]!(state, offset, visit),
    invariants: generated.invariants,
    atEnd: generated.atEnd,
    hasEnded: generated.hasEnded,
  };
}

/**
 * The body of a function of `next` (where the state after a move goes to), `signals` and `told` (arrays that take the
 * signals of a move and of a check) and `none` (an empty array).
 */
function javaScriptOf(system: System, layout: Layout): string {
  const { words } = layout;
  const numbers = Array.from({ length: words }, (_, word) => word);
  const load = `const ${numbers.map((word) => `w${word} = s[o + ${word}] | 0`).join(', ')};`;
  const after = `let ${numbers.map((word) => `n${word} = 0`).join(', ')};`;

  const part = (process: number, from: number, to: number): string => {
    const points = system.processes[process]!.points.slice(from, to);
    const cases = points.flatMap(({ step }, index) =>
      step === null ? [] : [`case ${from + index}: ${nodeText(step, process)} return;`],
    );
    return `(s, o, visit) => { ${load} ${after} switch (${valueText(layout.counters[process]!, 'w')}) {\n${cases.join('\n')}\n} }`;
  };

  const processText = (process: number): string => {
    const { points } = system.processes[process]!;
    const starts = partsOf(system.processes[process]!, mostEdges);
    const parts = starts.map((from, index) => part(process, from, starts[index + 1] ?? points.length));
    if (parts.length === 1) return parts[0]!;
    const point = valueText(layout.counters[process]!, 'w');
    const tests = starts
      .map((from, index) => `if (point >= ${from}) return parts[${index}](s, o, visit);`)
      .reverse();
    return `((parts) => (s, o, visit) => { ${load} const point = ${point};\n${tests.join('\n')} })([${parts.join(',\n')}])`;
  };

  const nodeText = (node: Node, process: number): string => {
    switch (node.kind) {
      case 'test':
        return switchText(layout.cells[node.cell]!, 'w', node.branches, (next) => nodeText(next, process));
      case 'choose':
        return node.nodes.map((one) => nodeText(one, process)).join(' ');
      case 'leaf':
        return leafText(node, process);
      case 'failure':
        return `visit(${process}, ${node.edge}, null, none);`;
      case 'blocked':
        return '';
    }
  };

  const leafText = (leaf: Leaf, process: number): string => {
    const updates = fuse([
      ...leaf.writes.map(({ cell, value }): [Field, number] => [layout.cells[cell]!, value]),
      [layout.counters[process]!, leaf.target],
    ]);
    const written = numbers.map((word) =>
      updatedText(
        `w${word}`,
        updates.find((update) => update.word === word),
      ),
    );
    const give = (values: readonly string[], signals: string) =>
      `${values.map((value, word) => `next[${word}] = ${value};`).join(' ')} visit(${process}, ${leaf.edge}, next, ${signals});`;
    if (leaf.monitors.length === 0) return give(written, 'none');
    return [
      'signals.length = 0;',
      ...written.map((value, word) => `n${word} = ${value};`),
      ...leaf.monitors.map((monitor) => monitorText(monitor, 'signals')),
      give(
        numbers.map((word) => `n${word}`),
        'signals',
      ),
    ].join(' ');
  };

  const monitorText = (node: MonitorNode, list: 'signals' | 'told'): string => {
    switch (node.kind) {
      case 'test':
        return switchText(layout.cells[node.cell]!, 'n', node.branches, (next) => monitorText(next, list));
      case 'note': {
        const updates = fuse(node.writes.map(({ cell, value }) => [layout.cells[cell]!, value]));
        return [
          ...updates.map((update) => `n${update.word} = ${updatedText(`n${update.word}`, update)};`),
          ...node.signals.map((signal) => `${list}.push(${signalNumber(signal)});`),
        ].join(' ');
      }
    }
  };

  const checksText = (checks: readonly Check[]): string => {
    const copy = numbers.map((word) => `n${word} = s[o + ${word}] | 0;`).join(' ');
    const tests = checks.map(({ node }) => monitorText(node, 'told')).join('\n');
    return `(s, o) => { ${after} told.length = 0; ${copy}\n${tests}\nreturn told; }`;
  };

  const ended = system.processes.map(({ points }, process) => {
    const ends = points.flatMap((point, number) => (mayRest(point) ? [number] : []));
    return `[${ends.join()}].includes(${valueText(layout.counters[process]!, 'w')})`;
  });
  return `'use strict';
return {
moves: [${system.processes.map((_, process) => processText(process)).join(',\n')}],
invariants: ${checksText(system.invariants)},
atEnd: ${checksText(system.atEnd)},
hasEnded: (s, o) => { ${load} return ${ended.join(' && ') || 'true'}; },
};`;
}

function switchText<N>(
  field: Field,
  words: 'w' | 'n',
  branches: readonly { readonly values: readonly number[]; readonly node: N }[],
  text: (node: N) => string,
): string {
  const cases = branches.map(({ values, node }) => {
    const labels = values.map((value) => `case ${value}:`).join(' ');
    return `${labels} ${text(node)} break;`;
  });
  return `switch (${valueText(field, words)}) { ${cases.join(' ')} }`;
}

function valueText(field: Field, words: 'w' | 'n'): string {
  return `${words}${field.word} >>> ${field.shift} & ${valueMask(field)}`;
}

function updatedText(word: string, update: WordUpdate | undefined): string {
  return update === undefined ? word : `${word} & ${update.keep} | ${update.set}`;
}
