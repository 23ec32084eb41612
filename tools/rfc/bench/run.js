/**
 * Measures how long an RFC of 500 clauses is read and linted, in each mode, and read again after a key was pressed.
 *
 *     node tools/rfc/bench/run.js [--clauses 500] [--runs 9]
 *
 * Prints medians, and how far the runs lie apart. The first run is what a command feels, which has to warm up; it is shown by itself.
 */
import { parseArgs } from 'node:util';
import { lintRfc, modes, parseRfc } from '@quiesce/rfc';
import { rfcOf } from './sample.js';

const { values } = parseArgs({
  options: { clauses: { type: 'string', default: '500' }, runs: { type: 'string', default: '9' } },
});
const runs = Number(values.runs);
const text = rfcOf(Number(values.clauses));
const { rfc } = parseRfc('sample.md', text);
const edited = text.replace('says why it is here', 'says why it is hers');

const jobs = [
  ['read', () => parseRfc('sample.md', text)],
  ['read after an edit', () => parseRfc('sample.md', edited, rfc)],
  ...modes.map((mode) => [`lint, ${mode}`, () => lintRfc(rfc, { mode, history: [] })]),
];

console.log(
  `${values.clauses} clauses, ${text.split('\n').length} lines, Node ${process.version}; milliseconds\n`,
);
console.log(
  `${'job'.padEnd(20)} ${['first', 'median', 'least', 'most'].map((name) => name.padStart(8)).join(' ')}`,
);
for (const [name, job] of jobs) {
  const all = Array.from({ length: runs }, () => timed(job));
  const sorted = all.toSorted((left, right) => left - right);
  const row = [all[0], sorted[runs >> 1], sorted[0], sorted.at(-1)];
  console.log(`${name.padEnd(20)} ${row.map((ms) => ms.toFixed(1).padStart(8)).join(' ')}`);
}

function timed(job) {
  const start = performance.now();
  job();
  return performance.now() - start;
}
