/**
 * Makes the fixes that findings carry. One fix can make room for another, and of two that touch only the first is made, so
 * it is linted and fixed again until nothing changes.
 */
import { applyFixes, type Diagnostic } from '@quiesce/contract';
import { createTwoFilesPatch } from 'diff';
import type { Rfc } from '../rfc.js';
import { catalogue } from './catalogue.js';
import { type CheckedRfc, type CheckOptions, checkRfc } from './lint-rfc.js';

export interface FixOptions extends CheckOptions {
  /** Makes also those fixes that guess what was meant, such as another word for a misspelt one. */
  readonly guesses?: boolean;
  /** Which findings are to be fixed. Default: all. */
  readonly isAsked?: (finding: Diagnostic) => boolean;
}

export interface FixedRfc extends CheckedRfc {
  readonly text: string;
  /** How many fixes were made. */
  readonly applied: number;
}

const isSafe: ReadonlySet<string> = new Set(
  catalogue.filter(({ isSafeToFix }) => isSafeToFix).map(({ code }) => code),
);

/** A text that needs more rounds than this is fixed to and fro; what is left is reported. */
const mostRounds = 50;

/** Whether a finding has a fix that leaves the meaning of every clause as it is. */
export function hasSafeFix({ code, fix }: Diagnostic): boolean {
  return fix !== undefined && isSafe.has(code);
}

/** The text with its fixes, and what is left to say of it. Without guesses, no clause changes what it says. */
export function fixRfc(file: string, text: string, options: FixOptions = {}): FixedRfc {
  const { guesses = false, isAsked = () => true } = options;
  let fixed = text;
  let checked = checkRfc(file, fixed, options);
  let count = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const findings = checked.diagnostics.filter((one) => (guesses || hasSafeFix(one)) && isAsked(one));
    const { text: next, applied } = applyFixes(fixed, findings);
    if (next === fixed) break;
    count += applied;
    fixed = next;
    const previous: Rfc = checked.rfc;
    checked = checkRfc(file, fixed, { ...options, previous });
  }
  return { ...checked, text: fixed, applied: count };
}

/** What fixes change, as a unified diff that `patch` and `git apply` take. Empty if they change nothing. */
export function fixDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  // The first three lines are a rule, and names with a tab behind them that git would take for a part of the name.
  const hunks = createTwoFilesPatch('a', 'b', before, after).split('\n').slice(3);
  return [`--- a/${file}`, `+++ b/${file}`, ...hunks].join('\n');
}
