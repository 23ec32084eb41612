import { type Edit, linesWithin, type SourceText, textOf } from '@quiesce/contract';
import { isBlockName } from '../../block-name.js';
import type { Fence } from '../../fence.js';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

export const misplacedBlock = rule(
  {
    'rfc/misplaced-block': code<{ block: string; container: string | undefined }>({
      severity: always('error'),
      rule: 'A contract or objection block starts at column 1, outside lists and quotes.',
      message: ({ block, container }) =>
        `Unexpected ${block} block ${container === undefined ? 'with white space before it' : `inside a ${container}`}, expected it at column 1`,
      hint: ({ container, block }) =>
        container === undefined
          ? 'Remove the white space before each of its lines; until then it promises nothing.'
          : `Move it out of the ${container}; until then it promises nothing. If it only quotes a block, use another word than "${block}" after the fence, such as "text".`,
      isFirm: true,
    }),
  },
  ({ rfc: { source, fences } }, report) =>
    fences.flatMap((fence) => {
      const block = textOf(source, fence.info);
      const { container } = fence;
      if (!isBlockName(block) || (container === undefined && fence.indent === 0)) return [];
      const fix = { title: 'Move it to column 1', edits: outdent(source, fence) };
      const details = { block, container };
      return [report('rfc/misplaced-block', fence.opening, details, container === undefined ? { fix } : {})];
    }),
);

/** Takes the blanks before the opening fence away, and as many from each line of the block as it has. */
function outdent(source: SourceText, fence: Fence): readonly Edit[] {
  const start = fence.place.start - fence.indent;
  return linesWithin(source, { start, end: fence.place.end }).flatMap((line) => {
    const blanks = /^ */.exec(textOf(source, line))![0].length;
    const count = Math.min(blanks, fence.indent);
    return count === 0 ? [] : [{ start: line.start, end: line.start + count, text: '' }];
  });
}
