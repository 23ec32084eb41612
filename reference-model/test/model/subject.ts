/** The model of asynchronous detach, for tests that explore it. */
import { fileURLToPath } from 'node:url';
import { readModel } from '../read-model.js';

export { exploreAll } from '../read-model.js';

export const { description, compileCell, compileEdited, exploreCell } = readModel(
  fileURLToPath(new URL('../../src/index.ts', import.meta.url)),
);
