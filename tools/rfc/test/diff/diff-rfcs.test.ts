import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffRfcs, isSameRfc, parseRfc } from '../../src/index.js';
import { clauseOf, rfcOf } from './rfc-samples.js';

const withProse = (before: string, after: string) =>
  diffRfcs(rfcOf([clauseOf('a')], { prose: before }), rfcOf([clauseOf('a')], { prose: after }));

const objection = (state: string) =>
  [
    '```objection',
    'Objection: cost',
    'From: A. Reviewer',
    'Says: It costs.',
    'Answer: It does not.',
    `State: ${state}`,
    '```',
    '',
  ].join('\n');

describe('prose', () => {
  test('a paragraph that is only filled anew has not changed', () => {
    expect(isSameRfc(withProse('Some words\nin lines.\n', 'Some words in\nlines.\n'))).toBe(true);
  });

  test('a paragraph is followed by its words', () => {
    const { sections } = withProse(
      'First one.\n\nThe lamp is off and dark.\n',
      'The lamp is off and cold.\n\nNew here.\n',
    );
    expect(sections).toMatchObject([{ title: 'Lamps', change: 'changed' }]);
    expect(sections[0]?.paragraphs.map(({ before, after }) => [before, after])).toEqual([
      ['First one.', undefined],
      ['The lamp is off and dark.', 'The lamp is off and cold.'],
      [undefined, 'New here.'],
    ]);
  });

  test('a heading that changed keeps its prose', () => {
    const { sections } = withProse('Old\n---\n\nText.\n', 'New\n---\n\nText.\n');
    expect(sections.map(({ title, change }) => [title, change])).toEqual([['New', 'renamed']]);
  });

  test('sections come and go by their headings', () => {
    const { sections } = withProse('Gone\n----\n\nOne.\n', 'Here\n----\n\nQuite another.\n');
    expect(sections.map(({ title, change }) => [title, change])).toEqual([
      ['Here', 'added'],
      ['Gone', 'removed'],
    ]);
  });

  test('a table is compared by lines', () => {
    const { sections } = withProse('    a   b\n    1   2\n', '    a   b\n    1   3\n');
    expect(sections[0]?.paragraphs).toMatchObject([
      { form: 'lines', runs: [{ kind: 'same', text: '    a   b' }, { kind: 'removed' }, { kind: 'added' }] },
    ]);
  });

  test('text above all headings is a section without a title', () => {
    const before = parseRfc('a.md', 'One.\n').rfc;
    const after = parseRfc('a.md', 'Two words.\n').rfc;
    expect(diffRfcs(before, after).sections).toMatchObject([{ title: '', change: 'changed' }]);
  });
});

describe('clauses by their place', () => {
  const parts = (first: string, second: string) =>
    parseRfc('a.md', `One\n---\n\n${first}\nTwo\n---\n\n${second}\n`).rfc;
  const block = '```contract\nClause: a.b\nThen: it MAY be\nWhy: So.\n```\n';

  test('one under another heading has moved, and is the same', () => {
    const { moved, clauses } = diffRfcs(parts(block, 'Text.\n'), parts('', `Text.\n\n${block}`));
    expect(moved).toEqual([{ id: 'a.b', from: 'One', to: 'Two' }]);
    expect(clauses).toEqual([]);
  });

  test('one under a heading that was renamed has not', () => {
    const before = parseRfc('a.md', `One\n---\n\n${block}`).rfc;
    const after = parseRfc('a.md', `Uno\n---\n\n${block}`).rfc;
    expect(diffRfcs(before, after).moved).toEqual([]);
  });
});

describe('objections', () => {
  const between = (before: string, after: string) =>
    diffRfcs(rfcOf([], { rest: before }), rfcOf([], { rest: after })).objections.map(({ id, change }) => [
      id,
      change,
    ]);

  test.each([
    ['', objection('open'), 'added'],
    [objection('open'), '', 'removed'],
    [objection('open'), objection('answered'), 'state'],
    [objection('open'), objection('open').replace('It costs', 'It costs much'), 'changed'],
  ])('%#', (before, after, change) => {
    expect(between(before, after)).toEqual([['cost', change]]);
  });
});

test('any two texts are compared, with what could be read of them', () => {
  const pieces = [
    '---',
    'rfc: 1',
    'options: [a]',
    '```contract',
    'Clause: a.b',
    'Was: c',
    'Then: it MUST',
    'Why: x',
    '```',
    'Title',
    '=====',
    '',
    '  - item',
    '\0',
    '\ufeff',
    '> ```contract',
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 20 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [parseRfc('a.md', one).rfc, parseRfc('b.md', other).rfc];
      const there = diffRfcs(before, after);
      expect(diffRfcs(after, before).clauses.length).toBe(there.clauses.length);
      expect(isSameRfc(diffRfcs(after, after))).toBe(true);
    }),
  );
});

test('an RFC that is not there is one without anything', () => {
  const rfc = rfcOf([clauseOf('a'), clauseOf('b')]);
  const nothing = parseRfc('a.md', '').rfc;
  expect(diffRfcs(nothing, rfc).clauses.map(({ changes }) => changes)).toEqual([['added'], ['added']]);
  expect(diffRfcs(rfc, nothing).clauses.map(({ changes, loss }) => [changes, loss])).toEqual([
    [['removed'], 'certain'],
    [['removed'], 'certain'],
  ]);
});
