import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFailure, parseKtap, type TestPoint, tapHeader, tapPoint } from '../../src/index.js';

const point = (isOk: boolean, name: string, more: Partial<TestPoint> = {}): TestPoint => ({
  isOk,
  name,
  talk: [],
  points: [],
  ...more,
});

describe('what selftests print', () => {
  test('by kselftest.h', () => {
    const text = [
      'TAP version 13',
      '1..5',
      '# warming up',
      'ok 1 attach',
      'not ok 2 detach # a comment',
      'ok 3 # SKIP needs two processors',
      'ok 4 exec # SKIP no exec',
      'not ok 5 later # TODO not yet',
      '# Totals: pass:1 fail:1 xfail:0 xpass:0 skip:2 error:0',
    ].join('\n');
    expect(parseKtap(text)).toEqual({
      planned: 5,
      points: [
        point(true, 'attach', { talk: ['warming up'] }),
        point(false, 'detach # a comment'),
        point(true, 'needs two processors', { directive: { kind: 'skip', reason: 'needs two processors' } }),
        point(true, 'exec', { directive: { kind: 'skip', reason: 'no exec' } }),
        point(false, 'later', { directive: { kind: 'todo', reason: 'not yet' } }),
      ],
      talk: ['Totals: pass:1 fail:1 xfail:0 xpass:0 skip:2 error:0'],
    });
  });

  test('by KTAP, with subtests', () => {
    const text = [
      'KTAP version 1',
      '1..2',
      '  KTAP version 1',
      '  # Subtest: first',
      '  1..2',
      '    KTAP version 1',
      '    1..1',
      '    ok 1 deep',
      '  ok 1 - inner',
      '  not ok 2 - other',
      'not ok 1 first',
      'ok 2 second',
    ].join('\n');
    const read = parseKtap(text);
    expect(read.planned).toBe(2);
    expect(read.points).toEqual([
      point(false, 'first', {
        points: [point(true, 'inner', { points: [point(true, 'deep')] }), point(false, 'other')],
      }),
      point(true, 'second'),
    ]);
  });

  test('when nothing is tested, or all is given up', () => {
    expect(parseKtap('TAP version 13\n1..0 # SKIP no module\n')).toMatchObject({
      planned: 0,
      skipped: 'no module',
    });
    expect(parseKtap('1..2\nok 1 a\nBail out! no memory\n')).toMatchObject({
      planned: 2,
      bailedOut: 'no memory',
    });
    expect(parseKtap('hello\nokay\n')).toEqual({ points: [], planned: undefined, talk: ['hello', 'okay'] });
  });
});

test('a point that is still to be done is no failure', () => {
  expect(
    [point(true, 'a'), point(false, 'a', { directive: { kind: 'todo', reason: '' } })].some(isFailure),
  ).toBe(false);
  expect(isFailure(point(false, 'a'))).toBe(true);
});

const word = fc.stringMatching(/^[a-z][a-z0-9/.]{0,7}$/);
const { tree } = fc.letrec<{ tree: TestPoint }>((tie) => ({
  tree: fc.record({
    isOk: fc.boolean(),
    name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    talk: fc.constant([]),
    points: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
  }),
}));

test('what is printed is read back', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 3 }), (points) => {
      const text = tapHeader(points.length) + points.map((one, index) => tapPoint(one, index + 1)).join('');
      expect(parseKtap(text)).toMatchObject({ planned: points.length, points });
    }),
  );
});

test('a sharp in a name begins no directive', () => {
  expect(tapPoint(point(true, 'a # SKIP b', { directive: { kind: 'skip', reason: 'why' } }), 3)).toBe(
    'ok 3 - a \\# SKIP b # SKIP why\n',
  );
});
