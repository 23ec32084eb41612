/**
 * From a code to words. Each room keeps one exhaustive table of what can be wrong in it; its checks name a code and the
 * details, and never build a sentence of their own. Tests and documentation walk the same table.
 */
import type { Diagnostic, Place, Severity } from './diagnostic.js';
import { markdownTable } from './markdown-table.js';

/** What is said of one kind of finding. */
export interface Words<Details> {
  readonly severity: Severity;
  /** The rule in one sentence, for the documentation. */
  readonly rule: string;
  /** One sentence: "Unexpected X, expected Y". */
  readonly message: (details: Details) => string;
  /** What to do about it. */
  readonly hint?: (details: Details) => string | undefined;
}

/** Gives `details` its type in both functions of an entry. */
export function words<Details = object>(entry: Words<Details>): Words<Details> {
  return entry;
}

export type ProblemTable = Readonly<Record<string, Words<never>>>;

export type ProblemDetails<Table extends ProblemTable, Code extends keyof Table> =
  Table[Code] extends Words<infer Details> ? Details : never;

/** Makes a finding of a code of one table. */
export type Report<Table extends ProblemTable> = <Code extends keyof Table & string>(
  code: Code,
  place: Place,
  details: ProblemDetails<Table, Code>,
  more?: Pick<Diagnostic, 'related' | 'fix'>,
) => Diagnostic;

export function reporterOf<Table extends ProblemTable>(table: Table): Report<Table> {
  return (code, place, details, more = {}) => {
    const entry = table[code] as unknown as Words<typeof details>;
    const hint = entry.hint?.(details);
    return {
      code,
      severity: entry.severity,
      place,
      message: entry.message(details),
      ...(hint === undefined ? {} : { hint }),
      ...more,
    };
  };
}

/** The table as a Markdown table, one code a row. */
export function describeProblems(table: ProblemTable): string {
  const rows = Object.entries(table).map(([code, { severity, rule }]) => [`\`${code}\``, severity, rule]);
  return markdownTable([['Code', 'Severity', 'Rule'], ...rows]);
}

/** A user's text in a message: in quotes, and cut if it is long. */
export function quoted(text: string): string {
  const longest = 48;
  const characters = Array.from(text.slice(0, 2 * longest));
  const shown = characters.length > longest ? `${characters.slice(0, longest - 3).join('')}...` : text;
  return `"${shown}"`;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
