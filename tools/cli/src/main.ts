/** The process behind the command `quiesce`: its streams, its threads and its exit code. */
import { fstatSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';
import { diskError, diskOf } from './disk.js';
import { gitOf } from './git.js';
import { programsOf } from './programs.js';
import { run } from './run.js';
import { toolVersion } from './tool-version.js';
import type { Output } from './world.js';

/** The result: if it cannot be written, the run has failed. */
function resultOutput(stream: StandardStream): Output {
  return outputOf(stream, (error) => {
    // Whoever reads may leave early (`quiesce check | head`): that is no failure, and there is nobody left to tell.
    if (error.code !== 'EPIPE') throw diskError('write to standard output', error);
  });
}

/** The talk: the run is worth as much without it. */
function talkOutput(stream: StandardStream): Output {
  return outputOf(stream, () => {});
}

function outputOf(stream: StandardStream, onError: (error: NodeJS.ErrnoException) => void): Output {
  // The same errors come to the callback of `write`; without a listener they would end the process.
  stream.on('error', () => {});
  const isFile = fstatSync(stream.fd).isFile();
  return {
    isTerminal: stream.isTTY === true,
    write: async (text) => {
      const error = isFile ? writeWhole(stream.fd, text) : await writeThrough(stream, text);
      if (error !== null) onError(error);
    },
  };
}

type StandardStream = NodeJS.WriteStream & { readonly fd: number };

function writeThrough(stream: StandardStream, text: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    stream.write(text, (error) => resolve(error ?? null));
  });
}

/** On a disk that is nearly full a write is short, and Node's stream for files takes that for success. */
function writeWhole(fd: number, text: string): NodeJS.ErrnoException | null {
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    return null;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

const cwd = process.cwd();
const disk = diskOf(cwd);

try {
  process.exitCode = await run(process.argv.slice(2), {
    cwd,
    env: process.env,
    stdin: () => text(process.stdin),
    stdout: resultOutput(process.stdout),
    stderr: talkOutput(process.stderr),
    disk,
    git: gitOf(process.env),
    programs: programsOf(process.env),
    threads: availableParallelism(),
    toolVersion: () => toolVersion(disk),
    now: () => performance.now(),
  });
} catch (error) {
  // A bug of ours. It must not end with 1, which says that something was found.
  console.error(error);
  console.error('quiesce: error: this is a bug of quiesce; nothing was found out');
  process.exitCode = 2;
}
// All that was to be written is written. What still runs, such as a check that a preview does not wait for, is not wanted.
process.exit();
