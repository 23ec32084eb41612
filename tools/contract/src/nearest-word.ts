/**
 * "Did you mean": the word that is closest to a misspelt one.
 *
 * The distance is the optimal string alignment distance (one for an insertion, a deletion, a replacement, or a swap of
 * neighbours), because swapped letters are the most common slip of a fast typist.
 */

/** Longer words are not misspelt names, and comparing them would cost more than a guess is worth. */
const longest = 80;

/**
 * The candidate with the smallest distance to `word`, the first of equals; undefined if none is near enough. Letters are
 * compared without case. Near enough: at most one slip in every three letters, or `limit` if given.
 */
export function nearestWord(
  word: string,
  candidates: Iterable<string>,
  limit = Math.max(1, Math.floor(word.length / 3)),
): string | undefined {
  if (word.length > longest) return undefined;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Optimal string alignment distance, in UTF-16 code units. */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length]!;
}
