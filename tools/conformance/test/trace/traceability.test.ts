import { parseObjection, sourceText } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import {
  type Confirmation,
  clauseDigest,
  farEnds,
  findFarEnds,
  isUnlinked,
  linksOf,
  readMentions,
  readPatches,
  type TraceInput,
  traceClauses,
} from '../../src/index.js';
import { confirmLinks } from '../../src/trace/confirm.js';
import { clauseOf, documentOf, propertyOf, somewhere } from '../samples.js';

const dark = clauseOf(`Clause: lamp.dark
Was: lamp.off
Then: the lamp MUST NOT shine
Why: safety
Model: lamp/dark
Model: lamp/gone
Code: lib/lamp.c lamp_set()
Test: selftests/lamp/dark
Thread: <1@example.org>`);
const soft = clauseOf(`Clause: lamp.soft
Then: it MAY flicker
Why: price
Unchecked: no time`);

const objectionText = `Objection: too-dark
From: R. Reviewer
Clause: lamp.dark
Thread: <9@example.org>
Says: It is dark.
State: open
`;
const whole = { start: 0, end: objectionText.length };
const { objection } = parseObjection(sourceText('rfc/0001.md', objectionText), { block: whole, body: whole });

const patches = readPatches(
  'patches/v1/0001-lamp.patch',
  `From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001
Subject: [PATCH] lamp: Go dark
Message-ID: <1@example.org>

Contract: lamp.dark
Contract: lamp.soft
---
diff --git a/lib/lamp.c b/lib/lamp.c
--- a/lib/lamp.c
+++ b/lib/lamp.c
@@ -1 +1 @@ int lamp_set(int on)
-a
+b
@@ -90 +90 @@ int lamp_get(void)
-a
+b
diff --git a/tools/selftests/lamp/dark.c b/tools/selftests/lamp/dark.c
--- /dev/null
+++ b/tools/selftests/lamp/dark.c
@@ -0,0 +1 @@
+// Contract: lamp.dark
`,
);

const soon = 'test/soft.sh';
const input: TraceInput = {
  documents: [{ ...documentOf([dark, soft], ['relay']), objections: [objection!] }],
  properties: [propertyOf('lamp/dark', 'lamp.dark'), propertyOf('lamp/other', 'lamp.dark')],
  patches,
  seriesFolder: 'patches',
  tests: [{ file: soon, mentions: readMentions(sourceText(soon, '# Contract: lamp.soft\n')) }],
  testPaths: ['test', 'tools/selftests'],
  confirmations: [],
};

describe('a clause is linked to', () => {
  const [first, second] = traceClauses(input);

  test('the properties that it names or that name it, each once', () => {
    expect(first!.properties.map(({ to, place, namedAt }) => [to, place, namedAt !== undefined])).toEqual([
      ['lamp/dark', somewhere, true],
      ['lamp/gone', undefined, true],
      ['lamp/other', somewhere, false],
    ]);
  });

  test('the patches whose trailers name it, with the hunks in its Code, or all', () => {
    expect(first!.patches.map(({ to, hunks }) => [to, hunks.map(({ line }) => line)])).toEqual([
      ['v1: lamp: Go dark', [1]],
    ]);
    expect(second!.patches[0]!.hunks).toHaveLength(3);
  });

  test('the tests whose comments name it, here and in patches', () => {
    expect(first!.tests.map(({ file, patch, places }) => [file, patch, places.length])).toEqual([
      ['tools/selftests/lamp/dark.c', 'patches/v1/0001-lamp.patch', 1],
    ]);
    expect(second!.tests.map(({ file, patch }) => [file, patch])).toEqual([[soon, undefined]]);
  });

  test('its threads and those of objections against it', () => {
    expect(first!.threads.map(({ to, objection: of, subject }) => [to, of, subject])).toEqual([
      ['<1@example.org>', undefined, 'lamp: Go dark'],
      ['<9@example.org>', 'too-dark', undefined],
    ]);
    expect(first!.objections).toEqual([objection]);
    expect(second!.objections).toEqual([]);
  });
});

test('a test that several patches change, or that is here already, is one test', () => {
  const again = readPatches(
    'patches/v1/0002-again.patch',
    `Subject: again

---
diff --git a/tools/selftests/lamp/dark.c b/tools/selftests/lamp/dark.c
--- a/tools/selftests/lamp/dark.c
+++ b/tools/selftests/lamp/dark.c
@@ -1 +1,2 @@
 // Contract: lamp.dark
+// Contract: lamp.soft
diff --git a/test/soft.sh b/test/soft.sh
--- a/test/soft.sh
+++ b/test/soft.sh
@@ -1 +1,2 @@
 # Contract: lamp.soft
+# More.
`,
  );
  const traced = traceClauses({ ...input, patches: [...patches, ...again] });
  expect(traced.map(({ tests }) => tests.map(({ file, patch }) => [file, patch]))).toEqual([
    [['tools/selftests/lamp/dark.c', 'patches/v1/0001-lamp.patch']],
    [
      [soon, undefined],
      ['tools/selftests/lamp/dark.c', 'patches/v1/0001-lamp.patch'],
    ],
  ]);
});

