/** RFCs as a user names them: by path, by number, or all that are in force. */
import { resolve } from 'node:path';
import { isInForce } from '@quiesce/conformance';
import { ToolError } from '@quiesce/contract';
import type { ReadDocument } from '../documents.js';
import { shownPath } from '../project.js';
import type { World } from '../world.js';
import type { Known } from './known.js';

export function findRfcs(
  words: readonly string[],
  { documents, project }: Pick<Known, 'documents' | 'project'>,
  { cwd }: World,
): readonly ReadDocument[] {
  if (words.length === 0) return documents.filter(({ document }) => isInForce(document));
  return words.map((word) => {
    const file = shownPath(project.root, resolve(cwd, word));
    const named = documents.find(({ document }) => document.file === file);
    const numbered = documents.filter(
      ({ document }) => /^[0-9]+$/.test(word) && document.number === Number(word),
    );
    const [found] = named === undefined ? numbered : [named];
    if (named === undefined && numbered.length > 1)
      throw new ToolError(`Unexpected RFC ${word}, which ${numbered.length} files are`, {
        hint: `Name one of ${numbered.map(({ document }) => document.file).join(', ')}.`,
      });
    if (found !== undefined) return found;
    const list = documents.map(({ document }) => document.file).join(', ');
    throw new ToolError(`Cannot find the RFC ${JSON.stringify(word)}`, { hint: `There are: ${list}.` });
  });
}
