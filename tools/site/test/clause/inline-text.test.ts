import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineText, textPieces } from '../../src/clause/inline-text.js';
import { htmlText } from '../../src/html.js';

describe('the pieces of a text', () => {
  it.each([
    ['see lamp.dark, and lamp.soft-ly.', ['see ', 'clause lamp.dark', ', and ', 'clause lamp.soft-ly', '.']],
    ['it returns -EBUSY', ['it returns ', 'constant -EBUSY']],
    ['-ESRCH or 0', ['constant -ESRCH', ' or 0']],
    ['a-EBUSY and -eBUSY', ['a-EBUSY and -eBUSY']],
    ['kernel/utrace.c', ['kernel/', 'clause utrace.c']],
    ['Lamp.dark and 1.2', ['Lamp.dark and 1.2']],
    ['', []],
  ])('%j', (text, expected) => {
    const pieces = textPieces(text).map((piece) =>
      piece.kind === 'text' ? piece.text : `${piece.kind} ${piece.text}`,
    );
    expect(pieces).toEqual(expected);
  });

  it('are the text', () => {
    const word = fc.oneof(fc.constantFrom('lamp.dark', '-EBUSY', ' ', '.', '-', 'a'), fc.string());
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        expect(
          textPieces(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('a text', () => {
  it('leads to the clauses that there are', () => {
    const links = { ofClause: (id: string) => (id === 'lamp.dark' ? 'x.html#clause.lamp.dark' : undefined) };
    expect(htmlText(inlineText('lamp.dark <or> lamp.lost: -EBUSY', links))).toBe(
      '<a class="clause-link" href="x.html#clause.lamp.dark">lamp.dark</a> &lt;or&gt; lamp.lost: <span class="whole">-EBUSY</span>',
    );
  });
});
