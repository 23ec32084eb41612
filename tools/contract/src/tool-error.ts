/**
 * The world failed: a file that cannot be read, a disk that is full, a program that is missing. Thrown where it
 * happens and caught once, in the command line, which prints `message` and `hint` and exits with 2. What is wrong
 * in a text that the user wrote is a `Diagnostic` instead.
 */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  /** What the user can do about it. */
  readonly hint: string | undefined;

  constructor(message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.hint = options.hint;
  }
}
