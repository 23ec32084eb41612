/** The process behind the command `quiesce`: its streams, its threads and its exit code. */
import { availableParallelism } from 'node:os';
import { diskError, diskOf } from './disk.js';
import { run } from './run.js';
import { toolVersion } from './tool-version.js';
import type { Output } from './world.js';

function outputOf(stream: NodeJS.WriteStream, name: string): Output {
  // Whoever reads may leave early (`quiesce check | head`): that is no failure, and there is nobody left to tell.
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isClosed ||= error.code === 'EPIPE';
  });
  return {
    isTerminal: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (isClosed) return resolve();
        stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
          if (error === null || error === undefined || error.code === 'EPIPE') resolve();
          else reject(diskError(`write to ${name}`, error));
        });
      }),
  };
}

const cwd = process.cwd();
const disk = diskOf(cwd);

process.exitCode = await run(process.argv.slice(2), {
  cwd,
  env: process.env,
  stdout: outputOf(process.stdout, 'standard output'),
  stderr: outputOf(process.stderr, 'standard error'),
  disk,
  threads: availableParallelism(),
  toolVersion: () => toolVersion(disk),
  now: () => performance.now(),
});
