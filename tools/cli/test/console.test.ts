/** Each file in `console/` is documentation that is run: `npx vitest run --project cli -u` writes what commands print now. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replayConsole } from './console-file.js';

const folder = join(import.meta.dirname, 'console');
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

test.each(files)('%s', async (name) => {
  const path = join(folder, name);
  await expect(await replayConsole(readFileSync(path, 'utf8'))).toMatchFileSnapshot(path);
});
