/**
 * Measures the explorer, and Spin beside it in the same run: a machine's speed changes from hour to hour, a ratio less.
 *
 *     node tools/checker/bench/run.js [--runs 5] [--engine wasm|javascript]
 *
 * Prints the median of the runs and how far they lie apart. It asserts counts, never times: exit 1 if a count is wrong.
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { compileWorld, explore, loadModel } from '@quiesce/checker';
import { protocols } from './protocols.js';
import { missingTools, newVerifier } from './spin.js';
import { render } from './table.js';

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, engine: { type: 'string', default: 'wasm' } },
});

const missing = missingTools();
const rows = protocols.map(measure);
process.stdout.write(
  render(rows, { ...options, missing, processor: cpus()[0].model, node: process.version }),
);

function measure(protocol) {
  process.stderr.write(`${protocol.title} ...\n`);
  const system = systemOf(protocol);
  const verifier = missing.length === 0 ? newVerifier(protocol) : null;
  const own = [];
  const spin = [];
  for (let run = 0; run < Number(options.runs); run++) {
    own.push(check(protocol, 'the explorer', exploreOnce(system)));
    if (verifier !== null) spin.push(check(protocol, 'Spin', verifier.run()));
  }
  verifier?.dispose();
  return { protocol, own, spin };
}

function exploreOnce(system) {
  const { states, transitions, bytesPerState, cpuMs } = explore(system, { engine: options.engine });
  return { states, transitions, bytesPerState, cpuSeconds: cpuMs / 1000 };
}

function check(protocol, who, measured) {
  for (const count of ['states', 'transitions']) {
    if (measured[count] === protocol[count]) continue;
    process.exitCode = 1;
    process.stderr.write(`${who} counts ${measured[count]} ${count}, expected ${protocol[count]}\n`);
  }
  return measured;
}

function systemOf({ file, world, sizes }) {
  const folder = new URL('../models/', import.meta.url);
  const loaded = loadModel(`${file}.ts`, { read: (path) => readFileSync(new URL(path, folder), 'utf8') });
  const compiled = loaded.ok ? compileWorld(loaded.program, world, sizes) : loaded;
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  return compiled.system;
}
