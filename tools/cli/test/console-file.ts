/**
 * Runs a Markdown file whose `console` blocks show commands and what they print, and gives back the same file with what they
 * print now. `$ quiesce ...` runs here, in this process and from source; any other command runs in a shell.
 *
 *     ```console
 *     $ quiesce check > report.txt      standard output into a file, `2>` for the talk, `<` for input; "one argument" in quotes
 *     $ echo $?
 *     0
 *     ```
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { diskOf } from '../src/disk.js';
import { gitOf } from '../src/git.js';
import { programsOf } from '../src/programs.js';
import { run } from '../src/run.js';
import type { World } from '../src/world.js';

/** `text` names the fixture that is copied: `<!-- project: queue -->`. */
export async function replayConsole(text: string): Promise<string> {
  const fixture = /<!-- project: ([a-z-]+) -->/.exec(text)?.[1];
  if (fixture === undefined) throw new Error('the file does not name its project');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'quiesce-')));
  try {
    cpSync(join(import.meta.dirname, 'fixtures', fixture), folder, { recursive: true });
    const parts = text.split(/^(```console\n[\s\S]*?^```$)/m);
    const shell: Shell = { folder, status: 0 };
    const replayed: string[] = [];
    for (const part of parts)
      replayed.push(part.startsWith('```console') ? await replayBlock(part, shell) : part);
    return replayed.join('').replaceAll(folder, '/project');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of each command: git has a clock that stands still, and reads no configuration but that of the repository. */
const shellEnv = {
  ...process.env,
  GIT_AUTHOR_DATE: '2026-03-01T12:00:00Z',
  GIT_COMMITTER_DATE: '2026-03-01T12:00:00Z',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

interface Shell {
  readonly folder: string;
  status: number;
}

async function replayBlock(block: string, shell: Shell): Promise<string> {
  const commands = block.split('\n').filter((line) => line.startsWith('$ '));
  const shown: string[] = [];
  for (const command of commands) {
    const output = await runCommand(command.slice(2), shell);
    shown.push(command, ...(output === '' ? [] : [output.replace(/\n$/, '')]));
  }
  return ['```console', ...shown, '```'].join('\n');
}

async function runCommand(command: string, shell: Shell): Promise<string> {
  if (command === 'echo $?') return `${shell.status}\n`;
  const quiesce = /^quiesce(.*?)(?: < ?(\S+))?(?: 2> ?(\S+))?(?: > ?(\S+))?$/.exec(command);
  if (quiesce !== null) {
    const [, words = '', inputFile, talkFile, resultFile] = quiesce;
    return runQuiesce(
      Array.from(words.matchAll(/"([^"]*)"|[^ "]+/g), ([word, inside]) => inside ?? word),
      { inputFile, talkFile, resultFile },
      shell,
    );
  }
  const output = execFileSync('sh', ['-c', `{ ${command}\n} 2>&1; echo "status $?"`], {
    cwd: shell.folder,
    env: shellEnv,
  });
  const [, text = '', status] = /^([\s\S]*)status (\d+)\n$/.exec(output.toString()) ?? [];
  shell.status = Number(status);
  return text;
}

interface Redirections {
  readonly inputFile: string | undefined;
  readonly talkFile: string | undefined;
  readonly resultFile: string | undefined;
}

async function runQuiesce(
  words: readonly string[],
  { inputFile, talkFile, resultFile }: Redirections,
  shell: Shell,
): Promise<string> {
  const screen: string[] = [];
  const talk: string[] = talkFile === undefined ? screen : [];
  const result: string[] = resultFile === undefined ? screen : [];
  const input = inputFile === undefined ? '' : readFileSync(resolve(shell.folder, inputFile), 'utf8');
  shell.status = await run(words, worldIn(shell.folder, result, talk, input));
  if (talkFile !== undefined) writeFileSync(resolve(shell.folder, talkFile), talk.join(''));
  if (resultFile !== undefined) writeFileSync(resolve(shell.folder, resultFile), result.join(''));
  return screen.join('');
}

/** A world of one thread in which no time passes. */
export function worldIn(folder: string, result: string[], talk: string[], input = ''): World {
  const output = (into: string[]) => ({
    isTerminal: false,
    write: async (text: string) => {
      into.push(text);
    },
  });
  return {
    cwd: folder,
    env: {},
    stdin: async () => input,
    stdout: output(result),
    stderr: output(talk),
    disk: diskOf(folder),
    git: gitOf(shellEnv),
    programs: programsOf(shellEnv),
    threads: 0,
    toolVersion: () => 'test',
    now: () => 0,
  };
}
