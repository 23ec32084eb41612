/** The shape of the file that `quiesce.json` calls `costs`, as JSON Schema (draft 2020-12). */
import { z } from 'zod';
import { costReportSchema } from './cost-report.js';

export function costsSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(costReportSchema), null, 2)}\n`;
}
