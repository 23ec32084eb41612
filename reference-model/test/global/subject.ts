/** The model of global tracing, for tests that explore it. */
import { fileURLToPath } from 'node:url';
import { readModel } from '../read-model.js';

export const { description, compileCell, exploreCell } = readModel(
  fileURLToPath(new URL('../../src/global/index.ts', import.meta.url)),
);
