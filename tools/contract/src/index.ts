export type { Diagnostic, Edit, Place, Severity } from './diagnostic.js';
export { ToolError } from './tool-error.js';
