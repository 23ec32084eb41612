/** What a machine without memory throws, in words: here as in a thread. */
import { ToolError } from '@quiesce/contract';

/** A ToolError for want of memory; any other error as it is. */
export function memoryError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : undefined;
  // A stack that overflows is a RangeError too, and a bug.
  const isMemory = error instanceof RangeError && !error.message.includes('call stack');
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY' && !isMemory) return error;
  return new ToolError(`Cannot explore: out of memory (${error.message})`, {
    hint: 'Raise the limit of address space (ulimit -v), lower maxMegabytes or maxStoryNodes in quiesce.json, or make the scenarios smaller.',
    cause: error,
  });
}
