/** The pieces put together are the tree that the parser gives for the whole text, also after any edit. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sourceText } from '@quiesce/contract';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { type MarkdownMemory, parseMarkdown } from '../src/parse-markdown.js';
import { parseRfc } from '../src/parse-rfc.js';

const whole = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm);

function parse(text: string, earlier?: MarkdownMemory) {
  const parsed = parseMarkdown(sourceText('a.md', text), earlier);
  if (parsed.kind !== 'tree') throw new Error('too deep');
  return parsed;
}

/** What could make a block something else, or what stands around it: each is a line or a few. */
const lines = [
  '```contract',
  '```contract  ',
  '```objection',
  '````contract',
  ' ```contract',
  '```',
  '````',
  '  ```',
  '~~~',
  '```block',
  '```c',
  'Clause: a.b',
  '- item',
  '  - inner',
  '  ```contract',
  '> quote',
  '> ```',
  '1. one',
  'Text *of* a paragraph.',
  'Heading',
  '---',
  '===',
  '# Heading',
  '<!--',
  '-->',
  '<!-- allowed -->',
  '<div>',
  '<pre>',
  '</pre>',
  '<?x',
  '| a | b |',
  '| - | - |',
  '[one]: https://example.org',
  'See [one] and [^two].',
  '[^two]: A note.',
  ':-',
  '-:',
  'a | b',
  'Mail a@b.org or www.example.org, WWW.x.y.',
  'https://example.org mailto:x',
  '- [ ] do',
  '- [x]',
  '~~gone~~',
  '    code',
  '\tcode',
  '',
  '',
  'a\u2028```contract',
  '\ufeff',
  'a\0b',
] as const;

const document = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '---\nrfc: 1\n---\n', '---\nrfc: 1\n'),
    fc.array(fc.constantFrom(...lines), { maxLength: 16 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('', '\n'),
  )
  .map(([head, body, ending, last]) => `${head}${body.join('\n')}${last}`.replaceAll('\n', ending));

describe('a text in pieces', () => {
  test('gives the tree of the whole text', () => {
    fc.assert(
      fc.property(document, document, (head, tail) => {
        for (const text of [head, `${head}\n\n\`\`\`contract\n\`\`\`\n${tail}`])
          expect(parse(text).tree).toEqual(whole.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  test('gives after an edit what it gives at once', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 2, maxLength: 4 }), (texts) => {
        const pieces = texts.join('\n```contract\nClause: c\n```\n');
        const edited = texts.toSpliced(1, 1, '```contract\n```\n\nother\n').join('\n```contract\n```\n');
        for (const [before, after] of [
          [pieces, edited],
          [edited, pieces],
          [pieces, texts[0]!],
        ] as const)
          expect(parse(after, parse(before).memory)).toEqual(parse(after));
      }),
      { numRuns: 150 },
    );
  });

  test('parses what did not change only once', () => {
    const text = (word: string) =>
      `First.\n\n\`\`\`contract\nClause: a\n\`\`\`\n${word}\n\n\`\`\`contract\n\`\`\`\nLast.\n`;
    const before = parse(text('One'));
    const after = parse(text('Two'), before.memory);
    expect(after.memory[0]!.nodes).toBe(before.memory[0]!.nodes);
    expect(after.memory[1]!.nodes).not.toBe(before.memory[1]!.nodes);
    expect(after.memory[2]!.nodes).toBe(before.memory[2]!.nodes);
  });
});

describe.each(['0001-asynchronous-detach.md', '0002-global-tracing.md'])('%s', (name) => {
  const text = readFileSync(resolve(import.meta.dirname, '../../../rfc', name), 'utf8');
  const { tree, memory } = parse(text);

  test('gives the tree of the whole text, in pieces', () => {
    expect(tree).toEqual(whole.parse(text));
    expect(memory.length).toBeGreaterThan(20);
  });

  test('gives after an edit anywhere what it gives at once', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(40),
        fc.constantFrom('', 'x', '`', '```\n', '\n', '\n\n', '<!--'),
        (at, cut, word) => {
          const edited = text.slice(0, at) + word + text.slice(at + cut);
          expect(parse(edited, memory).tree).toEqual(whole.parse(edited));
        },
      ),
      { numRuns: 6 },
    );
  });
});

describe('an RFC that is read after an earlier text of it', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../../rfc/0002-global-tracing.md'), 'utf8');
  const { memory: _, ...rfc } = parseRfc('a.md', text).rfc;

  test('is the same as one that is read at once', () => {
    const edits = fc.constantFrom('', 'x', 'Why: ', '\n', '```\n', '```contract\n', '\n\n', '<!--');
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(60), edits, (at, cut, word) => {
        const edited = text.slice(0, at) + word + text.slice(at + cut);
        const first = parseRfc('a.md', edited);
        const later = parseRfc('a.md', edited, parseRfc('a.md', text).rfc);
        expect({ ...later, rfc: { ...later.rfc, memory: null } }).toEqual({
          ...first,
          rfc: { ...first.rfc, memory: null },
        });
        const { memory: __, ...back } = parseRfc('a.md', text, later.rfc).rfc;
        expect(back).toEqual(rfc);
      }),
      { numRuns: 10 },
    );
  });
});
