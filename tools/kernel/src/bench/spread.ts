/** The middle of what was measured several times, and how far it lies apart. */

export interface Middle {
  readonly median: number;
  /** Half of the range in which all values lie. */
  readonly halfRange: number;
  /** Half of the range in which the middle half of them lies: what an interrupt or a busy machine does to a few of them does not count. */
  readonly halfQuartiles: number;
}

/** `values` is not empty. */
export function middleOf(values: readonly number[]): Middle {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => {
    const place = part * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
    return below + (above - below) * (place - Math.floor(place));
  };
  return { median: at(0.5), halfRange: (at(1) - at(0)) / 2, halfQuartiles: (at(0.75) - at(0.25)) / 2 };
}
