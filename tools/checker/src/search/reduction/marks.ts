/**
 * One marked way in each loop of a process.
 *
 * A search that always prefers some processes could go round in their loops and never come to the others. Each cycle of states
 * takes some process round a loop of its own, so where every marked step is taken among all others, no cycle leaves anybody
 * out. This depends on the code alone, not on the order of the search.
 */
import type { Way } from './ways.js';

/** For each way whether it is marked. Those that go back to a point that is being visited are: without them there is no loop. */
export function marksOf(points: number, entry: number, ways: readonly Way[]): readonly boolean[] {
  const from: number[][] = Array.from({ length: points }, () => []);
  ways.forEach(({ point }, index) => {
    from[point]!.push(index);
  });
  const marked = ways.map(() => false);
  const state: ('new' | 'open' | 'done')[] = Array.from({ length: points }, () => 'new');
  const visit = (start: number): void => {
    const path = [{ point: start, next: 0 }];
    state[start] = 'open';
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const index = from[top.point]![top.next++];
      if (index === undefined) {
        state[top.point] = 'done';
        path.pop();
        continue;
      }
      const { target } = ways[index]!;
      if (target === null) continue;
      if (state[target] === 'open') marked[index] = true;
      if (state[target] !== 'new') continue;
      state[target] = 'open';
      path.push({ point: target, next: 0 });
    }
  };
  visit(entry);
  return marked;
}
