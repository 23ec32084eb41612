/** The last of some things, in the order of the text, that starts at or before an offset; undefined if none does. */
export function lastBefore<Thing>(
  things: readonly Thing[],
  offset: number,
  startOf: (thing: Thing) => number,
): Thing | undefined {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(things[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return things[low - 1];
}
