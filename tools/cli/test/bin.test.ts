/** The command as it is installed, in processes of its own: what tests in this process cannot see. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readModel } from '../src/model.js';
import { readProject } from '../src/project.js';
import { version } from '../src/version.js';
import { runInPool } from '../src/work/pool.js';
import { smallStates } from '../src/work/run-tasks.js';
import { doTask, type Task, tryTask } from '../src/work/task.js';
import { worldIn } from './console-file.js';

const home = resolve(import.meta.dirname, '..');
const bin = join(home, 'bin', 'quiesce.js');
const project = mkdtempSync(join(tmpdir(), 'quiesce-bin-'));

beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: resolve(home, '../..') });
  cpSync(join(home, 'test/fixtures/queue'), project, { recursive: true });
}, 300_000);
afterAll(() => rmSync(project, { recursive: true }));

function shell(command: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${command}`], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, quiesce: bin },
  });
  return { status, stdout, stderr };
}

test('the version is that of the package', () => {
  expect(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))).toMatchObject({ version });
  expect(shell('$quiesce --version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('a second run takes everything from the cache, and says so', () => {
  shell('$quiesce check');
  const { status, stderr } = shell('$quiesce check');
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'quiesce: 4 of 4 cells from cache\n' });
});

test('a machine that refuses memory is told as such, and nothing is cached', () => {
  const { status, stdout, stderr } = shell(
    'ulimit -v 6000000; echo "// another text" >> model/queue.ts; $quiesce check',
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^quiesce: error: Cannot explore: out of memory \(the machine refuses \d+ MiB/);
  expect(stderr).toContain('quiesce: hint: Raise the limit of address space');
  expect(shell('$quiesce check').stderr).toContain('quiesce: 0 of 4 cells from cache');
});

describe('streams', () => {
  test('standard output that is full is a failure', () => {
    const { status, stderr } = shell('$quiesce check > /dev/full');
    expect(status).toBe(2);
    expect(stderr).toContain('quiesce: error: Cannot write to standard output: the disk is full\n');
  });

  test('standard output that takes only a part is a failure', () => {
    const { status, stderr } = shell('ulimit -f 1; $quiesce check --no-cache --json > part.json');
    expect(status).toBe(2);
    expect(stderr).toContain('quiesce: error: Cannot write to standard output');
  });

  test('standard error that is full is none', () => {
    expect(shell('$quiesce check 2> /dev/full > /dev/null').status).toBe(0);
  });

  test('a reader that leaves early is none', () => {
    const { status, stdout, stderr } = shell('$quiesce check --all-traces --json | head -1');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '{\n' });
    expect(stderr).not.toContain('EPIPE');
  });

  test('there is colour on a terminal only', () => {
    const onTerminal = `script -qec '${bin} check --option flag --all-traces' /dev/null`;
    const colour = '\u001b[';
    expect(shell('$quiesce check').stdout).not.toContain(colour);
    expect(shell(onTerminal).stdout).toContain(colour);
    expect(shell(`NO_COLOR=1 ${onTerminal}`).stdout).not.toContain(colour);
  });
});

describe('threads', () => {
  /** Ten workers make some hundred thousand states of one scenario. */
  function largeProject(): string {
    const folder = join(project, 'large');
    cpSync(join(home, 'test/fixtures/queue'), folder, { recursive: true });
    const path = join(folder, 'model/queue.ts');
    const one = "        { name: 'worker', body: () => worker(queue, option) },\n";
    const more = Array.from({ length: 10 }, (_, index) => one.replace("worker'", `worker${index}'`));
    writeFileSync(path, readFileSync(path, 'utf8').replace(one, more.join('')));
    return folder;
  }

  test('explore and tell the same as this process', async () => {
    const folder = largeProject();
    const world = worldIn(folder, [], []);
    const { program, description, entry, files } = readModel(readProject(world), 'model/queue.ts', world);
    const cell = {
      id: 'flag/one-job',
      subject: { kind: 'option', option: 'flag', scenario: 'one-job' },
      scenario: 'one-job',
      sizes: {},
      properties: description.properties.map(({ id }) => id),
      memoryModel: 'sc',
      reduction: 'none',
      bounds: { maxStates: 1_000_000, maxMegabytes: 500 },
    } as const;
    const target = { kind: 'signal', property: 'close/noJobAfter', signal: 'violated' } as const;
    const tasks: readonly Task[] = [
      { kind: 'explore', key: 'a', cell },
      { kind: 'story', key: 'b', cell, target, maxNodes: 1_000_000 },
    ];
    const results: unknown[] = [];
    await runInPool(tasks, {
      threads: 2,
      workerUrl: new URL('../dist/bundle/worker.js', import.meta.url),
      model: { entry, files },
      onProgress: () => {},
      onDone: (index, result) => {
        results[index] = result;
      },
    });
    expect(results).toEqual(tasks.map((task) => doTask(program, task)));
    expect(results).toMatchObject([{ kind: 'explored', complete: true }, { kind: 'story' }]);
    expect(tryTask(program, tasks[0]!, 100)).toBeUndefined();
    expect(tryTask(program, tasks[1]!, 3)).toBeUndefined();
  });

  test('are used by the command where the work is worth it, with the same result', () => {
    const folder = join(project, 'large');
    const command = `cd ${folder} && $quiesce check --option flag --all-traces --json --no-cache`;
    const { status, stdout } = shell(command);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).checks[0].cells[0].states).toBeGreaterThan(smallStates);
    expect(shell(`${command.replace('$quiesce', 'taskset -c 0 $quiesce')}`).stdout).toBe(stdout);
  });
});
