import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Confirmation, type LinkKind, printConfirmations, readConfirmations } from '../../src/index.js';

const kinds: readonly LinkKind[] = ['property', 'patch', 'test', 'thread'];

const word = fc.stringMatching(/^[a-z][a-z.-]{0,8}$/);
const confirmation: fc.Arbitrary<Confirmation> = fc.record({
  clause: word,
  kind: fc.constantFrom(...kinds),
  to: fc
    .array(fc.stringMatching(/^[!-~é]{1,8}$/), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(' ')),
  digest: fc.stringMatching(/^[0-9a-f]{16}$/),
});

describe('the file of confirmed links', () => {
  test('comes back, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(confirmation), (all) => {
        const text = printConfirmations(all);
        const { confirmations, diagnostics } = readConfirmations('links.sum', text);
        expect(diagnostics).toEqual([]);
        expect(new Set(confirmations.map((one) => JSON.stringify(one)))).toEqual(
          new Set(all.map(({ clause, kind, to, digest }) => JSON.stringify({ clause, kind, to, digest }))),
        );
        expect(printConfirmations([...confirmations].reverse())).toBe(text);
      }),
    );
  });

  test('differs in one line where one link does', () => {
    const one = { clause: 'a.b', kind: 'test', to: 'x.c', digest: '0'.repeat(16) } as const;
    const others = ['a.a', 'a.c'].map((clause) => ({ ...one, clause }));
    const lines = printConfirmations([...others, one]).split('\n');
    const changed = printConfirmations([...others, { ...one, digest: '1'.repeat(16) }]).split('\n');
    expect(lines.filter((line, index) => line !== changed[index])).toEqual([
      `a.b test x.c ${'0'.repeat(16)}`,
    ]);
  });

  test.each([
    ['a mark of a merge', '<<<<<<< HEAD'],
    ['an unknown kind', `a.b bench x.c ${'0'.repeat(16)}`],
    ['no digest', 'a.b test x.c'],
    ['no far end', `a.b test ${'0'.repeat(16)}`],
  ])('with %s has a finding, and the rest counts', (_, line) => {
    const good = `a.b test x.c ${'0'.repeat(16)}`;
    const { confirmations, diagnostics } = readConfirmations('links.sum', `# head\n${line}\n\n${good}\r\n`);
    expect(confirmations).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'trace/confirmation', place: { line: 2, column: 1 } }]);
  });
});
