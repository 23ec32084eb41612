import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bumpRfc, checkRfc, diffRfcs, isUnrevised, parseRfc, refreshChanges } from '../../src/index.js';

const head = (revision: number) =>
  `---\nrfc: 1\ntitle: Lamps\nrevision: ${revision}\nstatus: draft\noptions: [relay]\n---\n\nLamps\n=====\n`;
const clause = (id: string, more = '', name = id) =>
  `\n\`\`\`contract\nClause: ${id}\n${more}Then:   it MAY be dark in ${name}\nWhy:    So.\n\`\`\`\n`;
const references = '\n\nReferences\n----------\n\n[1] A book.\n';

const read = (text: string) => parseRfc('rfc/0001-lamps.md', text).rfc;

describe('a new revision', () => {
  test('touches the number and the list of changes, and nothing else', () => {
    const text = `${head(1)}${clause('a')}${references}`;
    expect(bumpRfc(read(text), read(text))).toBe(
      `${head(2)}${clause('a')}\n\nChanges in v2\n-------------\n\n  - No clause has changed.\n\n\nReferences\n----------\n\n[1] A book.\n`,
    );
  });

  test('ends the file with its list where there are no references', () => {
    const text = `${head(1)}${clause('a')}`;
    expect(bumpRfc(read(text), read(text))).toBe(
      `${head(2)}${clause('a')}\nChanges in v2\n-------------\n\n  - No clause has changed.\n`,
    );
  });

  test('lists above the earlier list, in its words', () => {
    const earlier = '\nChanges in revision 2\n---------------------\n\n  - New: a.\n';
    const text = `${head(2)}${clause('a')}${earlier}${references}`;
    const { sections } = read(bumpRfc(read(text), read(text)));
    expect(sections.map(({ title }) => title)).toEqual([
      'Lamps',
      'Changes in revision 3',
      'Changes in revision 2',
      'References',
    ]);
  });

  test.each(['\r\n', '\r'])('keeps the line endings of the file: %j', (ending) => {
    const text = `${head(1)}${clause('a')}${references}`;
    const there = text.replaceAll('\n', ending);
    const expected = bumpRfc(read(text), read(text)).replaceAll('\n', ending);
    expect(bumpRfc(read(there), read(there))).toBe(expected);
  });

  test.each(['1 # the first', '0x1', '+1'])('finds the number where it is written as %s', (value) => {
    const text = `${head(1)}${clause('a')}`.replace('revision: 1', `revision: ${value}`);
    expect(read(bumpRfc(read(text), read(text))).frontMatter?.revision).toBe(2);
  });

  test('tells of each clause what became of it', () => {
    const before = `${head(1)}${clause('a')}${clause('b')}${clause('c')}${clause('d')}`;
    const after = `${head(1)}${clause('a', 'When:   it is off\n')}${clause('c')}${clause('e')}${clause('f', 'Was:    d\n', 'd')}`;
    const list = bumpRfc(read(after), read(before)).split('-------------\n\n')[1];
    expect(list).toBe(
      '  - Removed: b.\n  - Weaker: a, a condition was added (When).\n  - Renamed: f, it was d.\n  - New: e.\n',
    );
  });
});

