/** Spin counts as many states as we do on scenarios of the reference model, as the command exports them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compileScenario, describeModel, explore, loadModel } from '@quiesce/checker';
import { planCells } from '@quiesce/conformance';
import { describe, expect, test } from 'vitest';
import { diskOf } from '../src/disk.js';
import { exportScenario } from '../src/export-scenario.js';
import { gitOf } from '../src/git.js';
import { programsOf } from '../src/programs.js';

const root = resolve(import.meta.dirname, '../../..');
const missing = ['spin', 'gcc'].filter(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error !== undefined,
);
const why = missing.length > 0 ? ` (skipped: ${missing.join(' and ')} missing)` : '';

describe.skipIf(missing.length > 0)(`exported scenarios in Spin${why}`, () => {
  test.each([
    { option: 'record', scenario: 'detach-running' },
    { option: 'counted', scenario: 'detach-self' },
    { option: 'srcu', scenario: 'detach-free-data' },
    { option: 'unsynchronised', scenario: 'two-detachers' },
    { option: 'stop-first', scenario: 'detach-unload' },
  ])('$option/$scenario', { timeout: 120_000 }, async ({ option, scenario }) => {
    const folder = mkdtempSync(join(tmpdir(), 'quiesce-export-'));
    try {
      const output = join(folder, 'model.pml');
      const quiet = { isTerminal: false, write: async () => {} };
      const world = {
        cwd: root,
        env: {},
        stdin: async () => '',
        stdout: quiet,
        stderr: quiet,
        disk: diskOf(root),
        git: gitOf({}),
        programs: programsOf({}),
        threads: 0,
        toolVersion: () => 'test',
        now: () => 0,
      };
      expect(await exportScenario({ language: 'promela', scenario, option, output }, world)).toBe(0);
      expect(statesInSpin(folder, output)).toBe(statesHere(option, scenario));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** With the command that stands in the text, but without optimisation, which would take most of the time. */
function statesInSpin(folder: string, file: string): number {
  const command = /spin -a .*/.exec(readFileSync(file, 'utf8'))?.[0];
  const ready = command?.replace('FILE', 'model.pml').replace('-O2', '-O0') ?? 'false';
  const printed = execFileSync('sh', ['-c', ready], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  return Number(/(\d+) states, stored/.exec(printed)?.[1]);
}

function statesHere(option: string, scenario: string): number {
  const read = (path: string): string | undefined => diskOf(root).readIfThere(join(root, path));
  const loaded = loadModel('reference-model/src/index.ts', { read });
  if (!loaded.ok) throw new Error('the reference model does not load');
  const described = describeModel(loaded.program);
  if (!described.ok) throw new Error('the reference model cannot be described');
  const exploring = { memoryModel: 'sc', bounds: { maxStates: 1e7, maxMegabytes: 2000 } } as const;
  const [cell] = planCells(described.model, exploring, { options: [option], scenarios: [scenario] });
  const compiled = compileScenario(loaded.program, cell!.subject, cell!.sizes, cell!.properties);
  if (!compiled.ok) throw new Error('the scenario does not compile');
  return explore(compiled.system, { engine: 'wasm' }).states;
}
