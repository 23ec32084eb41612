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
import { checkLiveness, compileScenario, compileWorld, explore, loadModel } from '@quiesce/checker';
import { promises, protocols, reducible } from './protocols.js';
import { missingTools, newVerifier } from './spin.js';
import { render } from './table.js';

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, engine: { type: 'string', default: 'wasm' } },
});

/** What the search leaves out, from nothing on. */
const reductions = ['none', 'stubborn', 'chains'];

const missing = missingTools();
const runs = Number(options.runs);
const about = { ...options, missing, processor: cpus()[0].model, node: process.version };
const rows = protocols.map((protocol) => {
  const system = systemOf(protocol);
  return measure(protocol, 'states', ['states', 'transitions'], () => exploreOnce(system));
});
// Spin counts each state once for each process that fairness counts, so only its time and its states are compared.
const reduced = reducible.flatMap((protocol) => {
  const system = systemOf(protocol);
  return reductions.map((reduction) => measureReduced(protocol, reduction, system));
});
const promised = promises.map((promise) => {
  const system = promisedSystemOf(promise);
  return measure(promise, 'liveness', ['states'], () => checkOnce(promise, system));
});
process.stdout.write(render(rows, reduced, promised, about));

function measure(protocol, search, counts, run) {
  process.stderr.write(`${protocol.title} ...\n`);
  const verifier = missing.length === 0 ? newVerifier(protocol, search) : null;
  const own = [];
  const spin = [];
  for (let turn = 0; turn < runs; turn++) {
    own.push(check(protocol, 'the explorer', ['states', 'transitions'], run()));
    if (verifier !== null) spin.push(check(protocol, 'Spin', counts, verifier.run()));
  }
  verifier?.dispose();
  return { protocol, own, spin };
}

function measureReduced({ title, counts, ...protocol }, reduction, system) {
  process.stderr.write(`${title}, ${reduction} ...\n`);
  const states = counts[reduction];
  const named = { ...protocol, title: `${title}, ${reduction}`, states };
  const own = Array.from({ length: runs }, () =>
    check(named, 'the explorer', ['states'], exploreOnce(system, reduction)),
  );
  return { protocol: named, own };
}

function exploreOnce(system, reduction = 'none') {
  const { states, transitions, bytesPerState, cpuMs } = explore(system, {
    engine: options.engine,
    reduction,
  });
  return { states, transitions, bytesPerState, cpuSeconds: cpuMs / 1000 };
}

function checkOnce({ title }, system) {
  const started = process.cpuUsage();
  const { kind, states, steps } = checkLiveness(system, 0, { engine: options.engine });
  const { user, system: kernel } = process.cpuUsage(started);
  if (kind !== 'holds') throw new Error(`${title}: ${kind}, expected that it holds`);
  return { states, transitions: steps, bytesPerState: Number.NaN, cpuSeconds: (user + kernel) / 1e6 };
}

function check(protocol, who, counts, measured) {
  for (const count of counts) {
    if (measured[count] === protocol[count]) continue;
    process.exitCode = 1;
    process.stderr.write(`${who} counts ${measured[count]} ${count}, expected ${protocol[count]}\n`);
  }
  return measured;
}

function systemOf({ file, world, sizes }) {
  return systemIn(compileWorld(programOf(file), world, sizes));
}

function promisedSystemOf({ file, scenario, sizes, property }) {
  const subject = { kind: 'option', option: 'protocol', scenario };
  return systemIn(compileScenario(programOf(file), subject, sizes, [property]));
}

function programOf(file) {
  const folder = new URL('../models/', import.meta.url);
  const loaded = loadModel(`${file}.ts`, { read: (path) => readFileSync(new URL(path, folder), 'utf8') });
  return compiledOr(loaded).program;
}

function systemIn(compiled) {
  return compiledOr(compiled).system;
}

function compiledOr(result) {
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result;
}
