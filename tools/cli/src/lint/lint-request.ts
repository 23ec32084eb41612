/** What the user has asked `quiesce lint` for. */
import type { Mode } from '@quiesce/rfc';

export const lintFormats = ['text', 'json', 'unix', 'sarif'] as const;

export interface LintRequest {
  /** Paths as the user gave them, `-` for standard input; none: all RFCs of the project. */
  readonly files: readonly string[];
  /** Absent: by the status of each RFC. */
  readonly mode?: Mode;
  readonly format: (typeof lintFormats)[number];
  /** Codes, or what stands before their slash. */
  readonly rule?: readonly string[];
  readonly listRules?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  /** Also fixes that guess. */
  readonly unsafe?: boolean;
  /** Whether what stands outside the RFC is asked too: the model, patches, tests. */
  readonly model: boolean;
  /** As the user gave it. */
  readonly maxWarnings?: string;
  readonly config?: string;
}
