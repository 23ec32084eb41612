import { textOf } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import { parseRfc } from '../src/index.js';

const text = `---
rfc: 7
title: What a lamp promises
revision: 2
status: review
options: [relay, dimmer]
supersedes: [3]
lists: [lamps@lists.example.org]
authors: [A. Author]
---

What a lamp *promises*
======================

Prose.

\`\`\`contract
Clause: lamp.off-means-dark
Option: dimmer
When:   lamp_set() returns 0
Then:   the lamp MUST NOT shine
        after the return
Why:    The owner opens the housing.
Model:  lamp/noLightAfterOff
\`\`\`

Objections
----------

### Heat

\`\`\`objection
Objection: heat
From:   R. Reviewer
Thread: <1@example.org>
Clause: lamp.off-means-dark
Says:   It stays hot.
State:  open
\`\`\`

\`\`\`c
int x;
\`\`\`

\`\`\`contract
Clause: lamp.may-flicker
Then:   the lamp MAY flicker
Why:    Relays bounce.
\`\`\`
`;

describe('an RFC', () => {
  const { rfc, diagnostics } = parseRfc('rfc/0007.md', text);

  test('has its front matter, with places', () => {
    expect(diagnostics).toEqual([]);
    expect(rfc.frontMatter).toEqual({
      rfc: 7,
      title: 'What a lamp promises',
      revision: 2,
      status: 'review',
      options: ['relay', 'dimmer'],
      supersedes: [3],
      lists: ['lamps@lists.example.org'],
      authors: ['A. Author'],
    });
    expect(Object.keys(rfc.frontMatterPlaces)).toEqual(Object.keys(rfc.frontMatter!));
    expect(textOf(rfc.source, rfc.frontMatterPlaces.title!)).toBe('What a lamp promises');
    expect(rfc.declaredOptions?.map(({ value, place }) => [value, place.line, place.column])).toEqual([
      ['relay', 6, 11],
      ['dimmer', 6, 18],
    ]);
  });

  test('has clauses whose places are those of the file', () => {
    expect(rfc.clauses.map(({ id, places }) => [id, places.id.line])).toEqual([
      ['lamp.off-means-dark', 18],
      ['lamp.may-flicker', 46],
    ]);
    const { places, ...content } = rfc.clauses[0]!;
    expect(content).toMatchObject({
      guarantee: 'the lamp MUST NOT shine after the return',
      keyword: 'MUST NOT',
    });
    expect(textOf(rfc.source, places.keyword)).toBe('MUST NOT');
    expect(textOf(rfc.source, places.guarantee)).toBe('the lamp MUST NOT shine\n        after the return');
    expect(textOf(rfc.source, places.block)).toMatch(/^```contract\nClause: lamp.off[^`]*```$/);
  });

  test('has objections, sections with their clauses, and every fence with its node', () => {
    expect(rfc.objections.map(({ id, state, clauses }) => ({ id, state, clauses }))).toEqual([
      { id: 'heat', state: 'open', clauses: ['lamp.off-means-dark'] },
    ]);
    expect(
      rfc.sections.map(({ title, depth, place, clauses }) => [title, depth, place.line, clauses.length]),
    ).toEqual([
      ['What a lamp promises', 1, 12, 1],
      ['Objections', 2, 27, 0],
      ['Heat', 3, 30, 1],
    ]);
    expect(rfc.fences.map(({ node, info }) => [node.lang, textOf(rfc.source, info)])).toEqual([
      ['contract', 'contract'],
      ['objection', 'objection'],
      ['c', 'c'],
      ['contract', 'contract'],
    ]);
  });

  test.each([
    ['a byte order mark', `\ufeff${text}`],
    ['CR LF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
  ])('says the same with %s', (_name, other) => {
    const read = parseRfc('rfc/0007.md', other).rfc;
    expect(read.frontMatter).toEqual(rfc.frontMatter);
    expect(read.clauses.map((clause) => textOf(read.source, clause.places.keyword))).toEqual([
      'MUST NOT',
      'MAY',
    ]);
    expect(read.clauses.map(({ guarantee }) => guarantee)).toEqual(
      rfc.clauses.map(({ guarantee }) => guarantee),
    );
    expect(textOf(read.source, read.frontMatterPlaces.status!)).toBe('review');
    expect(read.tree.children.map((node) => node.type)).toEqual(rfc.tree.children.map((node) => node.type));
    const node = read.fences[0]!.node;
    expect(node.position!.start.offset! + read.markdownOffset).toBe(read.clauses[0]!.places.block.start);
  });
});

describe('what is wrong does not hide what is right', () => {
  test('options are known though the status is wrong', () => {
    const { rfc } = parseRfc('a.md', text.replace('review', 'final'));
    expect(rfc.frontMatter).toBeUndefined();
    expect(rfc.declaredOptions?.map(({ value }) => value)).toEqual(['relay', 'dimmer']);
    expect(rfc.title).toBe('What a lamp promises');
  });

  test('a clause without a reason keeps its id', () => {
    const { rfc, diagnostics } = parseRfc('a.md', text.replace('Why:    Relays bounce.\n', ''));
    expect(diagnostics.map(({ code, place }) => [code, place.line])).toEqual([['contract/missing-key', 45]]);
    expect(rfc.clauses).toHaveLength(1);
    expect(rfc.blocks.map(({ id }) => id?.value)).toEqual([
      'lamp.off-means-dark',
      'heat',
      'lamp.may-flicker',
    ]);
  });

  test('the text after an unclosed block is not read as its fields', () => {
    const open = text.replace('lamp/noLightAfterOff\n```', 'lamp/noLightAfterOff');
    const { rfc, diagnostics } = parseRfc('a.md', open);
    expect(diagnostics).toEqual([]);
    expect(rfc.clauses.map(({ id }) => id)).toEqual(['lamp.off-means-dark', 'lamp.may-flicker']);
    expect(rfc.objections).toEqual([]);
  });

  test('the title is that of the first heading, or the name of the file', () => {
    expect(parseRfc('a.md', '# `One` and\n# Two').rfc.title).toBe('One and');
    expect(parseRfc('a.md', '').rfc.title).toBe('a.md');
  });
});

test.each([
  ['little-endian, with its mark', '\ufeff', false],
  ['big-endian, with its mark', '\ufeff', true],
  ['little-endian', '', false],
  ['big-endian', '', true],
])('UTF-16 is told from other bytes: %s', (_name, mark, isSwapped) => {
  const bytes = Buffer.from(`${mark}---\nrfc: 1\n`, 'utf16le');
  const { diagnostics } = parseRfc('a.md', (isSwapped ? bytes.swap16() : bytes).toString());
  const found = diagnostics.find(({ code }) => code === 'rfc/not-utf8');
  expect(found?.message).toBe('Unexpected UTF-16, expected UTF-8');
  expect(found?.hint).toContain('iconv -f UTF-16');
});

test.each([
  [
    'lists: [lamps@example.org, a@b.c]',
    '"a@b.c" in lists, expected a mail address, such as list@example.org',
  ],
  ['supersedes: [1, zero]', '"zero" in supersedes, expected the number of an RFC'],
  ['authors: [A. Author, 3]', '"3" in authors, expected a name'],
])('of a list, the item that is wrong is told: %s', (line, message) => {
  const text = `---\nrfc: 1\ntitle: T\nrevision: 1\nstatus: draft\noptions: [a]\n${line}\n---\n`;
  const found = parseRfc('a.md', text).diagnostics.map((one) => one.message);
  expect(found).toEqual([`Unexpected ${message}`]);
});
