/**
 * YAML to front matter. `yaml` says where each value stands, zod says which value is wrong; the path of a zod issue leads
 * to the YAML node, and the node to a place in the file.
 */
import assert from 'node:assert/strict';
import {
  type Diagnostic,
  lineSpan,
  nearestWord,
  type OptionName,
  type Placed,
  placeOf,
  quoted,
  type SourceText,
  type Span,
  type TextPlace,
  textOf,
} from '@quiesce/contract';
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { z } from 'zod';
import {
  expectedItemOf,
  expectedOf,
  type FrontMatter,
  type FrontMatterPlaces,
  frontMatterKeys,
  frontMatterSchema,
  isFrontMatterKey,
} from './front-matter.js';
import { report } from './problems.js';

export interface ParsedFrontMatter {
  readonly frontMatter: FrontMatter | undefined;
  readonly places: FrontMatterPlaces;
  /** Known where `options` is right, whatever else is wrong. */
  readonly declaredOptions: readonly Placed<OptionName>[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Front matter of which nothing is known. */
export const noFrontMatter: ParsedFrontMatter = {
  frontMatter: undefined,
  places: {},
  declaredOptions: undefined,
  diagnostics: [],
};

/** Reads the YAML in `body`; `opening` is the line of dashes above it, where missing keys are reported. */
export function parseFrontMatter(source: SourceText, opening: TextPlace, body: Span): ParsedFrontMatter {
  // A lone CR ends a line in Markdown but not in this reader of YAML.
  const text = textOf(source, body).replace(/\r(?!\n)/g, '\n');
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  const at = (start: number, end: number) =>
    placeOf(source, { start: body.start + start, end: body.start + end });
  const [error] = document.errors;
  if (error !== undefined) {
    // One slip in YAML makes many errors: only the first is about what the author wrote.
    const start = at(error.pos[0], error.pos[0]);
    const place = placeOf(source, {
      start: start.start,
      end: lineSpan(source, start.line)?.end ?? start.end,
    });
    return failed(report('rfc/yaml', place, { code: error.code, detail: lowerFirst(error.message) }));
  }
  if (!isMap(document.contents) && document.contents !== null) {
    return failed(report('rfc/front-matter-shape', placeOfNode(document.contents), {}));
  }
  const entries: readonly { readonly key: unknown; readonly value: unknown }[] =
    document.contents?.items ?? [];
  const oddKey = entries.find(({ key }) => !isScalar(key));
  if (oddKey !== undefined) return failed(report('rfc/front-matter-shape', placeOfNode(oddKey.key), {}));
  const aliases = entries
    .flatMap(({ value }) => [value, ...(isSeq(value) ? value.items : [])])
    .filter(isAlias);
  if (aliases.length > 0) {
    const findings = aliases.map((node) =>
      report('rfc/yaml-alias', placeOfNode(node), { name: `*${node.source}` }),
    );
    return { ...noFrontMatter, diagnostics: findings };
  }
  const nodes = new Map(
    entries.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', { key, value }]),
  );
  const raw = Object.fromEntries(Array.from(nodes, ([key, { value }]) => [key, plainValue(value)]));
  const result = frontMatterSchema.safeParse(raw);
  const options = frontMatterSchema.shape.options.safeParse(raw['options']).data;
  return {
    frontMatter: result.data,
    places: Object.fromEntries(
      frontMatterKeys.filter((key) => nodes.has(key)).map((key) => [key, placeAt([key])]),
    ),
    declaredOptions: options?.map((value, index) => ({ value, place: placeAt(['options', index]) })),
    diagnostics: (result.error?.issues ?? []).flatMap(explain),
  };

  function explain({ path, ...issue }: z.core.$ZodIssue): readonly Diagnostic[] {
    const [key] = path;
    if (issue.code === 'unrecognized_keys') return issue.keys.map(unknownKey);
    assert(
      isFrontMatterKey(key),
      'the schema has only issues with its keys, or with keys that it does not have',
    );
    const expected = path.length > 1 ? expectedItemOf(key) : expectedOf(key);
    if (!nodes.has(key)) return [report('rfc/front-matter-missing', opening, { key, expected })];
    const place = placeAt(path);
    const shown = shownValue(nodeAt(path), textOf(source, place));
    return [report('rfc/front-matter-value', place, { key, shown, expected })];
  }

  function unknownKey(key: string): Diagnostic {
    const place = placeOfNode(nodes.get(key)?.key);
    const { start, end } = place;
    const near = nearestWord(key, frontMatterKeys);
    const fix =
      near === undefined ? {} : { fix: { title: `Write ${near}`, edits: [{ start, end, text: near }] } };
    return report('rfc/front-matter-key', place, { key, keys: frontMatterKeys, near }, fix);
  }

  /** The node of a value, or of an item of a list. */
  function nodeAt([key, index]: readonly PropertyKey[]): unknown {
    const value = nodes.get(String(key))?.value;
    return typeof index === 'number' && isSeq(value) ? value.items[index] : value;
  }

  function placeAt(path: readonly PropertyKey[]): TextPlace {
    return placeOfNode(nodeAt(path));
  }

  function placeOfNode(node: unknown): TextPlace {
    if (!isNode(node) || !node.range) return opening;
    const place = at(node.range[0], node.range[1]);
    return placeOf(source, { start: place.start, end: place.start + textOf(source, place).trimEnd().length });
  }
}

/**
 * A value without its node. Front matter is flat, so what is deeper than a list of scalars becomes an empty object, which
 * no key accepts. `yaml` could convert all of it, but takes minutes for keys that are mappings themselves.
 */
function plainValue(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => (isScalar(item) ? item.value : {}));
  return node === null ? null : {};
}

function failed(diagnostic: Diagnostic): ParsedFrontMatter {
  return { ...noFrontMatter, diagnostics: [diagnostic] };
}

/** A value as the user wrote it if it stands in one piece, else what kind of value it is. */
function shownValue(node: unknown, text: string): string {
  if (!isScalar(node)) return isMap(node) ? 'a mapping' : text === '[]' ? 'an empty list' : 'a list';
  return text === '' ? 'nothing' : quoted(text.replace(/\s+/g, ' '));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
