/** Every code that lint can raise, with what a reader, a script or an editor wants to know of it. */
import { contractProblems, markdownTable, type ProblemTable } from '@quiesce/contract';
import { readingProblems } from '../problems.js';
import { rfcRules } from '../rules/all.js';
import { always, modes, type SeverityByMode } from './mode.js';

export interface CatalogueEntry {
  /** Such as `mail/long-line`. */
  readonly code: string;
  /** How severe it is in each mode in which it speaks. */
  readonly severity: SeverityByMode;
  /** The rule in one sentence. */
  readonly rule: string;
  /** Whether its fixes leave the meaning of every clause as it is. */
  readonly isSafeToFix: boolean;
  /** Whether no comment can allow it. */
  readonly isFirm: boolean;
}

const safeWhenRead: ReadonlySet<string> = new Set(['rfc/byte-order-mark']);

/** First what is wrong with a text before any rule is asked, then the rules. */
export const catalogue: readonly CatalogueEntry[] = [
  ...entriesOf(readingProblems),
  ...entriesOf(contractProblems),
  ...rfcRules.flatMap(({ codes }) =>
    Object.entries(codes).map(
      ([code, { severity, rule, isSafeToFix = false, isFirm = false }]): CatalogueEntry => ({
        code,
        severity,
        rule,
        isSafeToFix,
        isFirm,
      }),
    ),
  ),
];

function entriesOf(problems: ProblemTable): readonly CatalogueEntry[] {
  return Object.entries(problems).map(([code, { severity, rule }]) => ({
    code,
    severity: always(severity),
    rule,
    isSafeToFix: safeWhenRead.has(code),
    isFirm: true,
  }));
}

/** The codes as a Markdown table, but for those of blocks, which stand with the blocks. */
export function describeCatalogue(): string {
  const rows = catalogue
    .filter(({ code }) => !code.startsWith('contract/'))
    .map(({ code, severity, rule, isSafeToFix }) => [
      `\`${code}\``,
      ...modes.map((mode) => severity[mode] ?? ''),
      isSafeToFix ? 'fix' : '',
      rule,
    ]);
  return markdownTable([['Code', ...modes, '--fix', 'Rule'], ...rows]);
}
