/** Whatever bytes an RFC consists of, what is said of it are findings at places that exist, in every mode, and never a crash. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { applyFixes, type Place } from '@quiesce/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRfc, diffRfcs, modes, parseRfc } from '../src/index.js';

const real = ['0001-asynchronous-detach.md', '0002-global-tracing.md'].map((name) =>
  readFileSync(resolve(import.meta.dirname, '../../../rfc', name), 'utf8'),
);

const bytes = fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some).toString('utf8'));
const characters = fc.string({ unit: 'binary', maxLength: 200 });
const marks = fc
  .array(fc.constantFrom(...'`~-=#>*_[]()<>!|:@\\&\0\r\n\t 1aA\ufeff\ud800\udc00'), { maxLength: 200 })
  .map((some) => some.join(''));

/** A stretch of a real RFC in which pieces were cut out, doubled and put elsewhere, and some bytes changed. */
const mutated = fc
  .record({
    text: fc.constantFrom(...real),
    from: fc.nat(50_000),
    cuts: fc.array(fc.tuple(fc.nat(6_000), fc.nat(300), fc.nat(6_000)), { minLength: 1, maxLength: 6 }),
    inserts: fc.array(fc.tuple(fc.nat(6_000), fc.oneof(bytes, marks)), { maxLength: 3 }),
    hasFrontMatter: fc.boolean(),
  })
  .map(({ text, from, cuts, inserts, hasFrontMatter }) => {
    const start = from % text.length;
    let result = text.slice(start, start + 6_000);
    for (const [at, length, to] of cuts) {
      const piece = result.slice(at, at + length);
      const without = length % 3 === 0 ? result : result.slice(0, at) + result.slice(at + length);
      result = without.slice(0, to) + piece + without.slice(to);
    }
    for (const [at, word] of inserts) result = result.slice(0, at) + word + result.slice(at);
    return hasFrontMatter ? text.slice(0, 600) + result : result;
  });

function expectInside(text: string, place: Place): void {
  const lines = text.split(/\r\n|\n|\r/);
  const { line, column, endLine = line, endColumn = column } = place;
  expect(lines[line - 1]?.length).toBeGreaterThanOrEqual(column - 1);
  expect(lines[endLine - 1]?.length).toBeGreaterThanOrEqual(endColumn - 1);
  expect(endLine > line || endColumn >= column).toBe(true);
}

describe.each([
  ['bytes', bytes, 300],
  ['characters', characters, 300],
  ['marks of Markdown', marks, 500],
  ['mutated RFCs', mutated, 150],
] as const)('%s', (_name, arbitrary, numRuns) => {
  test('give findings', () => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(...modes), (text, mode) => {
        const { rfc, diagnostics } = checkRfc('a.md', text, { mode, history: [] });
        if (arbitrary !== mutated)
          expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        for (const { place, related = [] } of diagnostics)
          for (const one of [place, ...related.map((other) => other.place)]) expectInside(text, one);
        const fixed = applyFixes(text, diagnostics).text;
        const after = parseRfc('a.md', fixed, rfc).rfc;
        expect(diffRfcs(after, after).clauses).toEqual([]);
        diffRfcs(rfc, after);
      }),
      { numRuns },
    );
  });
});
