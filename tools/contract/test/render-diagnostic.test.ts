import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, placeOf, renderDiagnostic, sourceText } from '../src/index.js';
import { markedSample } from './marked-sample.js';

/** The finding at the marked position of the sample, rendered. */
function rendered(sample: string, more: Partial<Diagnostic> = {}, colour = false): string {
  const { source, marked } = markedSample(sample);
  const diagnostic = {
    code: 'a/b',
    severity: 'error',
    place: placeOf(source, marked),
    message: 'No',
    ...more,
  } as const;
  return renderDiagnostic(diagnostic, {
    sourceOf: (file) => (file === source.file ? source : undefined),
    colour,
  });
}

const shownLines = (sample: string) => rendered(sample).split('\n').slice(1, 3);

describe('the line of source', () => {
  test.each([
    { name: 'a word', sample: 'ab ⟦cd⟧ ef', lines: ['    1 | ab cd ef', '      |    ^~'] },
    { name: 'an empty place', sample: 'ab⟦⟧', lines: ['    1 | ab', '      |   ^'] },
    { name: 'an empty line', sample: 'a\n⟦⟧\nb', lines: ['    2 |', '      | ^'] },
    { name: 'a tab before', sample: 'a\t⟦b⟧', lines: ['    1 | a       b', '      |         ^'] },
    { name: 'a tab inside', sample: 'a⟦\tb⟧', lines: ['    1 | a       b', '      |  ^~~~~~~~'] },
    { name: 'wide characters', sample: '漢字⟦かな⟧x', lines: ['    1 | 漢字かなx', '      |     ^~~~'] },
    { name: 'an emoji', sample: '\u{1f600}⟦b⟧', lines: ['    1 | \u{1f600}b', '      |   ^'] },
    {
      name: 'a combining mark',
      sample: 'e\u0301⟦e\u0301⟧e',
      lines: ['    1 | e\u0301e\u0301e', '      |  ^'],
    },
    { name: 'a carriage return', sample: 'a ⟦b⟧\r\nc', lines: ['    1 | a b', '      |   ^'] },
    { name: 'several lines', sample: 'a ⟦bc  \nd⟧', lines: ['    1 | a bc', '      |   ^~'] },
    { name: 'an escape sequence', sample: '\u001b[31m⟦a⟧', lines: ['    1 | ␛[31ma', '      |      ^'] },
    {
      name: 'a mark that reverses text',
      sample: '\u202e⟦a⟧\ud800',
      lines: ['    1 | \ufffda\ufffd', '      |  ^'],
    },
    {
      name: 'a long line',
      sample: `${'b'.repeat(200)}⟦mark⟧${'c'.repeat(200)}`,
      lines: [`    1 | ...${'b'.repeat(20)}mark${'c'.repeat(76)}...`, `      | ${' '.repeat(23)}^~~~`],
    },
    {
      name: 'a long place',
      sample: `ab⟦${'m'.repeat(200)}⟧`,
      lines: [`    1 | ab${'m'.repeat(80)}...`, `      |   ^${'~'.repeat(82)}`],
    },
  ])('underlines $name', ({ sample, lines }) => {
    expect(shownLines(sample)).toEqual(lines);
  });

  test('is left out where the text is not at hand, or has no such line', () => {
    const nowhere = { file: 'other.md', line: 3, column: 4 };
    expect(rendered('⟦a⟧', { place: nowhere })).toBe('other.md:3:4: error: No [a/b]\n');
    expect(rendered('⟦a⟧', { place: { ...nowhere, file: 'sample.md' } })).toBe(
      'sample.md:3:4: error: No [a/b]\n',
    );
  });

  test('and the message never steer the terminal, and no line is wider than the window', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\t', '漢', '\u001b', '\u009b', '\u202e'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, fc.nat(300), fc.nat(300), (line, start, length) => {
        const source = sourceText('a\n', line);
        const place = placeOf(source, { start, end: start + length });
        const diagnostic = { code: 'a/b', severity: 'note', place, message: line } as const;
        const [, , ...shown] = renderDiagnostic(diagnostic, { sourceOf: () => source, colour: false }).split(
          '\n',
        );
        expect(shown).toHaveLength(2);
        for (const one of shown)
          expect(one).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff]/u);
        expect(shown[0]!.length).toBeLessThanOrEqual(120);
      }),
    );
  });
});

describe('a finding with all its parts', () => {
  const sample = 'Clause: a.b\nOption: record\n⟦Option⟧: counted\n';
  const { source } = markedSample(sample);
  const more: Partial<Diagnostic> = {
    code: 'contract/repeated-key',
    message: 'Unexpected second Option, expected at most one in a block',
    hint: 'Write all options in one line, with commas between them.',
    related: [{ place: placeOf(source, { start: 12, end: 18 }), message: 'the first Option is here' }],
  };

  test('is a line that editors follow, then what it speaks of', async () => {
    await expect(rendered(sample, more)).toMatchFileSnapshot('snapshots/diagnostic.txt');
  });

  test('says the same in colour', () => {
    const coloured = rendered(sample, more, true);
    expect(coloured).toContain('\u001b[1;31merror:\u001b[0m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences are what is removed
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(rendered(sample, more));
  });
});
