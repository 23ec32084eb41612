/**
 * What is wrong in a text and leaves nothing to run: a configuration, a front matter, a model that does not compile. Thrown
 * where it is seen and caught with the `ToolError`s, so that a command reads straight on.
 */
import { type Diagnostic, ToolError } from '@quiesce/contract';

export class Refusal extends ToolError {
  readonly diagnostics: readonly Diagnostic[];
  /** Places are relative to it. */
  readonly root: string;

  constructor(diagnostics: readonly Diagnostic[], root: string) {
    super(diagnostics.map(({ message }) => message).join('\n'));
    this.diagnostics = diagnostics;
    this.root = root;
  }
}
