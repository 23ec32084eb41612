import { sourceText } from '@quiesce/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetIn, positionIn, rangeOf } from '../src/index.js';

test('a place without an end is a point', () => {
  const at = { line: 2, character: 0 };
  expect(rangeOf({ file: 'a', line: 3, column: 1 })).toEqual({ start: at, end: at });
});

test('columns count UTF-16 code units', () => {
  const source = sourceText('a', 'x\u{1f4a1}y\r\nz');
  expect(positionIn(source, 3)).toEqual({ line: 0, character: 3 });
  expect(offsetIn(source, { line: 1, character: 0 })).toBe(6);
});

test('a position behind its line is the end of the line, one behind the text its end', () => {
  const source = sourceText('a', 'ab\r\ncd');
  expect(offsetIn(source, { line: 0, character: 99 })).toBe(2);
  expect(offsetIn(source, { line: 9, character: 9 })).toBe(6);
});

test('every offset but one inside a line ending has a position that leads back', () => {
  const texts = fc.array(fc.constantFrom('a', '\u{1f4a1}', '\n', '\r\n', '\r'), { maxLength: 30 });
  fc.assert(
    fc.property(texts, (pieces) => {
      const source = sourceText('a', pieces.join(''));
      for (let offset = 0; offset <= source.text.length; offset += 1) {
        if (source.text.slice(offset - 1, offset + 1) === '\r\n') continue;
        expect(offsetIn(source, positionIn(source, offset))).toBe(offset);
      }
    }),
  );
});
