/** The report as JSON. */
import type { ProjectReport } from './project-report.js';

/** Two blanks of indentation, a line feed at the end. */
export function reportJson(report: ProjectReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
