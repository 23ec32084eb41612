/**
 * Findings as SARIF 2.1.0, which forges and editors show beside the lines. Paths are URIs relative to the root of the sources
 * (`%SRCROOT%`), columns count UTF-16 code units, and what a comment allows is a result that was suppressed in the source.
 */
import { type Diagnostic, type Place, placeOf, type Severity, type SourceText } from '@quiesce/contract';
import type { LintedFile } from './lint-report.js';

/** A code that a finding may have. */
export interface SarifRule {
  readonly code: string;
  /** In one sentence. */
  readonly rule: string;
  /** Where it speaks most severely. */
  readonly severity: Severity;
}

/** `rules`: at least those of the findings. Ends with a line feed. */
export function sarifText(
  files: readonly LintedFile[],
  rules: readonly SarifRule[],
  version: string,
): string {
  const indices = new Map(rules.map(({ code }, index) => [code, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'quiesce',
            semanticVersion: version,
            rules: rules.map(({ code, rule, severity }) => ({
              id: code,
              shortDescription: { text: rule },
              defaultConfiguration: { level: severity },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder of quiesce.json.' } } },
        artifacts: files.map(({ source }) => ({ location: artifact(source.file) })),
        results: files.flatMap(({ source, diagnostics, allowed }) => [
          ...diagnostics.map((one) => resultOf(one, source, indices)),
          ...allowed.map(({ diagnostic, reason }) => ({
            ...resultOf(diagnostic, source, indices),
            suppressions: [{ kind: 'inSource', justification: reason }],
          })),
        ]),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(
  { code, severity, place, message, hint, related = [], fix }: Diagnostic,
  source: SourceText,
  indices: ReadonlyMap<string, number>,
): object {
  const ruleIndex = indices.get(code);
  return {
    ruleId: code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: severity,
    message: { text: hint === undefined ? message : `${message}. ${hint}` },
    locations: [{ physicalLocation: locationOf(place) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: { text: other.message },
            physicalLocation: locationOf(other.place),
          })),
        }),
    ...(fix === undefined
      ? {}
      : {
          fixes: [
            {
              description: { text: fix.title },
              artifactChanges: [
                {
                  artifactLocation: artifact(source.file),
                  replacements: fix.edits.map((edit) => ({
                    deletedRegion: regionOf(placeOf(source, edit)),
                    insertedContent: { text: edit.text },
                  })),
                },
              ],
            },
          ],
        }),
  };
}

function locationOf(place: Place): object {
  return { artifactLocation: artifact(place.file), region: regionOf(place) };
}

function regionOf({ line, column, endLine = line, endColumn = column }: Place): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A path outside the project is absolute. */
function artifact(path: string): object {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}
