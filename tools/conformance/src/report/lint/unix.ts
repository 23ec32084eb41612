/** A finding a line, as compilers print them: for `grep`, and for editors that read the output of `make`. */
import type { LintedFile } from './lint-report.js';

/** Each line with its line feed. */
export function unixText(files: readonly LintedFile[]): string {
  return files
    .flatMap(({ diagnostics }) => diagnostics)
    .map(({ place: { file, line, column }, severity, message, code }) => {
      // What steers a terminal, or ends the line, is shown as a blank.
      const text = `${file}:${line}:${column}: ${severity}: ${message} [${code}]`;
      return `${text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')}\n`;
    })
    .join('');
}
