import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClauseContent,
  clauseTable,
  keywords,
  type ObjectionContent,
  type ObjectionState,
  objectionStates,
  parseBlock,
  parseClause,
  parseObjection,
  printClause,
  printClauseBody,
  printField,
  printObjection,
  printObjectionBody,
  sourceText,
} from '../src/index.js';
import { asBody } from './marked-sample.js';

const read = (body: string) => {
  const source = sourceText('a.md', body);
  return parseClause(source, asBody(source));
};

const content = (body: string): ClauseContent => {
  const { clause, diagnostics } = read(body);
  expect(diagnostics).toEqual([]);
  const { places: _places, ...rest } = clause!;
  return rest;
};

/** One line as a value may hold it: no blank at its ends, blanks in any number inside. */
const prose = fc.stringMatching(/^[a-z#:(&`][ -~\t\u00a0\u2028\u0394]{0,120}[a-z.)]$/);
const lowerProse = prose.map((text) => text.toLowerCase());
const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const id = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('.'));
const link = fc
  .tuple(word, fc.stringMatching(/^[a-z][A-Za-z0-9]{0,20}$/), fc.option(word, { nil: undefined }))
  .map(([topic, name, memoryModel]) => ({
    property: `${topic}/${name}`,
    ...(memoryModel === undefined ? {} : { memoryModel }),
  }));
const list = <T>(item: fc.Arbitrary<T>) =>
  fc.uniqueArray(item, { maxLength: 3, selector: (one) => JSON.stringify(one) });
const optionalList = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });

const clause: fc.Arbitrary<ClauseContent> = fc
  .tuple(
    fc.tuple(lowerProse, fc.constantFrom(...keywords), lowerProse),
    fc.record({
      id,
      was: list(id),
      why: prose,
      models: list(link),
      code: list(prose),
      tests: list(prose),
      benches: list(prose),
      threads: list(fc.stringMatching(/^<[a-z0-9.]{1,40}@[a-z.]{1,40}>$/)),
    }),
    fc.record(
      { options: optionalList, scope: prose, when: prose, unless: prose, unchecked: prose },
      { requiredKeys: [] },
    ),
  )
  .map(([[before, keyword, after], required, optional]) => ({
    ...required,
    ...optional,
    keyword,
    guarantee: `${before} ${keyword} ${after}`,
  }));

describe('printing and parsing', () => {
  test('gives the same clause back', () => {
    fc.assert(
      fc.property(clause, (one) => {
        expect(content(printClauseBody(one))).toEqual(one);
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same text back, once it has been printed', () => {
    fc.assert(
      fc.property(clause, (one) => {
        const printed = printClauseBody(one);
        expect(printClauseBody(content(printed))).toBe(printed);
      }),
    );
  });

  test('keeps every field of any block', () => {
    const line = fc
      .tuple(fc.constantFrom('Code', 'Test', 'Bench'), prose)
      .map(([key, value]) => `${key}: ${value}\n`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const fieldsOf = (text: string) => {
          const source = sourceText('a.md', text);
          return parseBlock(source, asBody(source), clauseTable).fields.map(({ key, value }) => ({
            key,
            value,
          }));
        };
        const fields = fieldsOf(lines.join(''));
        expect(fields).toHaveLength(lines.length);
        expect(fieldsOf(fields.map(({ key, value }) => printField(key, value)).join(''))).toEqual(fields);
      }),
    );
  });

  test('breaks lines at 72 columns where the words allow it', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, (some) => {
        const lines = printField('Unchecked', some.join(' ')).split('\n');
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
      }),
    );
  });
});

/** What each state needs is there; what it does not need may be. */
const objection: fc.Arbitrary<ObjectionContent> = fc
  .tuple(
    fc.record({
      id,
      from: prose,
      threads: list(fc.stringMatching(/^<[a-z0-9.]{1,40}@[a-z.]{1,40}>$/)),
      clauses: list(id),
      says: prose,
    }),
    fc.record({ answer: prose, by: prose, revision: fc.integer({ min: 1, max: 999 }) }),
    fc.constantFrom(...(Object.keys(objectionStates) as ObjectionState[])),
    fc.subarray(['answer', 'by', 'revision'] as const),
  )
  .map(([required, values, state, kept]) => {
    const needed = {
      open: [],
      answered: ['answer'],
      accepted: ['revision'],
      withdrawn: [],
      overruled: ['by'],
    };
    const optional = Object.entries(values).filter(([name]) => [...kept, ...needed[state]].includes(name));
    return { ...required, ...Object.fromEntries(optional), state };
  });

describe('printing and parsing an objection', () => {
  const contentOf = (body: string): ObjectionContent => {
    const source = sourceText('a.md', body);
    const parsed = parseObjection(source, asBody(source));
    expect(parsed.diagnostics).toEqual([]);
    const { places: _places, ...rest } = parsed.objection!;
    return rest;
  };

  test('gives the same objection back', () => {
    fc.assert(
      fc.property(objection, (one) => {
        expect(contentOf(printObjectionBody(one))).toEqual(one);
        expect(printObjection(one)).toBe(`\`\`\`objection\n${printObjectionBody(one)}\`\`\`\n`);
      }),
      { numRuns: 300 },
    );
  });
});

test('a clause looks as in the documentation of the format', async () => {
  const one: ClauseContent = {
    id: 'detach.zero-means-quiet',
    was: ['detach.quiet'],
    options: ['record', 'counted'],
    scope: 'utrace_control(task, engine, UTRACE_DETACH)',
    when: 'the call returns 0',
    guarantee: 'a callback of engine MUST NOT start after the return of the call that detached it',
    keyword: 'MUST NOT',
    why: 'The tracer frees what the callback reads, and a callback that starts late reads what is free.',
    models: [
      { property: 'detach/noCallbackAfterZero' },
      { property: 'detach/noCallbackAfterZero', memoryModel: 'lkmm' },
    ],
    unchecked: 'Nothing measures the cost.',
    code: ['kernel/utrace.c utrace_control()'],
    tests: [],
    benches: [],
    threads: ['<1@example.org>'],
  };
  await expect(printClause(one)).toMatchFileSnapshot('snapshots/clause.txt');
});

test('an option list in two lines has a place for each option', () => {
  const { clause: parsed } = read('Clause: a\nOption: first,\n   second\nThen: it MAY\nWhy: x\n');
  expect(parsed?.options).toEqual(['first', 'second']);
  expect(parsed?.places.options).toMatchObject([
    { line: 2, column: 9, endColumn: 14 },
    { line: 3, column: 4, endColumn: 10 },
  ]);
});
