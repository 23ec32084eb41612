import { expect, test } from 'vitest';
import { readItf } from '../../src/trace/read-itf.js';

const good = `{
  "#meta": {"quiesce": {
    "version": 1, "system": "s", "origin": {"rfc": "1"},
    "target": {"kind": "deadlock"},
    "moves": [{"process": "P", "edge": 0, "place": "a.ts:1", "text": "x = 1"}]
  }},
  "vars": ["x", "pc"],
  "states": [
    {"#meta": {"index": 0}, "x": {"#bigint": "0"}, "pc": {"#map": [["P", "f a.ts:1"]]}},
    {"#meta": {"index": 1}, "x": {"#bigint": "1"}, "pc": {"#map": [["P", "f a.ts:2"]]}}
  ]
}
`;

test('A good file is read, and remembers where its parts stand', () => {
  expect(readItf(good, 't.json')).toEqual({
    ok: true,
    trace: {
      system: 's',
      origin: { rfc: '1' },
      target: { kind: 'deadlock' },
      variables: ['x'],
      states: [
        { values: ['0'], positions: [['P', 'f a.ts:1']] },
        { values: ['1'], positions: [['P', 'f a.ts:2']] },
      ],
      moves: [{ process: 'P', edge: 0, place: 'a.ts:1', text: 'x = 1' }],
    },
    places: {
      target: { file: 't.json', line: 4, column: 15 },
      variables: { file: 't.json', line: 7, column: 11 },
      states: [
        { file: 't.json', line: 9, column: 5 },
        { file: 't.json', line: 10, column: 5 },
      ],
      moves: [{ file: 't.json', line: 5, column: 15 }],
    },
  });
});

test('What other tools add is passed over', () => {
  const more = good
    .replace('"vars"', '"params": [], "loop": 0, "vars"')
    .replace('{"index": 0}', '{"index": 0, "note": [1]}');
  expect(readItf(more, 't.json').ok).toBe(true);
});

// Each replaces a piece of the good file, and says what must be found there.
test.each<[piece: string, by: string, where: string, message: string]>([
  [good, '', '1:1', 'Unexpected end of the file, expected a value'],
  [good, '[]', '1:1', 'Unexpected array, expected an object for the file'],
  [good, '{"vars": [], "states": []}', '1:1', 'Unexpected object without "#meta", expected an object there'],
  ['"x": {"#bigint": "1"}', '"x" {"#bigint": "1"}', '10:33', 'Unexpected "{", expected ":"'],
  ['"quiesce"', '"other"', '2:12', 'Unexpected object without "quiesce", expected an object there'],
  ['"version": 1', '"version": 2', '3:16', 'Unexpected version 2 of a trace, expected 1'],
  ['"version": 1', '"version": "1"', '3:16', 'Unexpected string "1", expected a number for "version"'],
  ['"system": "s"', '"system": null', '3:29', 'Unexpected null, expected a string for "system"'],
  ['{"rfc": "1"}', '{"rfc": 1}', '3:52', 'Unexpected number 1, expected a string for "rfc"'],
  [
    '"deadlock"',
    '"livelock"',
    '4:24',
    'Unexpected string "livelock", expected one of signal, failure, deadlock, liveness',
  ],
  ['{"kind": "deadlock"}', '{}', '4:15', 'Unexpected object without "kind", expected a string there'],
  [
    '{"kind": "deadlock"}',
    '{"kind": "signal", "signal": "violated"}',
    '4:15',
    'Unexpected object without "property", expected a string there',
  ],
  [
    '{"kind": "deadlock"}',
    '{"kind": "signal", "property": "p", "signal": "broken"}',
    '4:61',
    'Unexpected string "broken", expected one of violated, applies, excepted, witnessed, declined',
  ],
  ['"edge": 0, ', '', '5:15', 'Unexpected object without "edge", expected a number there'],
  ['[{"process": "P"', '[7, {"process": "P"', '5:15', 'Unexpected number 7, expected an object for a move'],
  ['"vars": ["x", "pc"]', '"vars": "x"', '7:11', 'Unexpected string "x", expected an array for "vars"'],
  ['["x", "pc"]', '["x", 1, "pc"]', '7:17', 'Unexpected number 1, expected a string for a variable'],
  ['["x", "pc"]', '["x", "x", "pc"]', '7:17', 'Unexpected string "x", expected each variable once'],
  ['"x": {"#bigint": "1"}, ', '', '10:5', 'Unexpected state without x, expected a value for each variable'],
  [
    '{"#bigint": "1"}',
    '1',
    '10:34',
    'Unexpected number 1, expected a string, a boolean or an integer as { "#bigint": "12" }',
  ],
  [
    '{"#bigint": "1"}',
    '{"#bigint": "one"}',
    '10:34',
    'Unexpected object, expected a string, a boolean or an integer as { "#bigint": "12" }',
  ],
  ['[["P", "f a.ts:2"]]', '[["P"]]', '10:68', 'Unexpected array, expected a process and its position'],
  [
    ', "pc": {"#map": [["P", "f a.ts:2"]]}',
    '',
    '10:5',
    'Unexpected object without "pc", expected an object there',
  ],
  [
    ',\n    {"#meta": {"index": 1}, "x": {"#bigint": "1"}, "pc": {"#map": [["P", "f a.ts:2"]]}}',
    '',
    '8:13',
    'Unexpected number of states 1, expected 2 for 1 moves',
  ],
  ['"deadlock"', '"failure"', '8:13', 'Unexpected number of states 2, expected 1 for 1 moves'],
])('%# %s -> %s', (piece, by, where, message) => {
  expect(good).toContain(piece);
  const read = readItf(good.replace(piece, by), 't.json');
  if (read.ok) throw new Error('the broken file was read');
  const [first, ...others] = read.diagnostics;
  expect(others).toEqual([]);
  expect(`${first!.place.file} ${first!.place.line}:${first!.place.column}`).toBe(`t.json ${where}`);
  expect(first!.message).toBe(message);
  expect(first!.hint).not.toBe('');
});

test('All that is wrong is found at once', () => {
  const broken = good.replace('"edge": 0', '"edge": "0"').replace('"system": "s"', '"system": 1');
  const read = readItf(broken, 't.json');
  expect(read.ok || read.diagnostics.map(({ message }) => message)).toEqual([
    'Unexpected number 1, expected a string for "system"',
    'Unexpected string "0", expected a number for "edge"',
  ]);
});
