import { ToolError } from '@quiesce/contract';
import { expect, test } from 'vitest';
import { memoryError } from '../../src/work/memory-error.js';

test.each([
  ['memory that the machine refuses', new RangeError('the machine refuses 64 MiB for states')],
  ['a thread without memory', Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })],
])('%s is a failure of the world', (_, error) => {
  const told = memoryError(error);
  expect(told).toBeInstanceOf(ToolError);
  expect(told).toMatchObject({ message: expect.stringContaining(error.message), cause: error });
});

test.each([
  ['a stack that overflows', new RangeError('Maximum call stack size exceeded')],
  ['another error', new TypeError('x is not a function')],
  ['no error at all', 'text'],
])('%s is none', (_, error) => expect(memoryError(error)).toBe(error));
