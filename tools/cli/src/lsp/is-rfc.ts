/**
 * Which of the Markdown files that an editor opens are RFCs: those that are named like one, or have what only an RFC has. Of
 * the others there is nothing to say. A snapshot of what was sent is not judged either.
 */
export function isRfc(file: string, text: string): boolean {
  if (/(?:^|\/)revisions\/[^/]*$/.test(file)) return false;
  if (/(?:^|\/)[0-9]{4}-[^/]*\.md$/.test(file)) return true;
  if (!/\.(?:md|markdown)$|^untitled:/.test(file)) return false;
  return /^\ufeff?---[ \t]*\r?\n(?:(?!---[ \t]*\r?\n).*\r?\n){0,20}?rfc:[ \t]*[0-9]/.test(text);
}
