/** Each code has a text that raises it; `⟦` stands where the finding must point. */
import type { Diagnostic } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import { parseBase, parseSeries, type Read, seriesProblems, stackSeries } from '../src/index.js';
import { folderOf } from './series-folder.js';

const right = '"format": "quiesce-series", "version": 1, "id": "lamp", "series": 1, "title": "A lamp"';

const table: readonly (readonly [what: string, text: string, code: string, words: string])[] = [
  ['an empty file', '⟦', 'json/syntax', 'expected a value'],
  ['a comma too many', `{ ${right}, ⟦}`, 'json/syntax', 'expected a key'],
  ['a list', '⟦[]', 'json/value', 'Unexpected array, expected an object'],
  ['a misspelt key', `{ ${right}, "tilte": ⟦"x" }`, 'json/unknown-key', 'Unexpected key "tilte"'],
  ['a key that is missing', `⟦{ ${right.replace('"series": 1, ', '')} }`, 'json/missing-key', '"series"'],
  [
    'another format',
    `{ ${right.replace('"quiesce-series"', '⟦"other"')} }`,
    'json/value',
    'expected "quiesce-series"',
  ],
  [
    'another version',
    `{ ${right.replace('"version": 1', '"version": ⟦2')} }`,
    'json/value',
    'Unexpected 2, expected 1',
  ],
  [
    'an id that is none',
    `{ ${right.replace('"lamp"', '⟦"Lamp"')} }`,
    'json/value',
    'a name of lower-case letters',
  ],
  [
    'a version of zero',
    `{ ${right.replace('"series": 1', '"series": ⟦0')} }`,
    'json/value',
    'a whole number from 1',
  ],
  [
    'an RFC in words',
    `{ ${right}, "rfc": ⟦"1" }`,
    'json/value',
    'Unexpected "1", expected the number of an RFC',
  ],
  [
    'an option that is none',
    `{ ${right}, "option": ⟦"not one" }`,
    'json/value',
    'the name of the design option',
  ],
  [
    'a folder of another name',
    `{ ${right.replace('"lamp"', '⟦"lump"')} }`,
    'series/other-folder',
    'expected "lamp"',
  ],
  ['a series that is not there', `{ ${right}, "on": ⟦"bulb" }`, 'series/unknown-series', '"bulb"'],
  ['a series on itself', `{ ${right}, "on": ⟦"lamp" }`, 'series/circle', 'lamp on lamp'],
];

test.each(table)('%s', (_, marked, code, words) => {
  const findings = findingsOf(marked.replace('⟦', ''));
  const column = marked.indexOf('⟦') + 1;
  expect(findings.map((one) => one.code)).toEqual([code]);
  expect(findings[0]).toMatchObject({ place: { file: 'lamp/series.json', line: 1, column } });
  expect(findings[0]!.message).toContain(words);
});

function findingsOf(text: string): readonly Diagnostic[] {
  const read = parseSeries(text, 'lamp/series.json');
  return read.ok ? stackSeries([folderOf(read, 'lamp')]).diagnostics : read.diagnostics;
}

describe('the patches of a folder', () => {
  const read = parseSeries(`{ ${right} }`, 'lamp/series.json');
  const withPatches = (...patches: readonly string[]): readonly string[] =>
    stackSeries([{ ...folderOf(read, 'lamp'), patches }]).diagnostics.map(({ message }) => message);

  test('are numbered without a gap', () => {
    expect(withPatches('0001-a.patch', '0002-b.patch')).toEqual([]);
    expect(withPatches('0001-a.patch', '0003-b.patch')).toEqual([
      'Unexpected patch "0003-b.patch", expected number 0002',
    ]);
    expect(withPatches('0001-a.patch', '0001-old.patch')[0]).toContain(
      '"0001-old.patch", expected number 0002',
    );
  });

  test('are not missing', () => {
    expect(withPatches()[0]).toContain('Unexpected folder without patches');
  });
});

test('each code has a sample', () => {
  const shown = [...table.map(([, , code]) => code), 'series/no-patches', 'series/patch-number'];
  expect(Object.keys(seriesProblems).filter((code) => !shown.includes(code))).toEqual([]);
});

const base = {
  format: 'quiesce-base',
  version: 1,
  package: 'linux-source-6.1',
  packageVersion: '6.1.192-2',
  archive: '/usr/src/linux-source-6.1.tar.xz',
  sha256: '0a'.repeat(32),
  folder: 'linux-source-6.1',
  tree: '1b'.repeat(20),
  release: '6.1.192',
};

describe('base.json', () => {
  const parse = (change: object): Read<unknown> =>
    parseBase(JSON.stringify({ ...base, ...change }), 'base.json');

  test('names a tree', () => {
    expect(parse({})).toMatchObject({ ok: true, value: base });
  });

  // What is in it becomes words of commands.
  test.each([
    { package: '--help' },
    { packageVersion: '1 2' },
    { folder: '../linux' },
    { archive: 'linux.tar.xz' },
    { sha256: 'ab' },
    { tree: 'HEAD' },
  ])('refuses %j', (change) => {
    expect(parse(change)).toMatchObject({ ok: false, diagnostics: [{ code: 'json/value' }] });
  });
});
