/** What the command line knows of the process that it runs in. Tests give another one. */
import type { Disk } from './disk.js';
import type { Git } from './git.js';
import type { Programs } from './programs.js';

export interface Output {
  /** Resolves when the text is written; rejects with a `ToolError` if it cannot be. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
}

export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of standard input, as UTF-8. */
  readonly stdin: () => Promise<string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly disk: Disk;
  readonly git: Git;
  readonly programs: Programs;
  /** Threads for work that takes long; 0: everything is done in this one. */
  readonly threads: number;
  /** Changes whenever the code that explores does. */
  readonly toolVersion: () => string;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/** Colour for a terminal, unless NO_COLOR says otherwise (https://no-color.org). */
export function isColoured({ isTerminal }: Output, { env }: World): boolean {
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
