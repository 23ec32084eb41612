/**
 * The only place that runs git. It answers with its exit code and its bytes; what they mean is for who asked. Messages are
 * asked for in English, and nothing is paged, coloured, locked or fetched.
 *
 * A name that a user gave is only ever passed where git takes it for no option: after `--end-of-options`, after `--`, or
 * as the hash that it stood for.
 */
import { execFile } from 'node:child_process';
import { ToolError } from '@quiesce/contract';

export interface GitAnswer {
  readonly status: number;
  readonly bytes: Buffer;
  /** What it said on standard error. */
  readonly talk: string;
}

/** Runs in a folder, with `input` on its standard input. Rejects with a `ToolError` if git cannot be run at all. */
export type Git = (folder: string, words: readonly string[], input?: string) => Promise<GitAnswer>;

const mostBytes = 2 ** 30;

/** `env`: of the process, with the user's configuration of git in it. */
export function gitOf(env: Readonly<Record<string, string | undefined>>): Git {
  return (folder, words, input) =>
    new Promise((resolve, reject) => {
      const options = {
        cwd: folder,
        encoding: 'buffer' as const,
        maxBuffer: mostBytes,
        env: { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1' },
      };
      const child = execFile('git', ['--no-pager', ...words], options, (error, bytes, talk) => {
        if (error === null) resolve({ status: 0, bytes, talk: talk.toString() });
        else if (typeof error.code === 'number')
          resolve({ status: error.code, bytes, talk: talk.toString() });
        else reject(gitError(error));
      });
      // Git may end before it has read all; its exit code tells why.
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
    });
}

function gitError(error: Error & { readonly code?: unknown }): ToolError {
  if (error.code === 'ENOENT')
    return new ToolError('Cannot run git: there is no such program in the PATH', {
      cause: error,
      hint: 'Install git, or name files instead of revisions.',
    });
  return new ToolError(`Cannot run git: ${error.message}`, { cause: error });
}
