/**
 * Spin on the same protocols, if it is installed: its verifier is made once, as for speed (no reduction, which saves nothing
 * here or hides states), and its own CPU time is taken, without that of the C compiler.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const compiler = ['gcc', '-O2', '-DNOREDUCE', '-o', 'pan', 'pan.c'];
/** -E goes on where a process waits for ever, -a -f looks for fair cycles; the stack is deep enough for the longest search. */
const searches = {
  states: { compiling: ['-DSAFETY'], command: './pan -E -m2000000' },
  liveness: { compiling: ['-DNFAIR=3'], command: './pan -a -f -m10000000' },
};
const needed = ['spin', 'gcc', 'bash'];
const mebibyte = 2 ** 20;

export function missingTools() {
  return needed.filter((tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error !== undefined);
}

/** A verifier in a folder of its own; `dispose` removes it. `run` gives counts, CPU seconds and bytes a state. */
export function newVerifier({ file, promela }, search) {
  const { compiling, command: verifier } = searches[search];
  const folder = mkdtempSync(join(tmpdir(), 'quiesce-spin-'));
  const inFolder = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  copyFileSync(new URL(`promela/${file}.pml`, import.meta.url), join(folder, 'model.pml'));
  execFileSync('spin', ['-a', ...promela, 'model.pml'], inFolder);
  execFileSync(compiler[0], [...compiling, ...compiler.slice(1)], inFolder);
  return {
    run() {
      const command = `TIMEFORMAT='cpu %U %S'; time ${verifier}`;
      const { stdout, stderr } = spawnSync('bash', ['-c', command], inFolder);
      const states = find(stdout, /(\d+) states, stored/);
      // States are counted once for being stored, the initial one included; a step did not lead to that one.
      const transitions = find(stdout, /(\d+) transitions/) - 1;
      const cpuSeconds = find(stderr, /cpu ([\d.]+)/) + find(stderr, /cpu [\d.]+ ([\d.]+)/);
      const stored = find(stdout, /([\d.]+)\tactual memory usage for states/);
      return { states, transitions, cpuSeconds, bytesPerState: (stored * mebibyte) / states };
    },
    dispose: () => rmSync(folder, { recursive: true }),
  };
}

function find(text, pattern) {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`Spin's verifier did not print ${pattern}:\n${text}`);
  return Number(found);
}
