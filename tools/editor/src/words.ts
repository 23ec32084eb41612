/** What the words of the format mean, in the sentences that an editor shows. Keys are described by their own tables. */
import type { Keyword, ObjectionState } from '@quiesce/contract';

export const keywordWords = {
  MUST: 'Holds on every explored run of every option that promises it; a run that breaks it is a finding.',
  'MUST NOT': 'No explored run of an option that promises it does this; a run that does is a finding.',
  SHOULD: 'As MUST, but a run that breaks it is listed as a known deviation, and is no finding.',
  'SHOULD NOT': 'As MUST NOT, but a run that does it is listed as a known deviation, and is no finding.',
  MAY: 'Some run does it and some run does not. If none does, the permission is one that nobody uses.',
} as const satisfies Record<Keyword, string>;

export const stateWords = {
  open: 'Nobody has answered it. An RFC that is accepted has none of these.',
  answered: 'It has an Answer; the reviewer has not said more.',
  accepted: 'The RFC gave way: Revision says in which revision.',
  withdrawn: 'The reviewer took it back.',
  overruled: 'It stands, and was decided against: By says by whom.',
} as const satisfies Record<ObjectionState, string>;

export const memoryModelWords: Readonly<Record<string, string>> = {
  sc: 'Sequential consistency: every store is seen by all at once.',
  tso: 'Total store order, as on x86: a processor sees its own stores before others do.',
  lkmm: 'The memory model of the Linux kernel. No cell is explored under it: a link that asks for it stays unchecked.',
};
