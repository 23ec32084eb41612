/** The status line: on a terminal only, and only when the work has taken two seconds. */
import type { World } from '../world.js';
import type { WorkProgress } from './run-tasks.js';

const quietMs = 2000;
const everyMs = 100;

/** `what`: what is done, such as `cell`. */
export function statusLine(what: string, { stderr, now }: World): WorkProgress {
  if (!stderr.isTerminal) return { show: () => {}, clear: () => {} };
  const started = now();
  let shownAt: number | undefined;
  return {
    show: ({ done, of, states }) => {
      const time = now();
      if (time - started < quietMs || (shownAt !== undefined && time - shownAt < everyMs)) return;
      shownAt = time;
      const counted = states > 0 ? `, ${(states / 1e6).toFixed(1)} million states so far` : '';
      void stderr.write(`\r\u001b[K${what} ${Math.min(done + 1, of)} of ${of}${counted}`);
    },
    clear: () => {
      if (shownAt !== undefined) void stderr.write('\r\u001b[K');
      shownAt = undefined;
    },
  };
}
