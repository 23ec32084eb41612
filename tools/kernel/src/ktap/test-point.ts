/** A result of a test, as the Test Anything Protocol and the kernel's KTAP have it. */

import { z } from 'zod';

export type Directive = { readonly kind: 'skip' | 'todo'; readonly reason: string };

export interface TestPoint {
  readonly isOk: boolean;
  /** Without the number and the directive; may be empty. */
  readonly name: string;
  readonly directive?: Directive;
  /** Lines of talk before it, without `# ` in front. */
  readonly talk: readonly string[];
  /** Of a subtest; empty for a point without one. */
  readonly points: readonly TestPoint[];
}

/** Of one that was kept. */
export const testPointSchema: z.ZodType<TestPoint> = z.strictObject({
  isOk: z.boolean(),
  name: z.string(),
  directive: z.strictObject({ kind: z.enum(['skip', 'todo']), reason: z.string() }).exactOptional(),
  talk: z.array(z.string()),
  get points() {
    return z.array(testPointSchema);
  },
});

/** A point that is not ok counts as a failure unless it is one that is still to be done. */
export function isFailure({ isOk, directive }: TestPoint): boolean {
  return !isOk && directive?.kind !== 'todo';
}
