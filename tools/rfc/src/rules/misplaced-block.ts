import { type Edit, linesWithin, type SourceText, textOf } from '@quiesce/contract';
import { isBlockName } from '../block-name.js';
import type { Fence } from '../fence.js';
import { report } from '../problems.js';
import type { RfcRule } from '../rule.js';

export const misplacedBlock: RfcRule = {
  id: 'rfc/misplaced-block',
  check: ({ source, fences }) =>
    fences.flatMap((fence) => {
      const block = textOf(source, fence.info);
      const { container } = fence;
      if (!isBlockName(block) || (container === undefined && fence.indent === 0)) return [];
      const fix = { title: 'Move it to column 1', edits: outdent(source, fence) };
      const details = { block, container };
      return [report('rfc/misplaced-block', fence.opening, details, container === undefined ? { fix } : {})];
    }),
};

/** Takes the blanks before the opening fence away, and as many from each line of the block as it has. */
function outdent(source: SourceText, fence: Fence): readonly Edit[] {
  const start = fence.place.start - fence.indent;
  return linesWithin(source, { start, end: fence.place.end }).flatMap((line) => {
    const blanks = /^ */.exec(textOf(source, line))![0].length;
    const count = Math.min(blanks, fence.indent);
    return count === 0 ? [] : [{ start: line.start, end: line.start + count, text: '' }];
  });
}
