import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Patch, readPatches } from '../../src/index.js';

const head = (subject: string, more = ''): string =>
  `From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001\nFrom: A <a@example.org>\nSubject: ${subject}\n${more}\n`;

function only(text: string): Patch {
  const patches = readPatches('a.patch', text);
  expect(patches).toHaveLength(1);
  return patches[0]!;
}

describe('the header', () => {
  test.each([
    ['is freed of its brackets', '[PATCH v2 1/3] lamp: Go dark', 'lamp: Go dark'],
    ['may be folded', '[RFC PATCH 1/3]\n lamp: Go\n dark', 'lamp: Go dark'],
    ['may be quoted', '=?UTF-8?q?lamp:=20caf=C3=A9?=', 'lamp: café'],
    ['may be base64, in two words', '=?utf-8?B?Y2Fm?= =?utf-8?b?w6k=?=', 'café'],
    ['may be in words that nobody knows', '=?martian?q?a?=', '=?martian?q?a?='],
    ['may be empty', '[PATCH]', ''],
  ])('has a subject that %s', (_, subject, expected) => {
    expect(only(head(subject)).subject).toBe(expected);
  });

  test('has a Message-ID, or none', () => {
    expect(only(head('a', 'Message-Id: <1@example.org>\n')).messageId).toBe('<1@example.org>');
    expect(only(head('a'))).not.toHaveProperty('messageId');
  });
});

test('several mails in one file are several patches', () => {
  const text = `${head('one')}Contract: a.b\n${head('two')}Contract: c.d\n`;
  const patches = readPatches('series.mbox', text);
  expect(patches.map(({ subject, trailers }) => [subject, trailers[0]?.clause])).toEqual([
    ['one', 'a.b'],
    ['two', 'c.d'],
  ]);
  expect(patches[1]!.place.line).toBe(6);
});

test('trailers stand in the last paragraph of the message, and nothing counts below it', () => {
  const body = `Says why.\nContract: too.early\n\ncontract: a.b, c.d\nSigned-off-by: A <a@example.org>\n`;
  const { trailers } = only(`${head('one')}${body}---\nContract: below.line\n`);
  expect(
    trailers.map(({ clause, isTrailer, place }) => [clause, isTrailer, place.line, place.column]),
  ).toEqual([
    ['too.early', false, 6, 11],
    ['a.b', true, 8, 11],
    ['c.d', true, 8, 16],
  ]);
});

const diff = (lines: readonly string[]): string =>
  `${head('one')}Text.\n---\ndiff --git a/lib/lamp.c b/lib/lamp.c\n--- a/lib/lamp.c\n+++ b/lib/lamp.c\n${lines.join('\n')}\n`;

describe('hunks', () => {
  test('have the file, the line and the functions', () => {
    const { hunks, paths } = only(
      diff(['@@ -1,3 +1,4 @@ static int first(void)', ' a', '+b', ' c', ' d', '@@ -9 +10 @@', '-x', '+y']),
    );
    expect(paths).toEqual(['lib/lamp.c']);
    expect(hunks.map(({ path, line, functions, place }) => [path, line, functions, place.line])).toEqual([
      ['lib/lamp.c', 1, ['first'], 10],
      ['lib/lamp.c', 10, [], 15],
    ]);
  });

  test.each(['Documentation/lamp.rst', 'MAINTAINERS', 'lib/Kconfig'])('have no functions in %s', (path) => {
    const lines = diff(['@@ -1 +1,2 @@ Lamps', ' Lamps', '+The call lamp_set(lamp) lights it.']);
    const { hunks } = only(lines.replaceAll('lib/lamp.c', path));
    expect(hunks.map(({ path: changed, functions }) => [changed, functions])).toEqual([[path, []]]);
  });

  test('may hold what looks like a head', () => {
    const { hunks } = only(diff(['@@ -1,2 +1,2 @@', '--- a/other.c', '+++ b/other.c', ' @@ -1 +1 @@']));
    expect(hunks).toHaveLength(1);
  });

  test('add comments that name clauses, at their lines in the new file', () => {
    const { hunks } = only(
      diff(['@@ -4,2 +5,4 @@', ' a', '-// Contract: gone.away', '+/* Contract: a.b */', '+ * Contract: c.d']),
    );
    expect(hunks[0]!.mentions.map(({ clause, line, place }) => [clause, line, place.line])).toEqual([
      ['a.b', 6, 13],
      ['c.d', 7, 14],
    ]);
  });

  test.each([
    ['a new file', '--- /dev/null\n+++ b/new.c', 'new.c'],
    ['a file that goes', '--- a/old.c\n+++ /dev/null', 'old.c'],
    ['a name with blanks and a date', '--- a/x y.c\t2026\n+++ b/x y.c\t2026', 'x y.c'],
    ['a name in quotes', '--- "a/caf\\303\\251.c"\n+++ "b/caf\\303\\251.c"', 'café.c'],
    ['no prefix', '--- x.c\n+++ x.c', 'x.c'],
  ])('are of %s', (_, names, path) => {
    const { hunks } = only(`${head('one')}\n---\ndiff --git a/q b/q\n${names}\n@@ -1 +1 @@\n-a\n+b\n`);
    expect(hunks.map((hunk) => hunk.path)).toEqual([path]);
  });

  test('are none of a file that is renamed, or is not text', () => {
    const text = `${head('one')}\n---\ndiff --git a/a.bin b/a.bin\nBinary files differ\ndiff --git a/x b/y\nrename from x\nrename to y\n`;
    expect(only(text)).toMatchObject({ hunks: [], paths: ['a.bin', 'y'] });
  });
});

const folder = join(import.meta.dirname, '../../../cli/test/fixtures/traced/patches/waiting');
const real = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

test('any text gives patches whose places are in it', () => {
  const mutated = fc
    .tuple(fc.constantFrom(...real), fc.nat(), fc.nat(40), fc.string({ unit: 'binary', maxLength: 20 }))
    .map(([text, at, length, other]) => {
      const start = at % text.length;
      return text.slice(0, start) + other + text.slice(start + length);
    });
  fc.assert(
    fc.property(fc.oneof(mutated, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
      const lines = text.split(/\r\n|\n|\r/).length;
      for (const patch of readPatches('a.patch', text)) {
        const places = [patch.place, ...patch.trailers.map(({ place }) => place)];
        for (const hunk of patch.hunks) places.push(hunk.place, ...hunk.mentions.map(({ place }) => place));
        for (const { line, start, end } of places) {
          expect(line).toBeLessThanOrEqual(lines);
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
  );
});
