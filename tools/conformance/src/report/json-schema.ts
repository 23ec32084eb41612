/** The shapes of the files that people and scripts write and read, as JSON Schema. */
import { mailMapSchema } from '@quiesce/rfc';
import { z } from 'zod';
import { cardsSchema } from '../card/clause-card.js';
import { projectConfigSchema } from '../config/project-config.js';
import { differenceReportSchema } from '../difference/difference-report.js';
import { objectionsSchema } from '../objection/objection-list.js';
import { traceReportSchema } from '../trace/trace-report.js';
import { lintReportSchema } from './lint/lint-report.js';
import { projectReportSchema } from './project-report.js';

export const schemaNames = [
  'report',
  'config',
  'trace',
  'clauses',
  'objections',
  'lint',
  'difference',
  'mail-map',
] as const;

export type SchemaName = (typeof schemaNames)[number];

const schemas: Readonly<Record<SchemaName, z.ZodType>> = {
  report: projectReportSchema,
  config: projectConfigSchema,
  trace: traceReportSchema,
  clauses: cardsSchema,
  objections: objectionsSchema,
  lint: lintReportSchema,
  difference: differenceReportSchema,
  'mail-map': mailMapSchema,
};

/**
 * The text of a JSON Schema (draft 2020-12): of the result of `check --json`, of `quiesce.json`, or of what `trace`, `show`,
 * `objections`, `lint` and `diff` print as JSON, and of what `mail --map` writes.
 */
export function jsonSchemaText(name: SchemaName): string {
  const io = name === 'config' ? 'input' : 'output';
  return `${JSON.stringify(z.toJSONSchema(schemas[name], { io }), null, 2)}\n`;
}
