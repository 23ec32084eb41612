/** The shapes of the files that people and scripts write and read, as JSON Schema. */
import { z } from 'zod';
import { projectConfigSchema } from '../config/project-config.js';
import { projectReportSchema } from './project-report.js';

export const schemaNames = ['report', 'config'] as const;

export type SchemaName = (typeof schemaNames)[number];

/** The text of a JSON Schema (draft 2020-12): of the result of `check --json`, or of `quiesce.json`. */
export function jsonSchemaText(name: SchemaName): string {
  const schema = { report: projectReportSchema, config: projectConfigSchema }[name];
  const io = name === 'config' ? 'input' : 'output';
  return `${JSON.stringify(z.toJSONSchema(schema, { io }), null, 2)}\n`;
}
