/** How much memory a graph and its analysis take beside the states themselves. */

const bytesPerStep = 5;
/** For the first step of a state, and for what the search for components keeps of it. */
const bytesPerState = 26;

export function bytesBeside(states: number, steps: number): number {
  return states * bytesPerState + steps * bytesPerStep;
}
