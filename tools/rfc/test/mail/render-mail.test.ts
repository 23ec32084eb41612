/** RFCs as mails. The text of the fixture is looked at by people; the rest holds for any RFC. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseClause, sourceText } from '@quiesce/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/mail/display-width.js';
import { mailEncodings } from '../../src/mail/mail-message.js';
import { renderMail } from '../../src/mail/render-mail.js';
import { parseRfc } from '../../src/parse-rfc.js';
import type { Rfc } from '../../src/rfc.js';
import { throughGit } from './git-mail.js';

const folder = join(import.meta.dirname, '..', 'fixtures', 'mail');
const input = readFileSync(join(folder, 'constructs.input.md'), 'utf8');
const head = '---\nrfc: 1\ntitle: A title\nrevision: 1\nstatus: draft\noptions: [a]\n---\n\n';

function rfcOf(text: string): Rfc {
  return parseRfc('rfc.md', text).rfc;
}

const constructs = renderMail(rfcOf(input));

/** The lines below the title block. */
function body(markdown: string): readonly string[] {
  return renderMail(rfcOf(head + markdown))
    .text.trimEnd()
    .split('\n')
    .slice(7);
}

describe('every construct', () => {
  test('as text', async () => {
    await expect(constructs.text).toMatchFileSnapshot(join(folder, 'constructs.expected.txt'));
  });

  test('with other line ends', () => {
    for (const end of ['\r\n', '\r'])
      expect(renderMail(rfcOf(input.replaceAll('\n', end))).text).toBe(constructs.text);
  });

  test('is no wider than 72 columns but for a word that cannot be broken', () => {
    const wide = constructs.text.split('\n').filter((line) => displayWidth(line) > 72);
    expect(wide).toEqual([expect.stringMatching(/^https:\S+$/)]);
  });

  test('tells what is not in it', () => {
    const told = constructs.diagnostics.map(({ place, message }) => `${place.line} ${message}`);
    expect(told).toMatchInlineSnapshot(`
      [
        "20 Left out of the mail: HTML (b)",
        "21 Left out of the mail: HTML (comment)",
        "110 Left out of the mail: HTML (details, summary)",
      ]
    `);
  });
});

test('tells what is shown instead of hidden characters, once a line', () => {
  const { diagnostics } = renderMail(rfcOf(`${head}a\u200bb\u200bc\n\n    \u001b[0m \u202e\n`));
  expect(diagnostics.map(({ place, message }) => `${place.line} ${message}`)).toEqual([
    '9 Changed in the mail: hidden characters, shown as U+200B',
    '11 Changed in the mail: hidden characters, shown as U+001B, U+202E',
  ]);
});

