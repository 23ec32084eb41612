/** Whatever stands in a text, and wherever the cursor is, there is an answer: people type in the middle of things. */
import { applyFixes } from '@quiesce/contract';
import { checkRfc } from '@quiesce/rfc';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-protocol';
import {
  codeActionsAt,
  completionsAt,
  definitionAt,
  diagnosticsOf,
  flatOutlineOf,
  foldsOf,
  highlightsAt,
  hoverAt,
  indexOf,
  linksOf,
  offsetIn,
  outlineOf,
  positionIn,
  referencesAt,
  renameAt,
  renameableAt,
  semanticTokensOf,
  symbolsIn,
} from '../src/index.js';
import { edited } from './edited.js';
import { description, lamps, modelText, sent } from './sample.js';

const uriOf = (file: string): string => `file:///p/${file}`;
const file = 'rfc/0007-lamps.md';
const history = [sent(lamps.replaceAll('lamp.quick', 'lamp.fast').replace('Was:    lamp.fast\n', ''), 1)];

const pieces = fc.constantFrom(
  '`',
  '```',
  '\n',
  '\r\n',
  '\r',
  ':',
  ' ',
  '@',
  '<',
  '---\n',
  'lamp.quick',
  'Was: ',
  '\u{1f4a1}',
  '\ufeff',
  '- ',
  '> ',
);
/** A sample from which a part was taken, and to which something was added. */
const texts = fc
  .tuple(fc.nat(lamps.length), fc.nat(40), fc.array(pieces, { maxLength: 4 }), fc.boolean())
  .map(([at, count, added, isWindows]) => {
    const text = lamps.slice(0, at) + added.join('') + lamps.slice(at + count);
    return { text: isWindows ? text.replaceAll('\n', '\r\n') : text, at };
  });

function open(text: string) {
  const checked = checkRfc(file, text);
  const index = indexOf([checked], uriOf, {
    history,
    models: [{ entry: 'model/lamp.ts', description, files: [{ path: 'model/lamp.ts', text: modelText }] }],
  });
  return { checked, rfc: checked.rfc, index };
}

test('every answer is one, and every range is in the text', () => {
  fc.assert(
    fc.property(texts, fc.nat(60), ({ text, at }, beyond) => {
      const { checked, rfc, index } = open(text);
      const offset = Math.min(text.length, Math.max(0, at - 30 + beyond));
      const ranges: Range[] = [
        ...diagnosticsOf(checked.diagnostics, uriOf).map(({ range }) => range),
        ...linksOf(rfc).map(({ range }) => range),
        ...outlineOf(rfc).flatMap(({ range, selectionRange }) => [range, selectionRange]),
        ...flatOutlineOf(rfc, uriOf(file)).map(({ location }) => location.range),
        ...highlightsAt(rfc, offset, index).map(({ range }) => range),
      ];
      const hover = hoverAt(rfc, offset, index)?.range;
      const renameable = renameableAt(rfc, offset, index)?.range;
      const locations = [
        ...definitionAt(rfc, offset, index),
        ...referencesAt(rfc, offset, index, true),
        ...symbolsIn(index, '').flatMap(({ location }) => ('range' in location ? [location] : [])),
      ];
      ranges.push(
        ...(hover === undefined ? [] : [hover]),
        ...(renameable === undefined ? [] : [renameable]),
        ...locations.filter(({ uri }) => uri === uriOf(file)).map(({ range }) => range),
      );
      for (const { start, end } of ranges) {
        const from = offsetIn(rfc.source, start);
        const to = offsetIn(rfc.source, end);
        expect(from).toBeLessThanOrEqual(to);
        expect([positionIn(rfc.source, from), positionIn(rfc.source, to)]).toEqual([start, end]);
      }
      expect(semanticTokensOf(rfc, index).data.every((number) => number >= 0)).toBe(true);
      const lines = rfc.source.lineStarts.length;
      for (const { startLine, endLine } of foldsOf(rfc))
        expect(startLine < endLine && endLine < lines).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('what is completed is on the line of the cursor, and around it', () => {
  fc.assert(
    fc.property(texts, ({ text, at }) => {
      const { rfc, index } = open(text);
      // Not between the two characters of a line ending, where no cursor can stand.
      const near = positionIn(rfc.source, Math.min(at, text.length));
      const cursor = positionIn(rfc.source, offsetIn(rfc.source, near));
      for (const { textEdit } of completionsAt(rfc, offsetIn(rfc.source, cursor), index, {
        snippets: true,
      })) {
        const { start, end } = (textEdit as { range: Range }).range;
        expect([start.line, end.line]).toEqual([cursor.line, cursor.line]);
        expect(start.character <= cursor.character && cursor.character <= end.character).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test('a code action leaves a text, and that of all fixes what applying them does', () => {
  fc.assert(
    fc.property(texts, ({ text, at }) => {
      const { checked, rfc, index } = open(text);
      const span = { start: Math.min(at, text.length), end: Math.min(at + 20, text.length) };
      for (const { kind, edit } of codeActionsAt(checked, checked.diagnostics, span, index)) {
        const after = edited(rfc.source.text, uriOf(file), edit);
        expect(after).toBeDefined();
        if (kind === 'source.fixAll') expect(after).toBe(applyFixes(text, checked.diagnostics).text);
      }
    }),
    { numRuns: 100 },
  );
});

test('a clause that is renamed is another one with the same promise, and nothing else has changed', () => {
  fc.assert(
    fc.property(texts, fc.nat(9), ({ text }, pick) => {
      const { checked, rfc, index } = open(text);
      fc.pre(rfc.clauses.length > 0);
      const offset = rfc.clauses[pick % rfc.clauses.length]!.places.id.start;
      const old = renameableAt(rfc, offset, index)?.placeholder;
      const renamed = renameAt(rfc, offset, 'lamp.other', index);
      if (renamed.kind === 'refused') throw new Error(renamed.reason);
      const after = checkRfc(file, edited(text, uriOf(file), renamed.edit) ?? text);
      const guarantees = (ids: readonly { readonly id: string; readonly guarantee: string }[]) =>
        ids.map(({ id, guarantee }) => [
          id === old ? 'lamp.other' : id,
          guarantee.replaceAll(old!, 'lamp.other'),
        ]);
      expect(guarantees(after.rfc.clauses)).toEqual(guarantees(rfc.clauses));
      expect(after.diagnostics.length).toBeLessThanOrEqual(checked.diagnostics.length);
    }),
    { numRuns: 100 },
  );
});
