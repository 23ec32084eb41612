/** What a keyword asks of the model, in one sentence. One exhaustive table. */
import type { Keyword } from '@quiesce/contract';

const always =
  'every explored run of every option that promises it keeps it; a run that does not is a finding';
const usually = 'the same is asked as of MUST; a run that does not keep it is shown as a known deviation';

export const keywordMeanings: Readonly<Record<Keyword, string>> = {
  MUST: always,
  'MUST NOT': always,
  SHOULD: usually,
  'SHOULD NOT': usually,
  MAY: 'some run does it, and some run does not; a permission that no run uses is shown',
};
