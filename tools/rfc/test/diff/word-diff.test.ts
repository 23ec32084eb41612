import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneSpaced } from '../../src/diff/word-diff.js';
import { type WordRun, wordDiff } from '../../src/index.js';

const marks = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
const shown = (runs: readonly WordRun[]) =>
  runs.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('');

test.each([
  ['the lamp is dark', 'the lamp is dark', 'the lamp is dark'],
  ['the lamp is dark', 'the lamp\n  is dark ', 'the lamp is dark'],
  ['the lamp is dark', 'the lamp is cold', 'the lamp is [-dark-]{+cold+}'],
  ['the lamp is dark', 'the lamp is dark and cold', 'the lamp is dark{+ and cold+}'],
  ['', 'dark', '{+dark+}'],
  ['dark', '', '[-dark-]'],
  ['', '', ''],
  [
    'see lamp.off-means-dark',
    'see lamp.off-means-cold',
    'see [-lamp.off-means-dark-]{+lamp.off-means-cold+}',
  ],
  ['0, -EALREADY or -ESRCH', '0, -EINPROGRESS or -ESRCH', '0, [--EALREADY-]{+-EINPROGRESS+} or -ESRCH'],
  ['engine->data is freed', 'engine->table is freed', '[-engine->data-]{+engine->table+} is freed'],
  ['it returns 0.', 'it returns 0, at once.', 'it returns 0{+, at once+}.'],
  // What two sentences have in common by chance is not shown as kept.
  ['the owner frees it', 'the call is a wait', 'the [-owner frees it-]{+call is a wait+}'],
])('%j to %j', (before, after, expected) => {
  expect(shown(wordDiff(before, after))).toBe(expected);
});

const text = fc.oneof(
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('a', 'lamp', 'is', 'dark,', '\n', '(off)', 'lamp.off'), { maxLength: 30 })
    .map((list) => list.join(' ')),
);

test('the runs hold both texts', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = wordDiff(before, after);
      const side = (left: WordRun['kind']) =>
        runs
          .filter(({ kind }) => kind !== left)
          .map((run) => run.text)
          .join('');
      expect(side('added')).toBe(oneSpaced(before));
      expect(side('removed')).toBe(oneSpaced(after));
      expect(runs.every((run) => run.text !== '')).toBe(true);
    }),
  );
});

test('a text and itself have nothing but the same', () => {
  fc.assert(fc.property(text, (one) => wordDiff(one, one).every(({ kind }) => kind === 'same')));
});

test('two long texts without a word in common are told in a moment', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
  const started = performance.now();
  expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  expect(performance.now() - started).toBeLessThan(5000);
});
