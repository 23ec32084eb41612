/** The one keyword of a promise. A word in lower case is prose; a word with letters, digits or `_` beside it is a name. */
import { type Keyword, keywords } from './clause.js';
import { placeInValue } from './field.js';
import type { ValueReader } from './parse-value.js';
import { right, wrong } from './parse-value.js';
import { report } from './problems.js';

const inCapitals = /(?<![\w-])(?:(MUST|SHOULD|MAY)[ \t]+NOT|MUST|SHOULD|MAY)(?![\w-])/g;
const nearMiss = /(?<![\w-])(?:shall|will|must|should|may|can)(?:[ \t]+not)?(?![\w-])/gi;

const meant: Readonly<Record<string, Keyword>> = {
  must: 'MUST',
  'must not': 'MUST NOT',
  shall: 'MUST',
  'shall not': 'MUST NOT',
  will: 'MUST',
  'will not': 'MUST NOT',
  should: 'SHOULD',
  'should not': 'SHOULD NOT',
  may: 'MAY',
  can: 'MAY',
};

export const readKeyword: ValueReader<Keyword> = (source, field) => {
  const [first, ...others] = [...field.value.matchAll(inCapitals)].map((match) => ({
    keyword: match[0].replace(/[ \t]+/g, ' '),
    place: placeInValue(source, field, { start: match.index, end: match.index + match[0].length }),
  }));
  if (first === undefined) {
    const miss = [...field.value.matchAll(nearMiss)].find(([text]) => nearKeyword(text) !== undefined);
    if (miss === undefined)
      return wrong(report('contract/no-keyword', field.valuePlace, { found: undefined, near: undefined }));
    const near = nearKeyword(miss[0])!;
    const place = placeInValue(source, field, { start: miss.index, end: miss.index + miss[0].length });
    const fix = { title: `Write ${near}`, edits: [{ start: place.start, end: place.end, text: near }] };
    return wrong(report('contract/no-keyword', place, { found: miss[0], near }, { fix }));
  }
  const [second] = others;
  if (second !== undefined) {
    const related = [{ place: first.place, message: `the first keyword, ${first.keyword}, is here` }];
    return wrong(report('contract/second-keyword', second.place, { keyword: second.keyword }, { related }));
  }
  const keyword = keywords.find((one) => one === first.keyword);
  return keyword === undefined
    ? wrong(report('contract/may-not', first.place, {}))
    : right(keyword, first.place);
};

function nearKeyword(text: string): Keyword | undefined {
  return meant[text.toLowerCase().replace(/[ \t]+/g, ' ')];
}
