import { positionIn } from '@quiesce/editor';
import { checkRfc } from '@quiesce/rfc';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDocument } from '../../src/lsp/open-document.js';

const file = '0001-a.md';
const block = '```contract\nClause: a.b\nThen: it MAY be\nWhy: x\n```\n';
const pieces = fc.constantFrom(
  'a',
  '\u{1f4a1}',
  '\n',
  '\r\n',
  '\r',
  '---\n',
  block,
  'Clause: ',
  'rfc: 1\n',
  '```\n',
  '> ',
);
const texts = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));
const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(30), texts), { maxLength: 6 });

/** Between the two characters of a line ending, or of an astral one, no editor has a position. */
function whole(text: string, offset: number): number {
  const at = Math.min(offset, text.length);
  return /\r\n|[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1)) ? at - 1 : at;
}

test('a text that was changed piece by piece is judged as the same text that was opened', () => {
  fc.assert(
    fc.property(texts, changes, (first, edits) => {
      const document = openDocument('file:///0001-a.md', file, first, 1);
      let text = first;
      edits.forEach(([at, count, added], index) => {
        const start = whole(text, at);
        const end = Math.max(start, whole(text, at + count));
        const range = {
          start: positionIn(document.source(), start),
          end: positionIn(document.source(), end),
        };
        document.change([{ range, text: added }], index + 2);
        text = text.slice(0, start) + added + text.slice(end);
        // Sometimes somebody asks in between, and then it is read in pieces.
        if (index % 2 === 0) document.checked({});
      });
      expect(document.source().text).toBe(text);
      expect(document.version()).toBe(edits.length + 1);
      const { rfc, diagnostics } = document.checked({});
      const fresh = checkRfc(file, text);
      expect(diagnostics).toEqual(fresh.diagnostics);
      expect(rfc.clauses).toEqual(fresh.rfc.clauses);
    }),
  );
});

test('what did not change is not read twice', () => {
  const document = openDocument('file:///0001-a.md', file, block, 1);
  const once = document.checked({ mode: 'draft' });
  expect(document.checked({ mode: 'draft' })).toBe(once);
  expect(document.checked({ mode: 'review' })).not.toBe(once);
});
