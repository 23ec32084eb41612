import { describe, expect, test } from 'vitest';
import { conformanceProblems, parseProjectConfig } from '../../src/index.js';

describe('a right configuration', () => {
  test('has defaults for what it leaves out', () => {
    expect(parseProjectConfig('{ "rfc": "rfc", "model": "src/model.ts" }', 'quiesce.json')).toEqual({
      ok: true,
      config: {
        rfc: 'rfc',
        models: [{ entry: 'src/model.ts' }],
        defaults: {
          maxStates: 20_000_000,
          maxMegabytes: 2048,
          maxStoryNodes: 20_000_000,
          memoryModel: 'sc',
        },
      },
    });
  });

  test('may name everything', () => {
    const text = JSON.stringify({
      $schema: './schema.json',
      rfc: 'docs',
      model: 'm.ts',
      series: 'patches',
      costs: 'costs.json',
      tests: ['test', 'one_test.c'],
      core: { options: ['a', 'b'] },
      defaults: { maxStates: 5, maxMegabytes: 6, maxStoryNodes: 7, memoryModel: 'sc' },
    });
    expect(parseProjectConfig(text, 'quiesce.json')).toMatchObject({
      ok: true,
      config: {
        series: 'patches',
        costs: 'costs.json',
        tests: ['test', 'one_test.c'],
        core: { options: ['a', 'b'] },
        defaults: { maxStates: 5, maxMegabytes: 6, maxStoryNodes: 7 },
      },
    });
  });
});

test('names a model for each RFC, and groups RFCs that share one', () => {
  const model = { 10: 'b.ts', 2: 'a.ts', 1: 'b.ts' };
  const read = parseProjectConfig(JSON.stringify({ rfc: 'rfc', model }), 'quiesce.json');
  if (!read.ok) throw new Error('it is right');
  expect(read.config.models).toEqual([
    { entry: 'b.ts', rfcs: [1, 10] },
    { entry: 'a.ts', rfcs: [2] },
  ]);
});

/** `⟦` stands where the finding must point. */
const wrong: readonly (readonly [what: string, text: string, code: string, words: string])[] = [
  ['an empty file', '⟦', 'config/syntax', 'expected a value'],
  ['a comma too many', '{ "rfc": "rfc", ⟦}', 'config/syntax', 'expected a key'],
  ['no object', '⟦[]', 'config/value', 'Unexpected array, expected an object'],
  ['a missing key', '⟦{ "rfc": "rfc" }', 'config/missing-key', '"model"'],
  ['a misspelt key', '{ "rfc": "r", "model": "m", "serie": ⟦"p" }', 'config/unknown-key', '"serie"'],
  [
    'an empty core',
    '{ "rfc": "r", "model": "m", "core": { "options": ⟦[] } }',
    'config/value',
    'a list of options',
  ],
  [
    'a core of one',
    '{ "rfc": "r", "model": "m", "core": { "option": ⟦["a"] } }',
    'config/unknown-key',
    '"option"',
  ],
  ['no tests', '{ "rfc": "r", "model": "m", "tests": ⟦[] }', 'config/value', 'a list of paths of tests'],
  [
    'a number among tests',
    '{ "rfc": "r", "model": "m", "tests": ["a", ⟦7] }',
    'config/value',
    'Unexpected 7, expected a path',
  ],
  [
    'an empty name in the core',
    '{ "rfc": "r", "model": "m", "core": { "options": ["a", ⟦""] } }',
    'config/value',
    'Unexpected "", expected a name',
  ],
  ['an empty path', '{ "rfc": ⟦"", "model": "m" }', 'config/value', 'Unexpected "", expected a path'],
  ['a number as a path', '{ "rfc": ⟦7, "model": "m" }', 'config/value', 'Unexpected 7, expected a path'],
  ['a list of models', '{ "rfc": "r", "model": ⟦["m"] }', 'config/value', 'or an object with a path'],
  [
    'no path in a map',
    '{ "rfc": "r", "model": { "1": ⟦7 } }',
    'config/value',
    'Unexpected 7, expected a path',
  ],
  [
    'a key that is no number of an RFC',
    '{ "rfc": "r", "model": { "0001": ⟦"m" } }',
    'config/value',
    'Unexpected "0001", expected the number of an RFC',
  ],
  [
    'a bound of zero',
    '{ "rfc": "r", "model": "m",\n  "defaults": { "maxStates": ⟦0 } }',
    'config/value',
    'Unexpected 0, expected a whole number from 1 to',
  ],
  [
    'more memory than there can be',
    '{ "rfc": "r", "model": "m", "defaults": { "maxMegabytes": ⟦5000 } }',
    'config/value',
    'from 1 to 4095',
  ],
  [
    'half a state',
    '{ "rfc": "r", "model": "m", "defaults": { "maxStates": ⟦1.5 } }',
    'config/value',
    'Unexpected 1.5',
  ],
  [
    'a memory model that nobody knows',
    '{ "rfc": "r", "model": "m", "defaults": { "memoryModel": ⟦"alpha" } }',
    'config/value',
    'Unexpected "alpha", expected one of sc',
  ],
  [
    'a misspelt default',
    '{ "rfc": "r", "model": "m", "defaults": { "maxState": ⟦5 } }',
    'config/unknown-key',
    '"maxState"',
  ],
  ['defaults that are none', '{ "rfc": "r", "model": "m", "defaults": ⟦[] }', 'config/value', 'an object'],
];

describe('a wrong configuration', () => {
  test.each(wrong)('%s', (_, marked, code, words) => {
    const offset = marked.indexOf('⟦');
    const read = parseProjectConfig(marked.replace('⟦', ''), 'quiesce.json');
    if (read.ok) throw new Error('it was taken for right');
    const before = marked.slice(0, offset).split('\n');
    const place = { file: 'quiesce.json', line: before.length, column: before.at(-1)!.length + 1 };
    expect(read.diagnostics).toHaveLength(1);
    expect(read.diagnostics[0]).toMatchObject({ code, severity: 'error', place });
    expect(read.diagnostics[0]?.message).toContain(words);
  });

  test('every code has its sample', () => {
    const codes = Object.keys(conformanceProblems).filter((code) => code.startsWith('config/'));
    expect([...new Set(wrong.map(([, , code]) => code))].sort()).toEqual(codes.sort());
  });

  test('is told of every mistake at once, and of what was meant', () => {
    const read = parseProjectConfig('{ "rfcs": "rfc", "model": 3 }', 'quiesce.json');
    expect(read).toMatchObject({
      ok: false,
      diagnostics: expect.arrayContaining([
        expect.objectContaining({ code: 'config/missing-key' }),
        expect.objectContaining({ code: 'config/value' }),
        expect.objectContaining({ code: 'config/unknown-key', hint: 'Did you mean rfc?' }),
      ]),
    });
  });
});
