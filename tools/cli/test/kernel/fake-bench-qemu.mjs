#!/usr/bin/env node
// A QEMU whose guest runs a bench: each thread prints its lines, and where the plugin is asked for, its file is written.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

const words = process.argv.slice(2);
if (words.includes('--version')) {
  console.log('QEMU emulator version 0.0 (made up)');
  process.exit(0);
}
const [consolePath, resultsPath] = words
  .filter((_, index) => words[index - 1] === '-serial')
  .map((word) => word.replace(/^file:/, ''));
const append = words[words.indexOf('-append') + 1];
const counts = /,out=(.+)$/.exec(words[words.indexOf('-plugin') + 1] ?? '')?.[1];
const archive = readFileSync(words[words.indexOf('-initrd') + 1], 'latin1');
// The init before it has the name too.
const list = archive.slice(archive.lastIndexOf('etc/quiesce.commands'));
const commands = /\0+([^\0]*)\n/.exec(list)[1].split('\n');
const fault = process.env['FAKE_FAULT'];
for (const path of [consolePath, resultsPath]) writeFileSync(path, '');
const tell = (text) => appendFileSync(resultsPath, `${text}\n`);
const count = (line) => {
  if (counts !== undefined) appendFileSync(counts, `${JSON.stringify(line)}\n`);
};

if (counts !== undefined) writeFileSync(counts, '');
count({ format: 'quiesce-counts', version: 1, cpus: 2 });

/** Untraced 200 instructions, 300 with audit; traced 50 more, and with two atomics 53. */
function bench(command) {
  const [, calls, threads, rounds, engine, callback] =
    /-n (\d+) -t (\d+) -r (\d+) -e (\w+)(?: --(\w+))?$/.exec(command);
  const lines = [];
  for (let run = 0; run < (engine === 'none' ? 1 : 2) * rounds; run++)
    for (let cpu = 0; cpu < threads; cpu++) {
      const traced = engine !== 'none' && run % 2 === 1;
      const atomics = traced && callback === 'sync' ? 2 : 0;
      const untraced =
        (engine === 'none' ? 199 : 200) + (append.includes('audit=1') && fault !== 'audit' ? 100 : 0);
      const instructions = untraced + (traced ? 50 + (atomics > 0 ? 3 : 0) : 0);
      const checked = traced ? 8 : 0;
      lines.push(
        `bench run=${run} round=${run >> 1} thread=${cpu} cpu=${cpu} phase=${traced ? 'traced' : 'untraced'} ` +
          `engine=${engine} calls=${calls} ns=${(traced ? 1250 : 1000) * calls} checked=${checked} counted=${fault === 'deaf' ? 0 : checked}`,
      );
      const cost = { instructions, locked: atomics, barriers: 0, mfence: 0, lfence: 0, sfence: 0 };
      const iterations = Number(calls);
      const bins = [
        { times: iterations - 1, ...cost },
        { times: 1, ...cost, instructions: 2700 },
      ];
      count({ cpu, run, stopped: true, iterations, values: 2, counts: bins });
    }
  return lines.join('\n');
}

commands.forEach((command, index) => {
  tell(`quiesce: run ${index + 1} ${command}`);
  if (fault === 'panic' && command.includes('-t 2')) {
    appendFileSync(consolePath, '[    0.100000] Kernel panic - not syncing: made up\r\n');
    process.exit(0);
  }
  const sizes = 'footprint option=glow task=72 engine=96 engine_percpu=0 shared_percpu=8';
  const output = command.endsWith('--footprint') ? sizes : command.includes('/bench ') ? bench(command) : '';
  tell(`${output}\nquiesce: exit ${index + 1} 0`);
});
tell('quiesce: end');
