import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRfc, type NewRfc, newRfcText, titleSlug } from '../../src/index.js';

const plain: NewRfc = {
  number: 3,
  title: 'Closing a queue',
  options: ['locked', 'lock-free'],
  authors: ['A. Writer'],
  lists: ['list@example.org'],
};

test('a new RFC is complete, short and clean', () => {
  const text = newRfcText(plain);
  expect(text.split('\n').length).toBeLessThanOrEqual(31);
  const { rfc, diagnostics } = checkRfc('rfc/0003-closing-a-queue.md', text);
  expect(diagnostics).toEqual([]);
  expect(rfc.frontMatter).toEqual({
    rfc: 3,
    title: 'Closing a queue',
    revision: 1,
    status: 'draft',
    options: ['locked', 'lock-free'],
    authors: ['A. Writer'],
    lists: ['list@example.org'],
  });
  expect(rfc.clauses.map(({ id }) => id)).toEqual(['closing-queue.draft']);
  expect(text).not.toMatch(/^#|TODO|\.\.\./m);
});

describe('titles', () => {
  test.each([
    ['Closing a queue', 'closing-a-queue'],
    ['  utrace_control(): what 0 means ', 'utrace-control-what-0-means'],
    ['Über Größe', 'uber-gro-e'],
    ['///', 'untitled'],
    ['待つ', 'untitled'],
    ['a'.repeat(80), 'a'.repeat(60)],
    [
      'one two three four five six seven eight nine ten eleven twelve',
      'one-two-three-four-five-six-seven-eight-nine-ten-eleven',
    ],
  ])('%j is %j in the name of a file', (title, slug) => {
    expect(titleSlug(title)).toBe(slug);
  });

  test.each([
    '# not a heading',
    '1. not a list',
    '- nor this',
    '*stars* and _lines_ and `ticks`',
    'a_b_c',
    'true',
    '[link](x)',
    '<b>',
    'x: y # z',
    '"quoted"',
    '&amp;',
    '~~gone~~',
    '| a | b |',
    '==',
    '---',
  ])('%j is shown as it is', (title) => {
    const { rfc, diagnostics } = checkRfc('rfc/0003-x.md', newRfcText({ ...plain, title }));
    expect(diagnostics).toEqual([]);
    expect(rfc.sections[0]?.title).toBe(title);
  });

  test('any title of one line makes an RFC without a finding', () => {
    const character = fc.constantFrom(...'aZ09 _-*`#:&;<>[](){}|!"\'\\/.,~+=@^$%é待\u{1f600}');
    const line = fc
      .array(character, { minLength: 1, maxLength: 40 })
      .map((list) => list.join('').replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(line, (title) => {
        const { rfc, diagnostics } = checkRfc('rfc/0003-x.md', newRfcText({ ...plain, title }));
        expect(diagnostics).toEqual([]);
        expect(rfc.title).toBe(title);
        expect(rfc.sections[0]?.title).toBe(title);
        expect(titleSlug(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
      { numRuns: 1000 },
    );
  });
});

test('names that are not plain in YAML stay what they are', () => {
  const authors = ['O\u2019Brien, A.', 'null', '[x]', 'a: b', '# c'];
  expect(checkRfc('a.md', newRfcText({ ...plain, authors })).rfc.frontMatter?.authors).toEqual(authors);
});
