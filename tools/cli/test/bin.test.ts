/** The command as it is installed, in processes of its own: what tests in this process cannot see. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, CompletionItem, Hover, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { readModel } from '../src/model.js';
import { readProject } from '../src/project.js';
import { version } from '../src/version.js';
import { runInPool } from '../src/work/pool.js';
import { smallStates } from '../src/work/run-tasks.js';
import { doTask, type Task, tryTask } from '../src/work/task.js';
import { worldIn } from './console-file.js';
import { clientOf } from './lsp/client.js';

const home = resolve(import.meta.dirname, '..');
const bin = join(home, 'bin', 'quiesce.js');
const project = realpathSync(mkdtempSync(join(tmpdir(), 'quiesce-bin-')));

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

describe('the server that an editor starts', () => {
  /** For what comes when nothing else is to do. */
  const patience = { timeout: 20_000 };

  function startServer() {
    const child = spawn(process.execPath, [bin, 'lsp', '--stdio'], {
      cwd: '/',
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const talk: string[] = [];
    child.stderr.on('data', (text) => talk.push(String(text)));
    return { child, talk, client: clientOf(child.stdout, child.stdin), ended: endOf(child) };
  }

  function endOf(child: ChildProcess): Promise<number | null> {
    return new Promise((resolveCode) => child.on('exit', resolveCode));
  }

  test('a session, from the first message to the last', async () => {
    const { client, talk, ended } = startServer();
    const folder = join(project, 'written');
    cpSync(join(home, 'test/fixtures/queue'), folder, { recursive: true });
    const path = join(folder, 'rfc/0001-closing-a-queue.md');
    const uri = pathToFileURL(path).href;
    const text = readFileSync(path, 'utf8').replace('Scope:', 'Scoep:');
    const lineOf = (begin: string): number => text.split('\n').findIndex((line) => line.startsWith(begin));
    const at = (line: string, character: number) => ({
      textDocument: { uri },
      position: { line: lineOf(line), character },
    });

    await client.initialize(pathToFileURL(folder).href, {
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
    });
    client.open(uri, text);
    const [finding] = await client.findings(uri, () => true);
    expect(finding).toMatchObject({
      code: 'contract/unknown-key',
      range: { start: { line: lineOf('Scoep:') } },
    });

    const [fix] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: finding!.range,
      context: { diagnostics: [finding] },
    });
    const edit = fix?.edit?.changes?.[uri]?.[0];
    expect(edit?.newText).toBe('Scope');
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: edit?.range, text: edit?.newText }],
    });
    expect(await client.findings(uri, (_, version) => version === 2)).toEqual([]);

    const hover = await client.request<Hover>('textDocument/hover', at('Clause: close.price', 10));
    expect(JSON.stringify(hover.contents)).toContain('the model has no time');
    const keys = await client.request<CompletionItem[]>('textDocument/completion', at('Unchecked: ', 0));
    expect(keys.map(({ label }) => label)).toContain('Model');

    // The model is read in a thread of its own.
    await expect
      .poll(() => client.request('textDocument/definition', at('Model:  close/noJobAfter', 12)), patience)
      .toMatchObject([{ uri: pathToFileURL(join(folder, 'model/queue.ts')).href }]);
    const renamed = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at('Clause: close.no-job-after', 12),
      newName: 'close.quiet',
    });
    expect(Object.keys(renamed.changes ?? {})).toHaveLength(2);

    expect(await client.request('shutdown', undefined)).toBeNull();
    client.notify('exit', undefined);
    expect(await ended).toBe(0);
    expect(talk).toEqual([]);
  });

  test('an editor that closes its end without a word', async () => {
    const { client, child, ended } = startServer();
    await client.initialize(null);
    client.connection.dispose();
    child.stdin.end();
    expect(await ended).toBe(1);
  });

  test('an editor that is killed', async () => {
    // Its end of the pipe stays open, as that of an editor with children of its own does.
    const editor = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
    const { client, ended } = startServer();
    await client.request('initialize', { processId: editor.pid, rootUri: null, capabilities: {} });
    editor.kill('SIGKILL');
    expect(await ended).toBe(1);
  });

  test('without a way to talk it says what to write', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'lsp'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain("required option '--stdio'");
  });
});