describe('layout', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['lines that fit stay', 'one\ntwo  three', ['one', 'two  three']],
    ['a heading has a rule of four at least', '# API', ['API', '====']],
    ['a hard break', 'one\\\ntwo', ['one', 'two']],
    ['an empty item', '-\n- a', ['  -', '  - a']],
    ['a word sticks to its number', '[a](b).', ['a [1].', '', 'References', '----------', '', '[1] b']],
    ['free numbers only', 'x[1] [a](b)', ['x[1] a [2]', '', 'References', '----------', '', '[2] b']],
    ['scissors get a blank', '    -- >8 --', ['    -- > 8 --']],
    ['code that would do harm is set in like any other', '```\n---\n```', ['    ---']],
    ['a paragraph that would do harm is set in', '\\#define X\nY', ['  #define X Y']],
    ['an image without words', '![](a.png)', ['image [1]', '', 'References', '----------', '', '[1] a.png']],
    ['hidden characters are shown', 'a \u001b[31m \u202eb\u200bc', ['a U+001B[31m U+202EbU+200Bc']],
    ['joiners stay where they join', '\u{1f468}\u200d\u{1f469}', ['\u{1f468}\u200d\u{1f469}']],
    ['no mark is doubled', '***a** b*', ['*a b*']],
  ];

  test.each(table)('%s', (_, markdown, lines) => {
    expect(body(markdown)).toEqual(lines);
  });

  test('a line is not begun with a word that does harm, and no word is lost', () => {
    for (const word of ['From', '#1234', '---', '>=', '-'])
      for (let before = 1; before < 20; before += 1) {
        const text = `${'word '.repeat(before)}${word} ${'x '.repeat(40)}`.trim();
        const filled = body(text.replaceAll(/[#>-]/g, '\\$&'));
        expect(filled.join(' ')).toBe(text);
        expect(filled.filter((line) => line.startsWith(word))).toEqual([]);
        expect(filled.filter((line) => line.length > 72)).toEqual([]);
      }
  });

  test('a last paragraph that could be trailers is closed', () => {
    expect(body('Reviewed-by: A. Reviewer').slice(1)).toEqual(['', '(End of RFC 1, revision 1.)']);
    expect(body('No trailer')).toEqual(['No trailer']);
  });

  test('emphasis that is deeper than the stack', () => {
    const node = { type: 'emphasis', children: [{ type: 'text', value: 'x' }] };
    let deep: object = node;
    for (let depth = 0; depth < 50_000; depth += 1) deep = { type: 'emphasis', children: [deep] };
    const rfc = rfcOf(head);
    const tree = {
      type: 'root',
      children: [{ type: 'paragraph', children: [deep] }],
    } as unknown as Rfc['tree'];
    expect(renderMail({ ...rfc, tree }).text).toContain('*x*');
  });
});

describe('parts', () => {
  test('come before the references, set in where they would do harm', () => {
    const blocks = [
      [{ text: 'clause  a' }, { text: 'x       B', clause: 'x' }],
      [{ text: '--- a', clause: 'x' }, { text: '+++ b' }],
    ];
    const parts = [{ title: 'Matrix', blocks }];
    const { text, map } = renderMail(rfcOf(`${head}A [link](b).\n`), parts);
    expect(text.split('\n').slice(7)).toEqual([
      'A link [1].',
      '',
      'Matrix',
      '------',
      '',
      'clause  a',
      'x       B',
      '',
      '  --- a',
      '  +++ b',
      '',
      'References',
      '----------',
      '',
      '[1] b',
      '',
    ]);
    expect(map[15]).toEqual({ source: null, clause: 'x', section: 'Matrix' });
  });

  test('of an RFC: some clauses under their heading, with what is said against them', () => {
    const { text } = renderMail(rfcOf(input), [], { clauses: ['lamp.off-means-dark'] });
    expect(text.split('\n').filter((line) => /^[A-Z][a-z]+:|^The/.test(line))).toEqual([
      'Revision: 3',
      'Status:   review',
      'Authors:  A. Author, Žofie Nováková',
      'Lists:    linux-kernel@vger.kernel.org',
      'Replaces: RFC 2, RFC 5',
      'Options:  relay, dimmer',
      'The contract',
      'Clause: lamp.off-means-dark',
      'Option: relay',
      'Scope:  lamp_set(lamp, LAMP_OFF)',
      'Then:   the lamp MUST NOT shine after the return',
      'Why:    The owner opens the housing after a 0 return.',
      'Model:  lamp/noLightAfterOff',
      'Objection: too-dark',
      'From:   R. Reviewer',
      'Clause: lamp.off-means-dark',
      'Says:   Nobody finds the door.',
      'State:  open',
    ]);
  });
});

const real = ['0001-asynchronous-detach.md', '0002-global-tracing.md'].map((name) =>
  rfcOf(readFileSync(join(import.meta.dirname, '../../../../rfc', name), 'utf8')),
);

describe.each([...real, rfcOf(input)])('the map of $title', (rfc) => {
  const { text, map } = renderMail(rfc);
  const lines = text.split('\n').slice(0, -1);

  test('has one origin a line, and each names words of its source', () => {
    expect(map).toHaveLength(lines.length);
    lines.forEach((line, index) => {
      const { source } = map[index]!;
      const word = line.match(/[\p{L}\p{N}]{4,}/gu)?.at(-1);
      if (source === null || word === undefined || line.startsWith('Replaces:')) return;
      const said = rfc.source.text
        .split('\n')
        .slice(source.first - 1, source.last)
        .join(' ');
      expect(said.toLowerCase(), line).toContain(word.toLowerCase());
    });
  });

  test('leads from a clause to its lines, from which it can be read again', () => {
    expect(rfc.clauses.length).toBeGreaterThan(0);
    for (const clause of rfc.clauses) {
      const own = lines.filter((_, index) => map[index]!.clause === clause.id);
      const block = own.join('\n');
      for (const word of clause.guarantee.split(' ')) expect(block).toContain(word);
      const body = { start: 0, end: block.length };
      const read = parseClause(sourceText('mail', block), {
        block: { ...clause.places.block, ...body },
        body,
      });
      expect(read.diagnostics).toEqual([]);
      expect({ ...read.clause, places: null }).toEqual({ ...clause, places: null });
    }
  });
});

/** Pieces of Markdown, and of what does harm in a mail. */
const piece = fc.oneof(
  fc.constantFrom(
    '#',
    '---',
    '--- x',
    'diff -u',
    'Index: x',
    '@@ -1 +1 @@',
    '-- >8 --',
    'From ',
    '-- ',
    '-- >8 -- cut',
    '8<',
    'Subject: x',
    'Fixes: 12',
    '> ',
    '- ',
    '1. ',
    '* ',
    '```',
    '```contract',
    '    ',
    '\t',
    '|',
    '| a | b |\n| - | - |\n',
    '[a](b)',
    '![a](b)',
    '[^1]',
    '[^1]: ',
    '[1]',
    '[1]: x',
    '<b>',
    '<!--',
    '-->',
    '*',
    '**',
    '`',
    '~~',
    '\\',
    '  \n',
    '\n',
    '\n\n',
    ' ',
    '日本',
    '👩‍👩‍👧',
    '.',
    '=',
    '# References\n\n[1] ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.lorem({ maxCount: 30 }),
);
const markdown = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

test('any Markdown comes back from git as it was sent', () => {
  const texts = fc
    .sample(markdown, { numRuns: 1000, seed: 1 })
    .map((text) => renderMail(rfcOf(head + text)).text);
  // Many in a mail: git takes its time. Where one of them loses a line, the mail has lost it.
  for (let index = 0; index < texts.length; index += 50) {
    const text = texts.slice(index, index + 50).join('');
    for (const encoding of mailEncodings) {
      expect(throughGit(text, encoding, '--scissors')).toBe(text);
      expect(throughGit(text, encoding, '--no-scissors')).toBe(text);
    }
  }
});

test('any Markdown gives lines that a mail can carry, and an origin for each', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const mail = renderMail(rfcOf(head + text));
      const lines = mail.text.split('\n').slice(0, -1);
      expect(mail.map).toHaveLength(lines.length);
      for (const line of lines) {
        expect(line).toBe(line.trimEnd());
        expect(line).not.toMatch(/\p{Surrogate}/u);
        expect(Buffer.byteLength(line)).toBeLessThan(998);
      }
    }),
    { numRuns: 500 },
  );
});
