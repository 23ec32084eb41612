/** The info strings of the blocks that are read, and what comes near them. */
import { clauseTable, nearestWord, objectionTable } from '@quiesce/contract';

const blockNames = [clauseTable.block, objectionTable.block] as const;

export type BlockName = (typeof blockNames)[number];

export function isBlockName(info: string): info is BlockName {
  return blockNames.some((name) => name === info);
}

/**
 * The block that an info string was probably meant to be, though it is none: in other letters, with one slip, with marks
 * around it (`{contract}`), or with more words after it.
 */
export function nearBlockName(info: string): BlockName | undefined {
  if (isBlockName(info)) return undefined;
  const word = (/^\S*/.exec(info)?.[0] ?? '').replace(/[^\w-]/g, '');
  return blockNames.find((name) => nearestWord(word, [name], 1) !== undefined);
}
