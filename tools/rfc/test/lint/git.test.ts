/** The rules about what git loses, against git itself: what it loses is found, and what it keeps is not complained of. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRfc, fixRfc } from '../../src/index.js';
import { gitOutput, throughGit } from '../mail/git-mail.js';
import { sentHeader } from '../sample.js';

/** The codes about mail that an RFC with these lines between two paragraphs raises, but for white space and width. */
function codesOf(lines: string): readonly string[] {
  const { diagnostics } = checkRfc('a.md', `${sentHeader()}\nBefore.\n\n${lines}\n\nAfter.\n`, {
    mode: 'send',
  });
  const others = ['mail/trailing-space', 'mail/tab', 'mail/long-line', 'mail/too-long-line', 'mail/html'];
  return [...new Set(diagnostics.map(({ code }) => code))].filter(
    (code) => code.startsWith('mail/') && !others.includes(code),
  );
}

const isLost = (lines: string, ...options: readonly string[]) => {
  const text = `Before.\n\n${lines}\n\nAfter.\n`;
  return throughGit(text, '8bit', ...options) !== text;
};

const isCommentLost = (lines: string) =>
  gitOutput(['stripspace', '--strip-comments'], `${lines}\n`) !== `${lines.trimEnd()}\n`;

describe('what git am reads as a patch', () => {
  test.each([
    ['---', 'mail/three-dashes'],
    ['---  ', 'mail/three-dashes'],
    ['--- \t', 'mail/three-dashes'],
    ['API\n---', 'mail/three-dashes'],
    ['```\n---\n```', 'mail/three-dashes'],
    ['--- a/kernel/utrace.c', 'mail/patch-start'],
    ['--- then it goes on', 'mail/patch-start'],
    ['diff -u a b', 'mail/patch-start'],
    ['diff --git a/a b/a', 'mail/patch-start'],
    ['```diff\ndiff - x\n```', 'mail/patch-start'],
    ['Index: kernel/utrace.c', 'mail/patch-start'],
  ])('%j is lost, and found by %s', (lines, code) => {
    expect(isLost(lines)).toBe(true);
    expect(codesOf(lines)).toContain(code);
  });

  test.each([
    ['----'],
    ['API\n----'],
    ['---x'],
    ['    ---'],
    ['> ---'],
    ['* * *'],
    ['    --- a/kernel/utrace.c'],
    ['diff of two'],
    ['index: x'],
    ['Index:x'],
    // Other tools take these for parts of a patch, git does not.
    ['```diff\n@@ -1,2 +1,2 @@\n```'],
    ['```diff\n+++ b/kernel/utrace.c\n```'],
  ])('%j is kept, and not complained of', (lines) => {
    expect(isLost(lines)).toBe(false);
    expect(codesOf(lines)).toEqual([]);
  });
});

describe('scissors', () => {
  test.each([
    ['    -- >8 --'],
    ['-- 8< -- cut -'],
    ['> - - - >8 - -'],
    ['%< ------'],
    ['    ->8-->8-'],
    ['--cut: a/b>>%'],
  ])('%j are lost with --scissors, and found', (line) => {
    expect(isLost(line, '--scissors')).toBe(true);
    expect(codesOf(line)).toContain('mail/scissors');
  });

  test.each([['    8<'], ['    -- > 8 --'], ['    x is >8 and y is not'], ['--------']])(
    '%j are none',
    (line) => {
      expect(isLost(line, '--scissors')).toBe(false);
      expect(codesOf(line)).toEqual([]);
    },
  );
});

describe('comments of an edited message', () => {
  test.each([
    ['# On', 'mail/hash-heading'],
    ['```c\n#include <linux/utrace.h>\n```', 'mail/hash-line'],
    ['A lamp\n#7', 'mail/hash-line'],
  ])('%j is lost, and found by %s', (lines, code) => {
    expect(isCommentLost(lines)).toBe(true);
    expect(codesOf(lines)).toEqual([code]);
  });

  test.each([['```c\n  #include <linux/utrace.h>\n```'], ['A lamp #7']])('%j is kept', (lines) => {
    expect(isCommentLost(lines)).toBe(false);
    expect(codesOf(lines)).toEqual([]);
  });
});

describe('trailers', () => {
  const parsed = (end: string) =>
    gitOutput(['interpret-trailers', '--parse'], `A title\n\nText.\n\n${end}\n`);
  const codes = (end: string) =>
    checkRfc('a.md', `${sentHeader()}\nText.\n\n${end}\n`, { mode: 'send' }).diagnostics.map(
      ({ code }) => code,
    );

  test.each([
    ['Reviewed-by: R. Reviewer <r@example.org>'],
    ['See: the lamp\n  of old\nAnd: another'],
    ['A sentence.\nSigned-off-by: A. Author <a@example.org>'],
  ])('%j are trailers to git, and found', (end) => {
    expect(parsed(end)).not.toBe('');
    expect(codes(end)).toContain('mail/trailer');
  });

  test.each([
    ['A sentence, and: this.'],
    ['A sentence.\nSee: the lamp'],
    ['    See: the lamp'],
    ['[1] https://example.org'],
    ['```contract\nClause: a.b\nThen: it MAY glow\nWhy: x\n```'],
  ])('%j are none', (end) => {
    expect(parsed(end)).toBe('');
    expect(codes(end)).not.toContain('mail/trailer');
  });
});

test('a line that looks like the head of a mail in a mailbox begins one', () => {
  const line = 'From a@example.org Mon Sep 17 00:00:00 2001';
  const mailsIn = (inside: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'quiesce-mailbox-'));
    try {
      const mailbox = join(folder, 'mailbox');
      writeFileSync(mailbox, `${line}\nSubject: a\n\nText.\n\n${inside}\n\nx\n`);
      return Number(gitOutput(['mailsplit', `-o${folder}`, mailbox], ''));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  expect(mailsIn(line)).toBe(2);
  expect(mailsIn(`  ${line}`)).toBe(1);
  expect(codesOf(line)).toEqual(['mail/from-line']);
});

const piece = fc.constantFrom(
  '---',
  '--',
  '-',
  '>8',
  '8<',
  '%<',
  '>%',
  ' ',
  '  ',
  'x',
  'a/b',
  'diff -',
  'Index: ',
  '>',
  '\t',
);

test('whatever git loses of a line is found', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }), (pieces) => {
      const line = pieces.join('');
      fc.pre(line.trim() !== '');
      const codes = codesOf(line);
      if (isLost(line)) expect(codes.some((code) => /three-dashes|patch-start/.test(code))).toBe(true);
      else expect(codes.some((code) => /three-dashes|patch-start/.test(code))).toBe(false);
      if (isLost(line, '--scissors')) expect(codes).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('what can be fixed is kept afterwards', () => {
  const body = 'Before.\n\n# On\n\nAPI\n---\n\nIt is\nFrom here\ndiff - or\nIndex: a\n\n---\n\nAfter.\n';
  const { text } = fixRfc('a.md', sentHeader() + body, { mode: 'send' });
  const fixed = text.slice(sentHeader().length);
  expect(fixed).not.toBe(body);
  expect(throughGit(fixed, '8bit')).toBe(fixed);
  expect(isCommentLost(fixed)).toBe(false);
});
