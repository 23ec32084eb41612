/** Findings as an editor shows them. */
import type { Diagnostic, Severity } from '@quiesce/contract';
import type * as lsp from 'vscode-languageserver-protocol';
import { rangeOf } from './position.js';

const severities = { error: 1, warning: 2, note: 3 } as const satisfies Record<
  Severity,
  lsp.DiagnosticSeverity
>;

/** What editors fade out: text that does nothing. */
const unnecessary: lsp.DiagnosticTag = 1;
const doesNothing: ReadonlySet<string> = new Set(['allow/unused']);

/** `uriOf`: of the file of a place. */
export function diagnosticsOf(
  findings: readonly Diagnostic[],
  uriOf: (file: string) => string,
): readonly lsp.Diagnostic[] {
  return findings.map(({ code, severity, place, message, hint, related = [] }) => ({
    range: rangeOf(place),
    severity: severities[severity],
    code,
    source: 'quiesce',
    message: hint === undefined ? message : `${message}\n${hint}`,
    ...(doesNothing.has(code) ? { tags: [unnecessary] } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((one) => ({
            location: { uri: uriOf(one.place.file), range: rangeOf(one.place) },
            message: one.message,
          })),
        }),
  }));
}
