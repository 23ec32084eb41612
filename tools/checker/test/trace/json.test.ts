import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonNode, parseJson } from '../../src/trace/json.js';

function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries([...node.entries].map(([key, value]) => [key, plain(value)]));
    case 'array':
      return node.items.map(plain);
    case 'null':
      return null;
    case 'string':
    case 'number':
    case 'boolean':
      return node.value;
  }
}

test('Reads what JSON.stringify writes, however it is laid out', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      const parsed = parseJson(text);
      expect(parsed.ok && plain(parsed.node)).toEqual(JSON.parse(text));
    }),
  );
});

test('Accepts just what JSON.parse accepts', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b',
    '"',
    '\\',
    '1',
    '-',
    '0',
    '.',
    'e',
    'true',
    'nul',
    ' ',
    '\n',
    '\u0001',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 7 }), (parts) => {
      const text = parts.join('');
      const parsed = parseJson(text);
      if (!parsed.ok && parsed.message.startsWith('Unexpected second key')) return;
      expect(parsed.ok).toBe(isJson(text));
    }),
    { numRuns: 2000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// In each text, ^ marks where the message points.
test.each([
  ['^', 'Unexpected end of the file, expected a value'],
  ['[1, ^]', 'Unexpected "]", expected a value'],
  ['[1 ^2]', 'Unexpected "2", expected "," or "]"'],
  ['{"a": 1^', 'Unexpected end of the file, expected "," or "}"'],
  ['{^a: 1}', 'Unexpected "a", expected a key in quotes'],
  ['{"a" ^1}', 'Unexpected "1", expected ":"'],
  ['{"a": 1, ^"a": 2}', 'Unexpected second key "a"'],
  ['{} ^{}', 'Unexpected "{", expected the end of the file'],
  ['[^"abc]', 'Unexpected string without an end, with a line break or with a bad escape in it'],
  ['[^"a\\x"]', 'Unexpected string without an end, with a line break or with a bad escape in it'],
  ['[^"a\n"]', 'Unexpected string without an end, with a line break or with a bad escape in it'],
  ['0^1', 'Unexpected "1", expected the end of the file'],
  [`${'['.repeat(201)}^[`, 'Unexpected nesting deeper than 200'],
])('%j', (marked, message) => {
  const text = marked.replace('^', '');
  expect(parseJson(text)).toEqual({ ok: false, offset: marked.indexOf('^'), message });
});

test('Remembers where each value starts', () => {
  const parsed = parseJson(' {"a": [ 1,\n "b" ]}');
  expect(parsed.ok && parsed.node).toMatchObject({
    offset: 1,
    entries: new Map([
      [
        'a',
        {
          kind: 'array',
          offset: 7,
          items: [
            { kind: 'number', offset: 9, value: 1 },
            { kind: 'string', offset: 13, value: 'b' },
          ],
        },
      ],
    ]),
  });
});
