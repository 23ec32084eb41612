/** What each edit of a clause is called: the table of contract-format, row by row, then for all clauses. */
import type { ClauseContent } from '@quiesce/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClauseDifference, diffRfcs } from '../../src/index.js';
import { anyClause, anyRfc, clauseOf, declared, rfcOf } from './rfc-samples.js';

type Content = Partial<ClauseContent>;

const compare = (before: Content, after: Content): readonly ClauseDifference[] =>
  diffRfcs(rfcOf([clauseOf('lamp.dark', before)]), rfcOf([clauseOf('lamp.dark', after)])).clauses;

const keyword = (word: ClauseContent['keyword'], rest = 'be dark'): Content => ({
  keyword: word,
  guarantee: `the lamp ${word} ${rest}`,
});

describe('one edit', () => {
  test.each<[string, Content, Content, string, string]>([
    ['MAY to SHOULD', keyword('MAY'), keyword('SHOULD'), 'strengthened', 'MAY became SHOULD'],
    ['SHOULD to MUST', keyword('SHOULD'), keyword('MUST'), 'strengthened', 'SHOULD became MUST'],
    [
      'SHOULD NOT to MUST NOT',
      keyword('SHOULD NOT'),
      keyword('MUST NOT'),
      'strengthened',
      'SHOULD NOT became MUST NOT',
    ],
    ['MUST to MAY', keyword('MUST'), keyword('MAY'), 'weakened', 'MUST became MAY'],
    ['MUST NOT to MAY', keyword('MUST NOT'), keyword('MAY'), 'weakened', 'MUST NOT became MAY'],
    ['MUST to MUST NOT', keyword('MUST'), keyword('MUST NOT'), 'changed', 'MUST became MUST NOT'],
    ['SHOULD to MUST NOT', keyword('SHOULD'), keyword('MUST NOT'), 'changed', 'SHOULD became MUST NOT'],
    ['other words', keyword('MUST'), keyword('MUST', 'be cold'), 'changed', 'the words of Then changed'],
    [
      'more words',
      keyword('MUST'),
      keyword('MUST', 'be dark at once'),
      'changed',
      'words were added to Then',
    ],
    ['When added', {}, { when: 'it is off' }, 'weakened', 'a condition was added (When)'],
    ['When removed', { when: 'it is off' }, {}, 'strengthened', 'a condition was removed (When)'],
    ['When altered', { when: 'it is off' }, { when: 'it is cold' }, 'changed', 'the words of When changed'],
    ['Unless added', {}, { unless: 'it is broken' }, 'weakened', 'an exception was added (Unless)'],
    ['Unless removed', { unless: 'it is broken' }, {}, 'strengthened', 'an exception was removed (Unless)'],
    [
      'Unless shortened',
      { unless: 'it is broken or old' },
      { unless: 'it is broken' },
      'changed',
      'words were taken out of Unless',
    ],
    [
      'option added',
      { options: ['relay'] },
      { options: ['relay', 'bulb'] },
      'strengthened',
      'now also promised by bulb',
    ],
    [
      'option removed',
      { options: ['relay', 'bulb'] },
      { options: ['relay'] },
      'weakened',
      'no longer promised by bulb',
    ],
    [
      'option exchanged',
      { options: ['relay'] },
      { options: ['bulb'] },
      'changed',
      'no longer promised by relay',
    ],
    ['all options to some', {}, { options: ['relay'] }, 'weakened', 'no longer promised by dimmer, bulb'],
    [
      'all options by name',
      {},
      { options: [...declared] },
      'reworded',
      'the same options promise it, written in another way',
    ],
    ['Scope added', {}, { scope: 'lamp_set()' }, 'changed', 'a Scope was added'],
    ['Scope removed', { scope: 'lamp_set()' }, {}, 'changed', 'the Scope was removed'],
    [
      'Scope altered',
      { scope: 'lamp_set()' },
      { scope: 'lamp_get()' },
      'changed',
      'the words of Scope changed',
    ],
    ['Why altered', { why: 'One.' }, { why: 'Two.' }, 'reworded', 'another reason is given'],
    ['white space', { when: 'it is off' }, { when: 'it  is off' }, 'reworded', 'white space in When changed'],
    ['Model added', {}, { models: [{ property: 'a/b' }] }, 'relinked', 'with Model a/b'],
    ['Test removed', { tests: ['lamp'] }, {}, 'relinked', 'without Test lamp'],
    [
      'Unchecked for Model',
      { models: [{ property: 'a/b' }] },
      { unchecked: 'no time' },
      'relinked',
      'it says now why nothing checks it',
    ],
    [
      'Unchecked altered',
      { unchecked: 'no time' },
      { unchecked: 'no clock' },
      'reworded',
      'another reason is given why nothing checks it',
    ],
    ['Was added', {}, { was: ['lamp.old'] }, 'relinked', 'with Was lamp.old'],
  ])('%s', (_, before, after, change, reason) => {
    const [difference] = compare(before, after);
    expect(difference?.changes).toEqual([change]);
    expect(difference?.reasons).toContain(reason);
  });

  test('links in another order are the same', () => {
    expect(compare({ tests: ['one', 'two'] }, { tests: ['two', 'one'] })).toEqual([]);
  });

  test('only the minor words stand together; a major one hides them', () => {
    const reworded = { why: 'Two.', tests: ['lamp'] };
    expect(compare({}, reworded)[0]?.changes).toEqual(['reworded', 'relinked']);
    expect(compare({}, { ...reworded, when: 'it is off' })[0]?.changes).toEqual(['weakened']);
  });

  test.each<[Content, Content, string]>([
    [{}, { when: 'it is off' }, 'certain'],
    [keyword('MUST'), keyword('MUST NOT'), 'possible'],
    [{}, { why: 'Two.' }, 'none'],
    [{ when: 'it is off' }, {}, 'none'],
  ])('what users lose (%#)', (before, after, loss) => {
    expect(compare(before, after)[0]?.loss).toBe(loss);
  });
});

