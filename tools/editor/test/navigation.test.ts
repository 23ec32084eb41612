import type { TracedClause } from '@quiesce/conformance';
import { sourceText } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import {
  definitionAt,
  definitionInSource,
  foldsOf,
  highlightsAt,
  linksOf,
  outlineOf,
  referencesAt,
  referencesInSource,
  symbolsIn,
} from '../src/index.js';
import { cursorAt, cursorIn, lamps, modelText, open, sent } from './sample.js';

const hunk = { path: 'drivers/lamp.c', place: { file: 'patches/1.patch', line: 20, column: 1 } };
const traced = {
  clause: { id: 'lamp.off-means-dark' },
  properties: [],
  patches: [
    {
      place: { file: 'patches/1.patch', line: 9, column: 11 },
      hunks: [hunk],
      messageId: '<20260301.1@example.org>',
    },
  ],
  tests: [{ file: 'selftests/lamp/off.c', places: [{ file: 'selftests/lamp/off.c', line: 4, column: 3 }] }],
  threads: [],
  objections: [],
} as unknown as TracedClause;

/** `file:line`, 1-based. */
const shown = (
  locations: readonly {
    readonly uri: string;
    readonly range: { readonly start: { readonly line: number } };
  }[],
) => locations.map(({ uri, range }) => `${uri.replace('file:///p/', '')}:${range.start.line + 1}`);
const known = { traced: () => [traced] };

describe('definition', () => {
  test.each([
    ['dark: lamp.off⏐-means-dark says', ['rfc/0007-lamps.md:15']],
    ['Clause: lamp.q⏐uick\nSays', ['rfc/0007-lamps.md:31']],
    ['lamp/noLight⏐AfterOff', ['model/lamp.ts:5']],
    ['Option: rel⏐ay', ['rfc/0007-lamps.md:6']],
    ['Code:   drivers/l⏐amp.c', ['patches/1.patch:20']],
    ['Test:   self⏐tests', ['selftests/lamp/off.c:4']],
    ['Thread: <2026⏐0301.1@example.org>', ['patches/1.patch:9']],
    ['the lamp MUST N⏐OT shine', []],
  ])('%s', (marked, expected) => {
    const { rfc, offset, index } = open(cursorAt(marked), known);
    expect(shown(definitionAt(rfc, offset, index))).toEqual(expected);
  });

  test('an earlier id leads to the text in which it was sent', () => {
    const history = [sent(lamps.replaceAll('lamp.quick', 'lamp.fast').replace('Was:    lamp.fast\n', ''), 1)];
    const { rfc, offset, index } = open(cursorAt('Was:    ⏐lamp.fast'), { history });
    expect(shown(definitionAt(rfc, offset, index))).toEqual(['rfc/revisions/0007-v1.md:31']);
  });

  test('from another RFC', () => {
    const { index } = open(cursorAt('⏐Speed'));
    const other = index.documents[1]!.rfc;
    const offset = other.source.text.indexOf('lamp.off');
    expect(shown(definitionAt(other, offset, index))).toEqual(['rfc/0007-lamps.md:15']);
  });

  test('from a model: a clause to its block, a property to the clauses that name it', () => {
    const { index } = open(cursorAt('⏐Speed'));
    const at = (marked: string) => {
      const { text, offset } = cursorIn(cursorAt(marked, modelText));
      return shown(definitionInSource(sourceText('model/lamp.ts', text), offset, index));
    };
    expect(at("clause: 'lamp.off⏐-means-dark'")).toEqual(['rfc/0007-lamps.md:15']);
    expect(at("id: 'lamp/no⏐LightAfterOff'")).toEqual(['rfc/0007-lamps.md:21']);
    expect(at('mon⏐itor')).toEqual([]);
  });
});

