import { expect, test } from 'vitest';
import { catalogue, modes } from '../../src/index.js';

const strength = { note: 1, warning: 2, error: 3 };

test.each(catalogue)('$code is never milder in a stricter mode, and speaks in send', ({ severity }) => {
  const strengths = modes.map(
    (mode) => strength[severity[mode] ?? 'note'] * (severity[mode] === undefined ? 0 : 1),
  );
  expect(strengths.toSorted((left, right) => left - right)).toEqual(strengths);
  expect(severity.send).toBeDefined();
});

test('each code stands once', () => {
  const codes = catalogue.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

test('each rule is one sentence', () => {
  for (const { rule } of catalogue) expect(rule).toMatch(/^[A-Z].*\.$/);
});