describe('options of one revision only', () => {
  const between = (before: Content, options: readonly string[], after: Content) =>
    diffRfcs(
      rfcOf([clauseOf('lamp.dark', before)], { options: ['relay'] }),
      rfcOf([clauseOf('lamp.dark', after)], { options }),
    ).clauses;

  test('one that is declared anew gains no promise that it could have had', () => {
    const [difference] = between({ options: ['relay'] }, ['relay', 'bulb'], { options: ['relay', 'bulb'] });
    expect(difference).toMatchObject({ changes: ['reworded'], loss: 'none' });
    expect(difference?.reasons).toEqual(['also promised by options declared anew: bulb']);
  });

  test('a clause of all options is the same with one more', () => {
    expect(between({}, ['relay', 'bulb'], {})).toEqual([]);
  });

  test('one that is declared no longer takes no promise away', () => {
    const before = rfcOf([clauseOf('lamp.dark', { options: ['relay', 'bulb'] })], {
      options: ['relay', 'bulb'],
    });
    const after = rfcOf([clauseOf('lamp.dark', { options: ['relay'] })], { options: ['relay'] });
    expect(diffRfcs(before, after).clauses[0]).toMatchObject({ changes: ['reworded'], loss: 'none' });
    expect(diffRfcs(before, after).frontMatter).toMatchObject([{ key: 'options', removed: ['bulb'] }]);
  });
});

