import { byPlace, textOf } from '@quiesce/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRfc, lintRfc, parseRfc } from '../../src/index.js';

const clause = (number: number) => `\`\`\`contract
Clause: topic-${number % 10}.clause-${number}
Option: one, two
When:   the call returns 0
Then:   it MUST NOT start after the return
Why:    See topic-${(number + 1) % 10}.clause-${number + 1}.
Model:  topic/noCallback${number}
\`\`\`
`;

const rfcOf = (count: number) =>
  `---\nrfc: 1\ntitle: T\nrevision: 1\nstatus: draft\noptions: [one, two]\n---\n\n${Array.from({ length: count }, (_, number) => `Section ${number}\n---------\n\nProse with *marks* and \`code\`.\n\n${clause(number)}`).join('\n')}`;

test('findings are sorted by place, those of parsing among them', () => {
  const { diagnostics } = checkRfc(
    'a.md',
    `${rfcOf(3).replace('draft', 'final')}\n\`\`\`contracts\n\`\`\`\n`,
  );
  expect(diagnostics.map(({ code }) => code)).toEqual([
    'rfc/front-matter-value',
    'rfc/unknown-clause',
    'rfc/info-string',
  ]);
  expect(diagnostics.toSorted(byPlace)).toEqual(diagnostics);
});

test('HTML inside a paragraph hides nothing but itself', () => {
  const text = `${rfcOf(0)}
A <b title="MAY">bold</b> TODO. It MUST work. See [1] and [3].

[1] A <i>book</i>, used.
`;
  const { diagnostics } = checkRfc('a.md', text, { mode: 'review' });
  const codes = diagnostics.map(({ code }) => code).filter((code) => code.startsWith('text/'));
  expect(codes).toEqual(['text/placeholder', 'text/loose-keyword', 'text/undefined-reference']);
});

test('the last of 200 clauses is checked against all others', () => {
  const { rfc, diagnostics } = checkRfc('a.md', rfcOf(200));
  expect(rfc.clauses).toHaveLength(200);
  expect(rfc.sections).toHaveLength(200);
  expect(diagnostics.map(({ code, place }) => [code, textOf(rfc.source, place as never)])).toEqual([
    ['rfc/unknown-clause', 'topic-0.clause-200'],
  ]);
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '---\n',
      '```contract\n',
      '```objection\n',
      '~~~~ contract x\n',
      '```\n',
      '> ',
      '- ',
      '1. ',
      '  ',
      '\t',
      '\n',
      '\r',
      '\r\n',
      '# ',
      '===\n',
      '| a | b |\n|---|---|\n',
      '[^1]: ',
      '<!-- ',
      '\ufeff',
      '\0',
      '\ud800',
    ),
    fc.constantFrom(
      'rfc: 1\n',
      'title: a: b\n',
      'options: [a, a]\n',
      'status: accepted\n',
      '&a ',
      '*a ',
      '? ',
      '!!x ',
      '{',
      '__proto__: 1\n',
    ),
    fc.constantFrom(
      'Clause: a.b\n',
      'Clause: a.c\n',
      'Option: a\n',
      'Then: it MUST\n',
      'Why: a.d\n',
      'Was: a.b\n',
      'State: open\n',
      'Objection: o\n',
      'From: x\n',
      'Says: y\n',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const anything = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const valid = rfcOf(2);
  const nearlyValid = fc
    .array(fc.record({ at: fc.nat(valid.length), cut: fc.nat(6), put: piece }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((edits) =>
      edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), valid),
    );

  test.each([
    ['anything', anything],
    ['an RFC with slips', nearlyValid],
    ['front matter of anything', anything.map((text) => `---\n${text}\n---\n`)],
  ])('%s gives findings whose places lie in the text, and never throws', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { rfc, diagnostics } = checkRfc('a.md', text);
        const { lineStarts } = rfc.source;
        for (const { place, message, related = [], fix } of diagnostics) {
          expect(message).not.toMatch(/undefined|\n/);
          for (const { line, column } of [place, ...related.map((other) => other.place)]) {
            expect(column).toBeGreaterThan(0);
            expect(lineStarts[line - 1]! + column - 1).toBeLessThanOrEqual(text.length);
          }
          for (const { start, end } of fix?.edits ?? [])
            expect(start <= end && end <= text.length).toBe(true);
        }
        for (const { id, places } of rfc.clauses) expect(textOf(rfc.source, places.id)).toBe(id);
        for (const { info, marks, opening } of rfc.fences) {
          expect(textOf(rfc.source, opening)).toContain(marks);
          expect(info.end).toBeLessThanOrEqual(opening.end);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is linted in the same way each time', () => {
    fc.assert(
      fc.property(nearlyValid, (text) => {
        const { rfc } = parseRfc('a.md', text);
        expect(lintRfc(rfc)).toEqual(lintRfc(parseRfc('a.md', text).rfc));
      }),
      { numRuns: 10 },
    );
  });
});
