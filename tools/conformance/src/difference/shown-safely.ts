/**
 * The texts of RFCs come from files of others and from old revisions, and may hold what steers a terminal. All of a
 * report goes through here before it is printed as text; as JSON it is escaped anyway.
 */
import { displayText } from '@quiesce/contract';

/** The same data, in whose texts nothing but line feeds moves the cursor. */
export function shownSafely<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    typeof value === 'string' ? safe(value) : value,
  ) as Data;
}

function safe(text: string): string {
  return text
    .split('\n')
    .map((line) => displayText(line.replaceAll('\t', '        ')))
    .join('\n');
}
