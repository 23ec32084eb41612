/**
 * JSON held to a schema, with what is wrong told by line and column. The description of each schema is what messages say
 * that they expected.
 */
import { type JsonNode, nodeAt, parseJson, plainValue } from '@quiesce/checker';
import { type Diagnostic, nearestWord, type Place, placeOf, sourceText } from '@quiesce/contract';
import { z } from 'zod';
import { report } from './problems.js';

export type Read<Value> =
  | { readonly ok: true; readonly value: Value; readonly placeAt: PlaceAt }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The place of the value that a path of keys and indices leads to, or of the last one on the way. */
export type PlaceAt = (...path: readonly PropertyKey[]) => Place;

/** `file` is only named in messages. A key `$schema` in the outermost object is for editors, and left out. */
export function readJson<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
): Read<z.output<Schema>> {
  const source = sourceText(file, text);
  const at = (offset: number): Place => placeOf(source, { start: offset, end: offset + 1 });
  const parsed = parseJson(text);
  if (!parsed.ok)
    return {
      ok: false,
      diagnostics: [report('json/syntax', at(parsed.offset), { message: parsed.message })],
    };
  const value = plainValue(parsed.node);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    delete (value as { $schema?: unknown }).$schema;
  const checked = schema.safeParse(value);
  const placeAt: PlaceAt = (...path) => at(nodeAt(parsed.node, path).offset);
  if (checked.success) return { ok: true, value: checked.data, placeAt };
  const explained = checked.error.issues.flatMap((issue) => explain(issue, schema, parsed.node, placeAt));
  return { ok: false, diagnostics: explained };
}

function explain(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  root: JsonNode,
  placeAt: PlaceAt,
): readonly Diagnostic[] {
  const { path } = issue;
  const node = nodeAt(root, path);
  const asked = schemaAt(schema, path);
  if (issue.code === 'unrecognized_keys') {
    const keys = knownKeys(asked);
    return issue.keys.map((key) =>
      report('json/unknown-key', placeAt(...path, key), { key, keys, near: nearestWord(key, keys) }),
    );
  }
  const key = path.at(-1);
  const parent = nodeAt(root, path.slice(0, -1));
  if (key !== undefined && parent.kind === 'object' && !parent.entries.has(String(key)))
    return [report('json/missing-key', placeAt(...path.slice(0, -1)), { key: String(key) })];
  if (issue.code === 'invalid_key') {
    const expected = asked instanceof z.ZodType ? asked.description : undefined;
    return [
      report('json/value', placeAt(...path), {
        got: JSON.stringify(key),
        expected: expected ?? 'another key',
      }),
    ];
  }
  const got = 'value' in node ? JSON.stringify(node.value) : node.kind;
  return [report('json/value', placeAt(...path), { got, expected: expectedBy(asked) ?? issue.message })];
}

function knownKeys(schema: z.core.$ZodType | undefined): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  return schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum
    ? schema.keyType.options.map(String)
    : [];
}

function expectedBy(schema: z.core.$ZodType | undefined): string | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  if (schema.description !== undefined) return schema.description;
  if (schema instanceof z.ZodLiteral)
    return [...schema.values].map((one) => JSON.stringify(one)).join(' or ');
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord ? 'an object' : undefined;
}

/** The schema of the value that a path leads to; undefined where none is asked for. */
function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    // The description may stand outside or inside.
    return path.length === 0 && schema.description !== undefined ? schema : schemaAt(schema.unwrap(), path);
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  if (schema instanceof z.ZodObject) {
    const next = (schema.shape as Readonly<Record<PropertyKey, z.core.$ZodType | undefined>>)[key];
    return next === undefined ? undefined : schemaAt(next, rest);
  }
  if (schema instanceof z.ZodRecord) return schemaAt(schema.valueType, rest);
  return schema instanceof z.ZodArray ? schemaAt(schema.element, rest) : undefined;
}
