import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascii, wrap } from '../../src/trace/wrap.js';

test.each<[text: string, width: number, pieces: readonly string[]]>([
  ['', 5, ['']],
  ['E0.ops = user', 13, ['E0.ops = user']],
  ['E0.ops = user', 12, ['E0.ops = ', 'user']],
  ['E0.ops = detached', 9, ['E0.ops = ', 'detache', 'd']],
  ['E0.ops = detached', 8, ['E0.ops = ', 'detach', 'ed']],
  ['E0.ops = detached', 7, ['E0.ops ', '= ', 'detac', 'hed']],
  ['* starts(E0, syscall)', 10, ['* starts(', 'E0, ', 'syscall)']],
  ['* callback-starts(E0)', 12, ['* callback-', 'starts(E0)']],
  ['utrace_control(E0)', 10, ['utrace_', 'control(', 'E0)']],
  ['report() -> takeTurn() {', 23, ['report() -> ', 'takeTurn() {']],
  ['abcdefghij', 4, ['abcd', 'ef', 'gh', 'ij']],
])('Wraps %j at %i', (text, width, pieces) => {
  expect(wrap(text, width, 2)).toEqual(pieces);
});

test('No piece is too wide but for the blank at its end, and joined they are the text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '.', '_', '(', ','), maxLength: 60 });
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 4 }),
      (sample, width, hang) => {
        const pieces = wrap(sample, width, hang);
        expect(pieces.join('')).toBe(sample);
        pieces.forEach((piece, index) => {
          const room = index === 0 ? width : Math.max(1, width - hang);
          expect(piece.replace(/ $/, '').length).toBeLessThanOrEqual(room);
          if (index < pieces.length - 1) expect(piece).not.toBe('');
        });
      },
    ),
  );
});

test('Escapes what is not printable ASCII', () => {
  expect(ascii('T0 ~ caf\u00e9\t\u{1f980}')).toBe('T0 ~ caf\\u{e9}\\u{9}\\u{1f980}');
});
