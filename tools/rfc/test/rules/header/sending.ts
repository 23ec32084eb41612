import { header, type Samples, sentHeader } from '../../sample.js';

export const samples: Samples<
  | 'header/no-lists'
  | 'header/no-authors'
  | 'header/draft-sent'
  | 'header/closed-sent'
  | 'header/supersedes-itself'
> = {
  'header/no-lists': [{ raises: sentHeader({ lists: '' }).replace('---', '⟦---⟧'), silent: sentHeader() }],
  'header/no-authors': [
    { raises: sentHeader({ authors: '' }).replace('---', '⟦---⟧'), silent: sentHeader() },
  ],
  'header/draft-sent': [
    {
      raises: sentHeader({ status: 'status: ⟦draft⟧' }),
      silent: sentHeader({ status: 'status: accepted' }),
    },
  ],
  'header/closed-sent': [
    { raises: sentHeader({ status: 'status: ⟦withdrawn⟧' }), silent: sentHeader() },
    { raises: sentHeader({ status: 'status: ⟦superseded⟧' }), silent: sentHeader() },
  ],
  'header/supersedes-itself': [
    { raises: header({ more: 'supersedes: ⟦[3, 1]⟧' }), silent: header({ more: 'supersedes: [3]' }) },
  ],
};
