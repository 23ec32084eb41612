import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clauseTable,
  type FieldTable,
  objectionTable,
  parseBlock,
  parseClause,
  parseObjection,
  sourceText,
  textOf,
} from '../src/index.js';
import { asBody } from './marked-sample.js';

const parse = (text: string) => {
  const source = sourceText('a.md', text);
  return { source, ...parseBlock(source, asBody(source), clauseTable) };
};

describe('a field', () => {
  const facts = [
    { text: 'Why: a reason', value: 'a reason', line: 1, column: 6, endLine: 1, endColumn: 14 },
    { text: 'Why:\n  a\n\n\tb  c \t\n', value: 'a b  c', line: 2, column: 3, endLine: 4, endColumn: 6 },
    { text: '\r\nWhy:\ta\r\n b\r c', value: 'a b c', line: 2, column: 6, endLine: 4, endColumn: 3 },
    {
      text: 'Why: PCI 0000:00:1f.2, &struct x',
      value: 'PCI 0000:00:1f.2, &struct x',
      line: 1,
      column: 6,
      endLine: 1,
      endColumn: 33,
    },
  ];

  test.each(facts)('reads $text', ({ text, value, ...place }) => {
    const [field] = parse(text).fields;
    expect(field).toMatchObject({ key: 'Why', value, valuePlace: { file: 'a.md', ...place } });
  });

  test('has pieces whose texts give its value', () => {
    const lineOf = fc.stringMatching(/^[ \t]{1,3}[a-z:][ a-z:\t]{0,9}$/);
    fc.assert(
      fc.property(
        fc.array(lineOf, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, ending) => {
          const { source, fields } = parse(['Why:', ...lines].join(ending));
          const [field] = fields;
          expect(field!.value).toBe(field!.pieces.map((piece) => textOf(source, piece)).join(' '));
          expect(field!.value).toBe(lines.map((line) => line.trim()).join(' '));
        },
      ),
    );
  });

  test('is found in the middle of a file, with the offsets of the file', () => {
    const text = 'before\n```contract\nWhy: it\n```\nWhy: after';
    const source = sourceText('a.md', text);
    const body = { start: text.indexOf('Why'), end: text.indexOf('\n```\nWhy') };
    const { fields } = parseBlock(source, { block: { start: 7, end: body.end + 4 }, body }, clauseTable);
    expect(fields.map((field) => textOf(source, field.valuePlace))).toEqual(['it']);
    expect(fields[0]!.valuePlace.line).toBe(3);
  });
});

test('the first line of the block is where a missing key is reported', () => {
  const source = sourceText('a.md', '```contract\nClause: a\nThen: it MAY\n```');
  const spans = { block: { start: 0, end: source.text.length }, body: { start: 12, end: 34 } };
  const [finding] = parseClause(source, spans).diagnostics;
  expect(finding).toMatchObject({
    code: 'contract/missing-key',
    place: { line: 1, column: 1, endLine: 1, endColumn: 12 },
  });
});

describe('any text', () => {
  const tables: readonly FieldTable[] = [clauseTable, objectionTable];
  const token = fc.oneof(
    fc.constantFrom(...tables.flatMap((table) => table.fields.map(({ key }) => `${key}: `))),
    fc.constantFrom(
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      ':',
      ',',
      'MUST',
      'MAY NOT',
      'a.b',
      'a/b',
      '<a@b>',
      '\0',
      '\ud800',
      '\u2028',
      '\ufeff',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const text = fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(''));

  test('gives findings whose places lie in it, and never throws', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const source = sourceText('a.md', sample);
        const findings = [parseClause, parseObjection].flatMap(
          (read) => read(source, asBody(source)).diagnostics,
        );
        for (const { place, message, related = [], fix } of findings) {
          expect(message).not.toMatch(/undefined|\n/);
          for (const { line, column } of [place, ...related.map((other) => other.place)]) {
            expect(line).toBeLessThanOrEqual(source.lineStarts.length);
            expect(column).toBeGreaterThan(0);
          }
          for (const edit of fix?.edits ?? []) expect(edit.end).toBeLessThanOrEqual(sample.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('has a clause only if nothing that every clause has is missing', () => {
    const source = sourceText('a.md', 'Clause: a\nThen: it MUST stop\nWhy: x\nOption: A\n');
    expect(parseClause(source, asBody(source)).clause).toBeUndefined();
    expect(parseClause(source, asBody(source)).id?.value).toBe('a');
  });

  test('that is long and one mistake costs no more than a long right one', () => {
    const source = sourceText('a.md', `${'x'.repeat(200_000)}: ${'y'.repeat(200_000)}\n`.repeat(3));
    expect(parseClause(source, asBody(source)).diagnostics).toHaveLength(6);
  });
});
