/** A report that `quiesce check --json` has written, read back: what shows verdicts can take one instead of exploring. */
import { resolve } from 'node:path';
import { type ProjectReport, projectReportSchema } from '@quiesce/conformance';
import { ToolError } from '@quiesce/contract';
import type { World } from './world.js';

/** `path`: as the user gave it. A `ToolError` if there is no such report. */
export function readReport(path: string, { cwd, disk }: World): ProjectReport {
  const json = parseJson(disk.read(resolve(cwd, path)));
  if (json === undefined) throw unexpectedReport(path, 'it is no JSON');
  const parsed = projectReportSchema.safeParse(json.value);
  if (!parsed.success) throw unexpectedReport(path, 'it is not what quiesce check --json prints');
  return parsed.data;
}

/** `reason` is a sentence without its end. */
export function unexpectedReport(path: string, reason: string): ToolError {
  return new ToolError(`Unexpected report in ${path}: ${reason}`, {
    hint: 'Make it anew: quiesce check --json > report.json',
  });
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
