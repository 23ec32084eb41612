/** A world on the real disk, without a terminal: what a browser is to open has to be there. */
import { diskOf } from '../../src/disk.js';
import { gitOf } from '../../src/git.js';
import { programsOf } from '../../src/programs.js';
import type { World } from '../../src/world.js';

/** Debian's browser, unless the environment names another. The tests of this folder are skipped where it is missing. */
export const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** `print` gets what goes to standard output. */
export function worldAt(folder: string, print: (text: string) => void = () => {}): World {
  const stream = (write: (text: string) => void) => ({
    isTerminal: false,
    write: async (text: string) => write(text),
  });
  return {
    cwd: folder,
    env: {},
    stdin: async () => '',
    stdout: stream(print),
    stderr: stream(() => {}),
    disk: diskOf(folder),
    git: gitOf(process.env),
    programs: programsOf(process.env),
    threads: 0,
    toolVersion: () => 'test',
    now: () => performance.now(),
  };
}
