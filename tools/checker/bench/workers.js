/**
 * Measures wall time of one worker and of several in turn, on detach 2x2: what the processors do besides hits both alike.
 *
 *     node tools/checker/bench/workers.js [--workers 2] [--runs 5]
 *
 * It asserts counts, never times: exit 1 if a count is wrong.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileWorld, explore, loadModel, openCrew } from '@quiesce/checker';
import { protocols } from './protocols.js';

const { values: options } = parseArgs({
  options: { workers: { type: 'string', default: '2' }, runs: { type: 'string', default: '5' } },
});
const protocol = protocols.find(({ title }) => title === 'detach 2x2');
const system = systemOf(protocol);
const crew = openCrew(Number(options.workers));
for (let run = 0; run < Number(options.runs); run++) {
  const alone = await rateOf({});
  const together = await rateOf({ crew });
  const ratio = (together / alone).toFixed(2);
  const line = `1 worker ${alone.toFixed(1)}, ${crew.workers} workers ${together.toFixed(1)} million states a second: ${ratio} times`;
  process.stdout.write(`${line}\n`);
}
await crew.close();

async function rateOf(how) {
  const started = performance.now();
  const { states, transitions } = explore(system, { engine: 'wasm', ...how });
  const ms = performance.now() - started;
  if (states !== protocol.states || transitions !== protocol.transitions) {
    process.exitCode = 1;
    process.stderr.write(`counted ${states} states and ${transitions} transitions\n`);
  }
  // The threads need a moment to come back from the last search.
  await new Promise((resolve) => setTimeout(resolve, 20));
  return states / ms / 1000;
}

function systemOf({ file, world, sizes }) {
  const folder = new URL('../models/', import.meta.url);
  const loaded = loadModel(`${file}.ts`, { read: (path) => readFileSync(new URL(path, folder), 'utf8') });
  const compiled = loaded.ok ? compileWorld(loaded.program, world, sizes) : loaded;
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  return compiled.system;
}
