import { type Diagnostic, placeOf, type SourceText, textOf } from '@quiesce/contract';
import { isBlockName } from '../block-name.js';
import type { Fence } from '../fence.js';
import { report } from '../problems.js';
import type { RfcRule } from '../rule.js';

/** Any fence, of whatever kind: a block that stays open takes the promises after it as its text. */
export const unclosedFence: RfcRule = {
  id: 'rfc/unclosed-fence',
  check: ({ source, fences }) =>
    fences
      .filter((fence) => !fence.isClosed || fence.inner !== undefined)
      .map((fence) => {
        const { inner } = fence;
        const related =
          inner === undefined
            ? {}
            : { related: [{ place: inner, message: 'the block still runs at this fence' }] };
        const details = { fence: fence.marks, isSwallowing: inner !== undefined };
        return report('rfc/unclosed-fence', fence.opening, details, {
          ...related,
          ...closing(source, fence),
        });
      }),
};

/** Where a block of promises was meant to end can be guessed; where other text was, cannot. */
function closing(source: SourceText, fence: Fence): Pick<Diagnostic, 'fix'> {
  if (!isBlockName(textOf(source, fence.info)) || fence.container !== undefined || fence.indent > 0)
    return {};
  const at = fence.body.end;
  const isAtLineStart = placeOf(source, { start: at, end: at }).column === 1;
  const text = `${isAtLineStart ? '' : '\n'}${fence.marks}\n`;
  return { fix: { title: 'Close the block', edits: [{ start: at, end: at, text }] } };
}
