/** The middle of what was measured several times, and how far it lies apart. */

/** `spread`: half of the range. `values` is not empty. */
export function middleOf(values: readonly number[]): { readonly median: number; readonly spread: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return { median, spread: (sorted.at(-1)! - sorted[0]!) / 2 };
}
