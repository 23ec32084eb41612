/** The report as JSON. */
import type { CheckReport } from './check-report.js';

/** Two blanks of indentation, a line feed at the end. */
export function reportJson(report: CheckReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
