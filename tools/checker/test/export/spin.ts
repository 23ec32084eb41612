/** Spin on an exported text, where it is installed: its verifier, as the head of the text says to build it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SpinCounts {
  readonly states: number;
  /** Without the one that Spin counts for the initial state. */
  readonly transitions: number;
  readonly errors: number;
}

export const missingTools: readonly string[] = ['spin', 'gcc'].filter(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error !== undefined,
);

export function runSpin(text: string): SpinCounts {
  const folder = mkdtempSync(join(tmpdir(), 'quiesce-export-'));
  try {
    writeFileSync(join(folder, 'model.pml'), text);
    const command = /spin -a .*/
      .exec(text)?.[0]
      .replace('FILE', 'model.pml')
      // The compiler would take most of the time.
      .replace('-O2', '-O0');
    if (command === undefined) throw new Error('the text does not say how to run it');
    const printed = execFileSync('sh', ['-c', command], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return {
      states: numberIn(printed, /(\d+) states, stored/),
      transitions: numberIn(printed, /(\d+) transitions/) - 1,
      errors: numberIn(printed, /errors: (\d+)/),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function numberIn(printed: string, pattern: RegExp): number {
  const found = pattern.exec(printed)?.[1];
  if (found === undefined) throw new Error(`Spin did not print ${pattern}:\n${printed}`);
  return Number(found);
}
