/** The table of hazards, against git itself: that each does the harm that is told, and that no mail has it. */
import { describe, expect, test } from 'vitest';
import { hazards, isHazard, isScissors, mayStartLine } from '../../src/mail/hazard.js';
import { mailEncodings } from '../../src/mail/mail-message.js';
import { renderMail } from '../../src/mail/render-mail.js';
import { parseRfc } from '../../src/parse-rfc.js';
import { gitOutput, throughGit } from './git-mail.js';

const head = '---\nrfc: 1\ntitle: A title\nrevision: 1\nstatus: draft\noptions: [a]\n---\n';

/** Of each hazard that git itself falls for, how: what it makes of the sample between two lines. */
const harm: Readonly<Record<string, (sample: string) => boolean>> = {
  comment: (sample) => !gitOutput(['stripspace', '--strip-comments'], `a\n${sample}\nb\n`).includes(sample),
  'three-dashes': (sample) => throughGit(`a\n${sample}\nb\n`, '8bit') === 'a\n',
  diff: (sample) => throughGit(`a\n${sample}\nb\n`, '8bit') === 'a\n',
  index: (sample) => throughGit(`a\n${sample}\nb\n`, '8bit') === 'a\n',
  scissors: (sample) => throughGit(`a\n${sample}\nb\n`, '8bit', '--scissors') === 'b\n',
  'in-body-header': (sample) => throughGit(`${sample}\n\nb\n`, '8bit') === 'b\n',
  trailers: (sample) =>
    gitOutput(['interpret-trailers', '--parse'], `a\n\nb\n\n${sample}\n`) === `${sample}\n`,
  'blank-at-end': (sample) => gitOutput(['stripspace'], `${sample}\nb\n`) !== `${sample}\nb\n`,
};

test.each(hazards.filter(({ id }) => id in harm))('git falls for $id', ({ id, sample }) => {
  expect(harm[id]!(sample)).toBe(true);
});

test('git leaves what it is not told to fall for', () => {
  const harmless = [
    '----',
    '---  x',
    '---x',
    'diff x',
    'Index:',
    '-- > 8 --',
    ' ---',
    ' diff -u',
    ' Index: x',
  ];
  const text = `a\n${harmless.join('\n')}\n\n\nb\n`;
  for (const encoding of mailEncodings) expect(throughGit(text, encoding, '--scissors')).toBe(text);
});

/** Ways in which a sample may come into an RFC. */
const ways: Readonly<Record<string, (sample: string) => string>> = {
  paragraph: (sample) => escaped(sample),
  'line of a paragraph': (sample) => `a\n${escaped(sample)}\nb`,
  'last words': (sample) => `${'word '.repeat(13)}a ${escaped(sample)} b`,
  'fenced code': (sample) => `\`\`\`\n${sample}\n\`\`\``,
  'indented code': (sample) => `    ${sample}`,
  quotation: (sample) => `> ${escaped(sample)}`,
  list: (sample) => `- ${escaped(sample)}`,
  'code in a list': (sample) => `- a\n\n      ${sample}`,
  table: (sample) => `| ${escaped(sample).replaceAll('|', '\\|')} |\n| --- |\n| b |`,
  heading: (sample) => `## ${escaped(sample)}`,
  html: (sample) => `<pre>\n${sample}\n</pre>`,
  'contract block': (sample) => `\`\`\`contract\n${sample}\n\`\`\``,
  'objection block': (sample) => `\`\`\`objection\nFrom: x\n${sample}\n\`\`\``,
  note: (sample) => `a[^1]\n\n[^1]: ${escaped(sample)}`,
  link: (sample) => `[a](<${sample.replaceAll('<', '\\<').replaceAll('>', '\\>')}>)`,
};

/** As Markdown that shows the sample. */
function escaped(sample: string): string {
  return sample.trimEnd().replace(/[\p{P}\p{S}]/gu, '\\$&');
}

describe.each(Object.entries(ways))('in a %s', (_, into) => {
  const texts = hazards.map(
    ({ sample }) => renderMail(parseRfc('rfc.md', `${head}\n${into(sample)}\n`).rfc).text,
  );

  test('no line does harm', () => {
    for (const line of texts.flatMap((text) => text.split('\n'))) {
      expect(isHazard(line) && !/^> /.test(line), line).toBe(false);
      expect(isScissors(line), line).toBe(false);
      expect(line).toBe(line.trimEnd());
      expect(line).not.toMatch(/(?!\t)\p{Cc}/u);
      expect(Buffer.byteLength(line)).toBeLessThan(998);
    }
  });

  test.each(mailEncodings)('git gives all of it back, as %s', (encoding) => {
    // All at once: what one of them has lost is missing.
    const bodies = texts.map((text) => text.split('\n').slice(6).join('\n'));
    const text = `${texts[0]}\n${bodies.join('\n')}`;
    expect(throughGit(text, encoding, '--scissors')).toBe(text);
    expect(throughGit(text, encoding)).toBe(text);
  });

  test('nothing is taken for trailers', () => {
    for (const text of texts) expect(gitOutput(['interpret-trailers', '--parse'], text)).toBe('');
  });
});

test('a title cannot be a header', () => {
  for (const title of ['From: a@b.c', 'Subject: x', '[PATCH] x', 'Date: now']) {
    const { text } = renderMail(parseRfc('rfc.md', head.replace('A title', `"${title}"`)).rfc);
    expect(throughGit(text, '8bit')).toBe(text);
  }
});

test('words with which no line is begun', () => {
  const words = ['From', '#1234', '---', '--', '@@', 'Index:', 'diff', '>=', '>', '-', '1.', '.'];
  expect(words.filter((word) => mayStartLine(word))).toEqual(['@@', 'diff']);
  expect(
    ['Fromage', 'a', '-EINPROGRESS', '-1', '1.5', 'from', '...'].filter((word) => !mayStartLine(word)),
  ).toEqual([]);
});
