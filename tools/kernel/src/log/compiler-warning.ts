/** What a compiler or a checker says of a file: which of it is new since the patch before. */

/** `kernel/utrace.c:12:3: warning: ...`, and `note:` or continued lines are no warnings of their own. */
const warning = /^(?:\S*\/)?(\S+?\.[ch]):\d+(?::\d+)?: ((?:warning|error): .*)$/;

/** Lines of `after` that warn of what `before` does not warn of as often. Line numbers do not count: patches move lines. */
export function addedWarnings(before: readonly string[], after: readonly string[]): readonly string[] {
  const known = new Map<string, number>();
  for (const line of before) {
    const text = warningText(line);
    if (text !== undefined) known.set(text, (known.get(text) ?? 0) + 1);
  }
  return after.filter((line) => {
    const text = warningText(line);
    if (text === undefined) return false;
    const left = known.get(text) ?? 0;
    known.set(text, left - 1);
    return left <= 0;
  });
}

/** File and words, without the line and the folder. */
function warningText(line: string): string | undefined {
  const match = warning.exec(line);
  return match === null ? undefined : `${match[1]}: ${match[2]}`;
}