describe('the list again', () => {
  const before = `${head(1)}${clause('a')}${clause('b')}${clause('z')}`;
  const revised = (list: string) =>
    `${head(2)}${clause('a', 'When:   it is off\n')}${clause('c')}${clause('z')}\nChanges in v2\n-------------\n\n${list}${references}`;
  const again = (list: string) =>
    /-------------\n\n([\s\S]*?)\n\n\nReferences/.exec(
      refreshChanges(read(revised(list)), read(before)),
    )?.[1];

  const generated = '  - Removed: b.\n  - Weaker: a, a condition was added (When).\n  - New: c.';

  test.each([
    ['an empty list', '  - No clause has changed.\n', generated],
    ['the same list', `${generated}\n`, generated],
    [
      'what the author wrote behind an item',
      '  - Weaker: a, something else. Nobody\n    relied on it.\n  - Removed: b. It was false.\n',
      '  - Removed: b. It was false.\n  - Weaker: a, a condition was added (When). Nobody relied on it.\n  - New: c.',
    ],
    [
      'what the author wrote of a clause under another word',
      '  - Changed: a, the words of When changed. Since v1.\n',
      '  - Removed: b.\n  - Weaker: a, a condition was added (When). Since v1.\n  - New: c.',
    ],
    [
      'items of the author',
      '  - A proposal.\n  - New: z. They are new.\n  - Stronger: all of it, really.\n',
      `${generated} They are new.\n  - A proposal.\n  - Stronger: all of it, really.`,
    ],
    [
      'items of the author that are about no clause',
      '  - Changed: wording, all over the place.\n  - New: locking.\n',
      `${generated}\n  - Changed: wording, all over the place.\n  - New: locking.`,
    ],
    [
      'what was said of a clause that differs no more',
      '  - Stronger: z, a condition was removed (When). Ask me why.\n',
      `${generated}\n  - Ask me why.`,
    ],
    [
      'what stands below an item',
      '  - New: c. Namely:\n      * one\n      * two\n\n    And more.\n',
      `${generated} Namely:\n      * one\n      * two\n\n    And more.`,
    ],
    [
      'paragraphs around the list',
      'Thanks to all.\n\n  - No clause has changed.\n\nThe rest is prose:\n\n  - with a list\n',
      `Thanks to all.\n\n${generated}\n\nThe rest is prose:\n\n  - with a list`,
    ],
    ['a paragraph without a list', 'Thanks to all.\n', `Thanks to all.\n\n${generated}`],
  ])('keeps %s', (_, list, expected) => {
    expect(again(list)).toBe(expected);
  });

  test('comes to rest, and leaves all other text alone', () => {
    const line = fc.constantFrom(
      '  - Weaker: a, so it is. Own words.',
      '  - New: c, d.',
      '  - My own item, of a. b.',
      '    and more of it',
      `  - New: c. ${'Words - and more - of the 1. kind '.repeat(4)}`,
      '      * in a list of its own',
      '',
      'A paragraph.',
      '* Another bullet.',
      '  - No clause has changed. Or has it?',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = revised(`${lines.join('\n')}\n`);
        const once = refreshChanges(read(text), read(before));
        expect(refreshChanges(read(once), read(before))).toBe(once);
        const outside = (all: string) => [all.split('Changes in v2')[0], all.split('References')[1]];
        expect(outside(once)).toEqual(outside(text));
        for (const own of ['Own words.', 'My own item, of a. b.', 'A paragraph.', 'Or has it?'])
          if (text.includes(own)) expect(once.replace(/\s+/g, ' ')).toContain(own);
      }),
    );
  });
});

test('an item is filled so that no line of it begins another item', () => {
  const before = `${head(1)}${clause('a')}`;
  const own = `Own ${'x'.repeat(50)} - and ${'y'.repeat(60)} 1. ${'z'.repeat(70)} * end`;
  const list = `\nChanges in v2\n-------------\n\n  - No clause has changed. ${own}\n`;
  const text = refreshChanges(read(`${head(2)}${clause('a')}${list}`), read(before));
  expect(text.split('Changes in v2')[1]?.match(/^ *(?:[-*+]|\d+[.)]) /gm)).toEqual(['  - ']);
  expect(text.replace(/\s+/g, ' ')).toContain(own);
});

test('a revision that only counts itself says nothing new', () => {
  const first = `${head(1)}${clause('a')}`;
  const second = bumpRfc(read(first), read(first));
  expect(isUnrevised(diffRfcs(read(first), read(second)))).toBe(true);
  expect(isUnrevised(diffRfcs(read(first), read(second.replace('dark', 'cold'))))).toBe(false);
  expect(checkRfc('rfc/0001-lamps.md', second).diagnostics).toEqual([]);
});

test('a list of changes that was just filled in raises nothing', () => {
  const strong = (word: string) =>
    clause('a.b').replace('MAY', word).replace('So.', 'See a.c.') + clause('a.c');
  const before = `${head(1)}${strong('SHOULD')}`;
  const text = refreshChanges(read(`${head(2)}${strong('MUST NOT')}`), read(before));
  expect(text).toContain('MUST NOT');
  const codes = checkRfc('a.md', text, { mode: 'review', history: [read(before)] }).diagnostics.map(
    ({ code }) => code,
  );
  expect(codes).not.toContain('text/loose-keyword');
  expect(codes).not.toContain('history/untold-change');
});
