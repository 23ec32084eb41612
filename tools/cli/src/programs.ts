/**
 * The only place that runs programs other than git. Both of a program's streams are read line by line as one; so if this process
 * is killed, what it started ends by itself at its next line, as at the end of any pipe.
 */
import { spawn } from 'node:child_process';
import { ToolError } from '@quiesce/contract';

export interface ProgramRun {
  readonly program: string;
  readonly words: readonly string[];
  /** Absolute. */
  readonly folder: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called for each line of either stream, without its end. */
  readonly onLine?: (line: string) => void;
  /** It gets this process's own streams, and nothing is read. */
  readonly isInteractive?: boolean;
  /** It is ended then. */
  readonly timeoutMs?: number;
}

export type ProgramEnd =
  | { readonly kind: 'exit'; readonly status: number }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'timeout' };

/** Rejects with a `ToolError` if the program cannot be run at all. */
export type Programs = (run: ProgramRun) => Promise<ProgramEnd>;

/** What is left of a program a while after it was asked to end is ended. */
const graceMs = 3000;

export function programsOf(env: Readonly<Record<string, string | undefined>>): Programs {
  return ({ program, words, folder, env: more, onLine = () => {}, isInteractive = false, timeoutMs }) =>
    new Promise((resolve, reject) => {
      const child = spawn(program, words, {
        cwd: folder,
        env: { ...env, ...more },
        stdio: isInteractive ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      });
      let isLate = false;
      const timer =
        timeoutMs === undefined
          ? undefined
          : setTimeout(() => {
              isLate = true;
              child.kill('SIGTERM');
              setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
            }, timeoutMs);
      for (const stream of [child.stdout, child.stderr]) if (stream !== null) eachLine(stream, onLine);
      child.on('error', (error) => {
        clearTimeout(timer);
        reject(programError(program, error));
      });
      child.on('close', (status, signal) => {
        clearTimeout(timer);
        if (isLate) resolve({ kind: 'timeout' });
        else if (status === null) resolve({ kind: 'signal', signal: signal ?? 'unknown' });
        else resolve({ kind: 'exit', status });
      });
    });
}

function eachLine(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop()!;
    for (const line of lines) onLine(line.replace(/\r$/, ''));
  });
  stream.on('end', () => {
    if (rest !== '') onLine(rest);
  });
}

function programError(program: string, error: Error & { readonly code?: unknown }): ToolError {
  const reason = error.code === 'ENOENT' ? 'there is no such program in the PATH' : error.message;
  return new ToolError(`Cannot run ${program}: ${reason}`, { cause: error });
}