test('a path may have blanks in it', () => {
  const strange = readPatches(
    'a.patch',
    'Subject: a\n\n---\ndiff --git a/x y.c b/x y.c\n--- a/x y.c\n+++ b/x y.c\n@@ -1 +1 @@ int go(void)\n-a\n+b\n',
  );
  const ends = farEnds({ ...input, patches: strange }, []);
  expect(findFarEnds(ends, 'x y.c').map(({ name }) => name)).toEqual(['x y.c go()']);
  expect(findFarEnds(ends, 'go').map(({ name }) => name)).toEqual(['x y.c go()']);
});

test('both directions have the same links', () => {
  const traced = traceClauses(input);
  const forward = traced.flatMap((from) =>
    linksOf(from).map((link) => `${from.clause.id} ${link.kind} ${link.to}`),
  );
  const ends = farEnds(input, traced).filter(({ kind }) => kind !== 'code');
  const backward = ends.flatMap(({ links }) =>
    links.map(({ from, link }) => `${from.clause.id} ${link.kind} ${link.to}`),
  );
  expect([...backward].sort()).toEqual([...forward].sort());
  expect(forward.length).toBeGreaterThan(8);
});

test.each([
  ['lamp/dark', ['property'], ['lamp.dark']],
  ['patches/v1/0001-lamp.patch', ['patch'], ['lamp.dark', 'lamp.soft']],
  ['0001-lamp.patch', ['patch'], ['lamp.dark', 'lamp.soft']],
  ['lamp: Go dark', ['patch'], ['lamp.dark', 'lamp.soft']],
  ['1@example.org', ['patch', 'thread'], ['lamp.dark', 'lamp.soft']],
  ['<9@example.org>', ['thread'], ['lamp.dark']],
  ['lamp_set()', ['code'], ['lamp.dark', 'lamp.soft']],
  ['lib/lamp.c lamp_get()', ['code'], ['lamp.soft']],
  ['tools/selftests/lamp/dark', ['test'], ['lamp.dark']],
  ['lamp_put()', [], []],
])('%s means %j, of %j', (word, kinds, clauses) => {
  const found = findFarEnds(farEnds(input, traceClauses(input)), word);
  expect(found.map(({ kind }) => kind)).toEqual(kinds);
  const ids = found.flatMap(({ links }) => links.map(({ from }) => from.clause.id));
  expect([...new Set(ids)]).toEqual(clauses);
});

describe('a link is', () => {
  const entry: Confirmation = {
    clause: 'lamp.dark',
    kind: 'property',
    to: 'lamp/dark',
    digest: clauseDigest(dark),
  };
  const stateWith = (confirmation: Confirmation): string =>
    traceClauses({ ...input, confirmations: [confirmation] })[0]!.properties[0]!.confirmed;

  test.each<[string, Confirmation, string]>([
    ['confirmed for the clause as it is', entry, 'confirmed'],
    ['confirmed under an earlier id', { ...entry, clause: 'lamp.off' }, 'confirmed'],
    ['stale when the clause has changed', { ...entry, digest: '0'.repeat(16) }, 'stale'],
    ['not confirmed by what is said of another kind', { ...entry, kind: 'test' }, 'unconfirmed'],
    ['not confirmed by what is said of another clause', { ...entry, clause: 'lamp.soft' }, 'unconfirmed'],
    ['not confirmed by what is said of another far end', { ...entry, to: 'lamp/other' }, 'unconfirmed'],
  ])('%s', (_, confirmation, state) => {
    expect(stateWith(confirmation)).toBe(state);
  });

  test('confirmed with all others, and what is no more is dropped', () => {
    const gone = { ...entry, to: 'lamp/never' };
    const { confirmations, fresh, dropped } = confirmLinks(
      [entry, gone],
      traceClauses({ ...input, confirmations: [entry, gone] }),
    );
    const after = traceClauses({ ...input, confirmations }).flatMap(linksOf);
    expect(after.every(({ confirmed }) => confirmed === 'confirmed')).toBe(true);
    expect([fresh, dropped]).toEqual([after.length - 1, 1]);
  });

  test('confirmed alone, and all else stays as it was', () => {
    const old = { ...entry, clause: 'lamp.off', digest: '0'.repeat(16) };
    const gone = { ...entry, to: 'lamp/never' };
    const traced = traceClauses({ ...input, confirmations: [old, gone] });
    const one = { from: traced[0]!, link: traced[0]!.properties[0]! };
    const { confirmations, fresh, dropped } = confirmLinks([old, gone], traced, [one]);
    expect(confirmations).toEqual([gone, entry]);
    expect([fresh, dropped]).toEqual([1, 0]);
  });
});

test('nobody misses what the project does not have', () => {
  const [, second] = traceClauses({ ...input, confirmations: [] });
  expect(isUnlinked(second!, input)).toBe(false);
  const bare = { ...second!, patches: [], tests: [] };
  expect(isUnlinked(bare, input)).toBe(true);
  const { patches: _, tests: __, ...none } = input;
  expect(isUnlinked(bare, none)).toBe(false);
});
