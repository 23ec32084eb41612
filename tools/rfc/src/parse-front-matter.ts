/**
 * YAML to front matter. `yaml` says where each value stands, zod says which value is wrong; the path of a zod issue leads
 * to the YAML node, and the node to a place in the file.
 */
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
import { type Document, isMap, isNode, isScalar, type Pair, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import {
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
  const placeAt = (path: readonly PropertyKey[]): TextPlace => {
    const node = document.getIn(path, true);
    return isNode(node) && node.range ? trimmed(at(node.range[0], node.range[1])) : opening;
  };
  const trimmed = (place: TextPlace) =>
    placeOf(source, { start: place.start, end: place.start + textOf(source, place).trimEnd().length });
  const aliases = aliasesOf(document, at);
  if (aliases.length > 0) return { ...noFrontMatter, diagnostics: aliases };
  const raw: unknown = document.toJS() ?? {};
  if (!isMap(document.contents) && document.contents !== null) {
    return failed(report('rfc/front-matter-shape', placeAt([]), {}));
  }
  const pairs: readonly Pair[] = document.contents?.items ?? [];

  const result = frontMatterSchema.safeParse(raw);
  return {
    frontMatter: result.data,
    places: placesOf(pairs, placeAt),
    declaredOptions: declaredOptionsOf(raw, placeAt),
    diagnostics: (result.error?.issues ?? []).flatMap((issue) => explain(issue)),
  };

  function explain(issue: z.core.$ZodIssue): readonly Diagnostic[] {
    const [key] = issue.path;
    if (issue.code === 'unrecognized_keys') return issue.keys.map(unknownKey);
    if (!isFrontMatterKey(key)) return [report('rfc/front-matter-shape', placeAt([]), {})];
    const expected = expectedOf(key);
    if (!document.has(key)) return [report('rfc/front-matter-missing', opening, { key, expected })];
    const place = placeAt(issue.path);
    const shown = shownValue(document.getIn(issue.path, true), textOf(source, place));
    return [report('rfc/front-matter-value', place, { key, shown, expected })];
  }

  function unknownKey(key: string): Diagnostic {
    const node = pairs.map((pair) => pair.key).find((one) => isScalar(one) && String(one.value) === key);
    const place = isNode(node) && node.range ? at(node.range[0], node.range[1]) : opening;
    const near = nearestWord(key, frontMatterKeys);
    const fix =
      near === undefined || place === opening
        ? {}
        : { fix: { title: `Write ${near}`, edits: [{ start: place.start, end: place.end, text: near }] } };
    return report('rfc/front-matter-key', place, { key, keys: frontMatterKeys, near }, fix);
  }
}

function failed(diagnostic: Diagnostic): ParsedFrontMatter {
  return { ...noFrontMatter, diagnostics: [diagnostic] };
}

/** A value that starts with a star, which YAML takes for an alias. */
function aliasesOf(document: Document, at: (start: number, end: number) => TextPlace): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  visit(document, {
    Alias: (_key, { source, range }) => {
      const [start, end] = range ?? [0, 0];
      findings.push(report('rfc/yaml-alias', at(start, end), { name: `*${source}` }));
    },
  });
  return findings;
}

function placesOf(
  pairs: readonly Pair[],
  placeAt: (path: readonly PropertyKey[]) => TextPlace,
): FrontMatterPlaces {
  const keys = pairs
    .map((pair) => (isScalar(pair.key) ? pair.key.value : undefined))
    .filter(isFrontMatterKey);
  return Object.fromEntries(keys.map((key) => [key, placeAt([key])]));
}

function declaredOptionsOf(
  raw: unknown,
  placeAt: (path: readonly PropertyKey[]) => TextPlace,
): readonly Placed<OptionName>[] | undefined {
  const declared = frontMatterSchema.pick({ options: true }).strip().safeParse(raw).data?.options;
  return declared?.map((value, index) => ({ value, place: placeAt(['options', index]) }));
}

/** A value as the user wrote it if it stands in one piece, else what kind of value it is. */
function shownValue(node: unknown, text: string): string {
  if (!isScalar(node)) return isMap(node) ? 'a mapping' : text === '[]' ? 'an empty list' : 'a list';
  return text === '' ? 'nothing' : quoted(text.replace(/\s+/g, ' '));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
