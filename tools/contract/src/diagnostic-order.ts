import type { Diagnostic } from './diagnostic.js';

/** For `sort`: by file, line, column, and where two stand at one place by code and message. */
export function byPlace(left: Diagnostic, right: Diagnostic): number {
  return (
    byText(left.place.file, right.place.file) ||
    left.place.line - right.place.line ||
    left.place.column - right.place.column ||
    byText(left.code, right.code) ||
    byText(left.message, right.message)
  );
}

/** By code units: the same order on every machine, whatever its locale. */
function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
