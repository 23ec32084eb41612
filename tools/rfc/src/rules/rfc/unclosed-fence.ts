import { type Diagnostic, placeOf, type SourceText, textOf } from '@quiesce/contract';
import { isBlockName } from '../../block-name.js';
import type { Fence } from '../../fence.js';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** Any fence, of whatever kind: a block that stays open takes the promises after it as its text. */
export const unclosedFence = rule(
  {
    'rfc/unclosed-fence': code<{ marks: string; isSwallowing: boolean }>({
      severity: always('error'),
      rule: 'Each fence is closed before the next one opens, and before its list, its quote or the file ends.',
      message: ({ marks, isSwallowing }) =>
        `Unexpected ${isSwallowing ? 'fence inside this block' : 'end of this block'}, expected a line "${marks}" that closes it`,
      hint: ({ marks, isSwallowing }) =>
        isSwallowing
          ? `Close the block before the next one starts; if the inner fence belongs to the text, open and close the outer block with more than ${marks.length} marks.`
          : `Add a line "${marks}" where the block ends.`,
      isFirm: true,
    }),
  },
  ({ rfc: { source, fences } }, report) =>
    fences
      .filter((fence) => !fence.isClosed || fence.inner !== undefined)
      .map((fence) => {
        const { inner, marks } = fence;
        const related =
          inner === undefined
            ? {}
            : { related: [{ place: inner, message: 'the block still runs at this fence' }] };
        const details = { marks, isSwallowing: inner !== undefined };
        return report('rfc/unclosed-fence', fence.opening, details, {
          ...related,
          ...closing(source, fence),
        });
      }),
);

/** Where a block of promises was meant to end can be guessed; where other text was, cannot. */
function closing(source: SourceText, fence: Fence): Pick<Diagnostic, 'fix'> {
  if (!isBlockName(textOf(source, fence.info)) || fence.container !== undefined || fence.indent > 0)
    return {};
  const at = fence.body.end;
  const isAtLineStart = placeOf(source, { start: at, end: at }).column === 1;
  const text = `${isAtLineStart ? '' : '\n'}${fence.marks}\n`;
  return { fix: { title: 'Close the block', edits: [{ start: at, end: at, text }] } };
}
