/** What a machine between two steps, or before a choice, is told apart by. */
import type { Machine } from './machine.js';
import type { ValueTexts } from './value-text.js';

/** A text for each place and each combination of live locals: equal texts have equal futures. */
export function keyOf({ textOf, numberOf }: ValueTexts, machine: Machine): string {
  return machine.frames
    .map((frame, index) => {
      const callee = machine.frames[index + 1];
      const live = frame.code.live[frame.at] ?? [];
      const locals = live.filter((slot) => slot !== callee?.to).map((slot) => textOf(frame.slots[slot]));
      return `${numberOf(frame.node)}/${numberOf(frame.scope)}@${frame.at}->${frame.to}(${locals.join(',')})`;
    })
    .join('|');
}
