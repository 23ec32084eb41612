/**
 * JSON that remembers where each value stands. `JSON.parse` forgets it, and a message about a trace file must name the
 * line; a parser of our own is shorter than getting the places back.
 */

/** `offset` is 0-based, of the value's first character. */
export type JsonNode = { readonly offset: number } & (
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, JsonNode> }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
);

export type ParsedJson =
  | { readonly ok: true; readonly node: JsonNode }
  | { readonly ok: false; readonly offset: number; readonly message: string };

/** Accepts what `JSON.parse` accepts, less objects with a key twice and nesting deeper than 200. */
export function parseJson(text: string): ParsedJson {
  const cursor: Cursor = { text, offset: 0 };
  try {
    const node = parseValue(cursor, 0);
    skipBlank(cursor);
    if (cursor.offset < text.length) unexpected(cursor, 'the end of the file');
    return { ok: true, node };
  } catch (error) {
    if (error instanceof JsonError) return { ok: false, offset: error.offset, message: error.message };
    throw error;
  }
}

interface Cursor {
  readonly text: string;
  offset: number;
}

/** Leaves the recursion; never leaves this file. */
class JsonError extends Error {
  override readonly name = 'JsonError';
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

const deepest = 200;
const blankPattern = /[ \t\n\r]*/y;
const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const wordPattern = /true|false|null/y;

function parseValue(cursor: Cursor, depth: number): JsonNode {
  skipBlank(cursor);
  const { offset } = cursor;
  if (depth > deepest) throw new JsonError(offset, `Unexpected nesting deeper than ${deepest}`);
  switch (cursor.text[offset]) {
    case '{':
      return { kind: 'object', offset, entries: parseEntries(cursor, depth) };
    case '[':
      return { kind: 'array', offset, items: parseItems(cursor, depth) };
    case '"':
      return { kind: 'string', offset, value: parseString(cursor) };
  }
  const word = match(cursor, wordPattern);
  if (word === 'null') return { kind: 'null', offset };
  if (word !== null) return { kind: 'boolean', offset, value: word === 'true' };
  const number = match(cursor, numberPattern);
  if (number !== null) return { kind: 'number', offset, value: Number(number) };
  return unexpected(cursor, 'a value');
}

function parseEntries(cursor: Cursor, depth: number): ReadonlyMap<string, JsonNode> {
  const entries = new Map<string, JsonNode>();
  parseList(cursor, '}', () => {
    const { offset } = cursor;
    if (cursor.text[offset] !== '"') unexpected(cursor, 'a key in quotes');
    const key = parseString(cursor);
    if (entries.has(key)) throw new JsonError(offset, `Unexpected second key ${JSON.stringify(key)}`);
    skipBlank(cursor);
    if (cursor.text[cursor.offset] !== ':') unexpected(cursor, '":"');
    cursor.offset++;
    entries.set(key, parseValue(cursor, depth + 1));
  });
  return entries;
}

function parseItems(cursor: Cursor, depth: number): readonly JsonNode[] {
  const items: JsonNode[] = [];
  parseList(cursor, ']', () => items.push(parseValue(cursor, depth + 1)));
  return items;
}

/** From the opening bracket to behind the closing one. */
function parseList(cursor: Cursor, close: '}' | ']', parseOne: () => void): void {
  cursor.offset++;
  skipBlank(cursor);
  if (cursor.text[cursor.offset] === close) {
    cursor.offset++;
    return;
  }
  for (;;) {
    skipBlank(cursor);
    parseOne();
    skipBlank(cursor);
    const mark = cursor.text[cursor.offset];
    if (mark !== ',' && mark !== close) unexpected(cursor, `"," or "${close}"`);
    cursor.offset++;
    if (mark === close) return;
  }
}

function parseString(cursor: Cursor): string {
  const start = cursor.offset;
  let end = start + 1;
  while (end < cursor.text.length && cursor.text[end] !== '"') end += cursor.text[end] === '\\' ? 2 : 1;
  cursor.offset = end + 1;
  try {
    return JSON.parse(cursor.text.slice(start, end + 1)) as string;
  } catch {
    const message = 'Unexpected string without an end, with a line break or with a bad escape in it';
    throw new JsonError(start, message);
  }
}

function skipBlank(cursor: Cursor): void {
  match(cursor, blankPattern);
}

function match(cursor: Cursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.offset;
  const found = pattern.exec(cursor.text);
  if (found === null) return null;
  cursor.offset += found[0].length;
  return found[0];
}

function unexpected(cursor: Cursor, expected: string): never {
  const char = cursor.text.slice(cursor.offset, cursor.offset + 1);
  const got = char === '' ? 'end of the file' : JSON.stringify(char);
  throw new JsonError(cursor.offset, `Unexpected ${got}, expected ${expected}`);
}

/** The node that a path leads to, or the last one on the way. */
export function nodeAt(root: JsonNode, path: readonly PropertyKey[]): JsonNode {
  let node = root;
  for (const key of path) {
    const next = childOf(node, key);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function childOf(node: JsonNode, key: PropertyKey): JsonNode | undefined {
  if (node.kind === 'array') return node.items[Number(key)];
  return node.kind === 'object' ? node.entries.get(String(key)) : undefined;
}

/** As `JSON.parse` gives it. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries([...node.entries].map(([key, value]) => [key, plainValue(value)]));
    case 'array':
      return node.items.map(plainValue);
    case 'null':
      return null;
    default:
      return node.value;
  }
}
