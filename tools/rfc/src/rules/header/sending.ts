/** What a list expects of an RFC that comes to it: who sends it, where it goes, and that it is meant to be read. */
import { placeOf } from '@quiesce/contract';
import { fromReview, whenSent } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

export const sending = rule(
  {
    'header/no-lists': code<object>({
      severity: whenSent('warning'),
      rule: 'The front matter names the lists to which an RFC is sent.',
      message: () => 'Unexpected end of the front matter, expected lists',
      hint: () => 'Add "lists: [linux-kernel@vger.kernel.org]", with the lists of those whom it concerns.',
    }),
    'header/no-authors': code<object>({
      severity: whenSent('warning'),
      rule: 'The front matter names the authors of an RFC that is sent.',
      message: () => 'Unexpected end of the front matter, expected authors',
      hint: () => 'Add "authors: [...]", with the names of those who answer for it.',
    }),
    'header/draft-sent': code<object>({
      severity: whenSent('warning'),
      rule: 'What is sent is no draft any more.',
      message: () => 'Unexpected status draft in an RFC that is to be sent, expected review',
      hint: () => 'Set it to review: others are asked to read it.',
    }),
    'header/closed-sent': code<{ status: string }>({
      severity: whenSent('error'),
      rule: 'What is withdrawn or superseded is not sent.',
      message: ({ status }) => `Unexpected status ${status} in an RFC that is to be sent`,
      hint: () => 'Send the RFC that takes its place, or set the status back to review.',
    }),
    'header/supersedes-itself': code<{ number: number }>({
      severity: fromReview('error'),
      rule: 'An RFC supersedes others, not itself.',
      message: ({ number }) => `Unexpected ${number} in supersedes: it is the number of this RFC`,
    }),
  },
  ({ rfc: { frontMatter, frontMatterPlaces, source, markdownOffset } }, report) => {
    if (frontMatter === undefined) return [];
    const { status, lists, authors, supersedes = [], rfc: number } = frontMatter;
    const opening = placeOf(source, { start: markdownOffset, end: markdownOffset + 3 });
    const place = frontMatterPlaces.status ?? opening;
    return [
      ...(lists === undefined ? [report('header/no-lists', opening, {})] : []),
      ...(authors === undefined ? [report('header/no-authors', opening, {})] : []),
      ...(status === 'draft' ? [report('header/draft-sent', place, {})] : []),
      ...(status === 'withdrawn' || status === 'superseded'
        ? [report('header/closed-sent', place, { status })]
        : []),
      ...(supersedes.includes(number)
        ? [report('header/supersedes-itself', frontMatterPlaces.supersedes ?? opening, { number })]
        : []),
    ];
  },
);
