/** A step that failed because of what was given to it: a patch that does not apply, code that does not compile. */
import { ToolError } from '@quiesce/contract';

/** Whoever works on several series goes on with the next one; it is a finding, and ends with 1. */
export class StepError extends ToolError {}

/** The end of what a program printed, set off from the message. */
export function quotedLines(lines: readonly string[], most = 12): string {
  return lines
    .filter((line) => line.trim() !== '')
    .slice(-most)
    .map((line) => `\n    | ${line}`)
    .join('');
}