describe('references', () => {
  const all = [
    'rfc/0007-lamps.md:12',
    'rfc/0007-lamps.md:15',
    'rfc/0008-switches.md:12',
    'model/lamp.ts:3',
    'patches/1.patch:9',
    'patches/1.patch:20',
    'selftests/lamp/off.c:4',
  ];

  test('of a clause: RFCs, model, patches, tests', () => {
    const { rfc, offset, index } = open(cursorAt('dark: lamp.off⏐-means-dark says'), known);
    expect(shown(referencesAt(rfc, offset, index, true))).toEqual(all);
    expect(shown(referencesAt(rfc, offset, index, false))).toEqual(
      all.filter((one) => one !== 'rfc/0007-lamps.md:15'),
    );
  });

  test('the same from the model', () => {
    const { index } = open(cursorAt('⏐Speed'), known);
    const { text, offset } = cursorIn(cursorAt("clause: 'lamp.off⏐-means-dark'", modelText));
    expect(shown(referencesInSource(sourceText('model/lamp.ts', text), offset, index, true))).toEqual(all);
  });

  test('of an option and of a property', () => {
    const option = open(cursorAt('Option: rel⏐ay'));
    expect(shown(referencesAt(option.rfc, option.offset, option.index, true))).toEqual([
      'rfc/0007-lamps.md:6',
      'rfc/0007-lamps.md:16',
    ]);
    const property = open(cursorAt('lamp/noLight⏐AfterOff'));
    expect(shown(referencesAt(property.rfc, property.offset, property.index, true))).toEqual([
      'rfc/0007-lamps.md:21',
      'model/lamp.ts:2',
    ]);
  });

  test('within the text', () => {
    const { rfc, offset, index } = open(cursorAt('dark: lamp.off⏐-means-dark says'), known);
    expect(highlightsAt(rfc, offset, index).map(({ range }) => range.start.line + 1)).toEqual([12, 15]);
  });

  test('a longer name is another name', () => {
    const { rfc, offset, index } = open(
      cursorAt(
        'see lamp.q⏐uick.',
        lamps.replace('People press', 'lamp.quick-enough, lamp.quick.c, lamp.quickly'),
      ),
    );
    expect(shown(referencesAt(rfc, offset, index, true))).toEqual([
      'rfc/0007-lamps.md:20',
      'rfc/0007-lamps.md:31',
      'rfc/0007-lamps.md:42',
    ]);
  });
});

test('the outline is the sections with their clauses and objections', () => {
  const { rfc } = open(cursorAt('⏐Speed'));
  const shape = (symbols: readonly { name: string; children?: readonly never[] }[]): unknown =>
    symbols.map(({ name, children = [] }) => (children.length === 0 ? name : { [name]: shape(children) }));
  expect(shape(outlineOf(rfc) as never)).toEqual([
    { Lamps: ['lamp.off-means-dark', { Speed: ['lamp.quick', 'too-slow'] }] },
  ]);
  const [lampsSection] = outlineOf(rfc);
  expect(lampsSection?.range).toMatchObject({ start: { line: 8 }, end: { line: 45 } });
});

test('a symbol of the project is found by its letters', () => {
  const { index } = open(cursorAt('⏐Speed'));
  const names = (query: string) => symbolsIn(index, query).map(({ name }) => name);
  expect(names('')).toHaveLength(6);
  expect(names('LQ')).toEqual(['lamp.quick']);
  expect(names('nolight')).toEqual(['lamp/noLightAfterOff']);
  expect(names('xyz')).toEqual([]);
});

test('blocks, sections and the front matter fold', () => {
  const { rfc } = open(cursorAt('⏐Speed'));
  expect(foldsOf(rfc).map(({ startLine, endLine }) => [startLine + 1, endLine + 1])).toEqual([
    [1, 7],
    [14, 25],
    [30, 36],
    [38, 45],
    [9, 45],
    [27, 45],
  ]);
});

test('Message-IDs are links for a mail reader', () => {
  const { rfc } = open(cursorAt('⏐Speed'));
  expect(linksOf(rfc).map(({ target }) => target)).toEqual([
    'mid:20260301.1@example.org',
    'mid:20260303.1@example.org',
  ]);
});