describe('Was', () => {
  const ids = (before: readonly ClauseContent[], after: readonly ClauseContent[]) =>
    diffRfcs(rfcOf(before), rfcOf(after)).clauses.map(({ id, changes }) => `${changes.join('+')} ${id}`);

  test('a rename is told with what else there is', () => {
    const old = clauseOf('lamp.dark');
    expect(ids([old], [clauseOf('lamp.off', { was: ['lamp.dark'] })])).toEqual(['renamed lamp.off']);
    const weaker = clauseOf('lamp.off', { was: ['lamp.dark'], when: 'it is off' });
    expect(ids([old], [weaker])).toEqual(['weakened+renamed lamp.off']);
  });

  test('a rename is followed over a revision that is not looked at', () => {
    expect(ids([clauseOf('a')], [clauseOf('c', { was: ['b', 'a'] })])).toEqual(['renamed c']);
  });

  test('a Was that names a clause which is still there binds nothing', () => {
    const [difference] = diffRfcs(
      rfcOf([clauseOf('a')]),
      rfcOf([clauseOf('a'), clauseOf('b', { was: ['a'] })]),
    ).clauses;
    expect(difference).toMatchObject({ id: 'b', changes: ['added'] });
    expect(difference?.reasons).toEqual(['it says that it was a, which is still there']);
  });

  test('a rename that nobody has told is guessed at in the reasons, and not called one', () => {
    const { clauses } = diffRfcs(rfcOf([clauseOf('a')]), rfcOf([clauseOf('b', { why: 'Another reason.' })]));
    expect(clauses.map(({ id, changes, reasons, loss }) => [id, changes, reasons, loss])).toEqual([
      ['a', ['removed'], ['b promises the same, but does not name it in Was'], 'possible'],
      ['b', ['added'], ['it promises what a did, but does not name it in Was'], 'none'],
    ]);
  });

  test('of a clause that was split nothing is certain but that', () => {
    const parts = [clauseOf('b', { was: ['a'] }), clauseOf('c', { was: ['a'], when: 'it is off' })];
    const { clauses } = diffRfcs(rfcOf([clauseOf('a')]), rfcOf(parts));
    expect(clauses.map(({ id, changes, loss }) => [id, changes, loss])).toEqual([
      ['b', ['changed', 'renamed'], 'possible'],
      ['c', ['changed', 'renamed'], 'possible'],
    ]);
    expect(clauses[0]?.reasons[0]).toBe(
      'a was split into b and c; the text does not tell what they keep together',
    );
  });

  test('of clauses that were joined as well', () => {
    const { clauses } = diffRfcs(
      rfcOf([clauseOf('a'), clauseOf('b')]),
      rfcOf([clauseOf('c', { was: ['a', 'b'] })]),
    );
    expect(clauses.map(({ before, after }) => [before?.id, after?.id])).toEqual([
      ['a', 'c'],
      ['b', 'c'],
    ]);
    expect(clauses[0]?.reasons[0]).toBe('a and b were joined into c');
  });

  test('removed clauses stand where they stood', () => {
    const before = ['a', 'b', 'c', 'd'].map((id) => clauseOf(id));
    expect(ids(before, [clauseOf('a', { why: 'Two.' }), clauseOf('d', { why: 'Two.' })])).toEqual([
      'reworded a',
      'removed b',
      'removed c',
      'reworded d',
    ]);
  });
});

describe('for all clauses', () => {
  const turned = {
    added: 'removed',
    removed: 'added',
    strengthened: 'weakened',
    weakened: 'strengthened',
  } as const;
  const mirror = (change: string) => turned[change as keyof typeof turned] ?? change;
  const seen = ({ changes, before, after }: ClauseDifference, isTurned: boolean) => {
    const [left, right] = isTurned ? [after?.id, before?.id] : [before?.id, after?.id];
    return `${left} ${right} ${changes
      .map(isTurned ? mirror : String)
      .sort()
      .join()}`;
  };

  test('an RFC does not differ from itself', () => {
    fc.assert(
      fc.property(anyRfc, (rfc) => {
        const { clauses, moved, sections, frontMatter, objections } = diffRfcs(rfc, rfc);
        expect({ clauses, moved, sections, frontMatter, objections }).toEqual({
          clauses: [],
          moved: [],
          sections: [],
          frontMatter: [],
          objections: [],
        });
      }),
    );
  });

  test('the way back says the same, turned round', () => {
    fc.assert(
      fc.property(anyRfc, anyRfc, (one, other) => {
        const there = diffRfcs(one, other).clauses.map((clause) => seen(clause, false));
        const back = diffRfcs(other, one).clauses.map((clause) => seen(clause, true));
        expect(back.sort()).toEqual(there.sort());
      }),
    );
  });

  test('what only gives a condition up is stronger, whatever else the clause says', () => {
    fc.assert(
      fc.property(anyClause, fc.constantFrom('when', 'unless'), (clause, name) => {
        const { [name]: _, ...free } = clause;
        const bound = { ...clause, [name]: 'it is on' } as ClauseContent;
        const [difference] = diffRfcs(rfcOf([bound]), rfcOf([free])).clauses;
        expect(difference?.changes).toEqual(['strengthened']);
      }),
    );
  });

  test('each clause that differs has a word, and a reason unless it came or went', () => {
    fc.assert(
      fc.property(anyRfc, anyRfc, (one, other) => {
        for (const { changes, reasons, before, after } of diffRfcs(one, other).clauses) {
          expect(changes.length).toBeGreaterThan(0);
          if (before !== undefined && after !== undefined) expect(reasons.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
