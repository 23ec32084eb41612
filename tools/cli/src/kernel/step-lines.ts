/** Progress as kbuild shows it: one line a step, `  AM      utrace (9 patches)`; on a terminal also what is going on in it. */
import type { World } from '../world.js';

export interface StepLines {
  /** `verb`: at most seven letters. */
  readonly begin: (verb: string, what: string) => Promise<void>;
  /** Shows, on a terminal, what a step is at. */
  readonly status: (text: string) => void;
  readonly clear: () => void;
}

const everyMs = 100;
const widest = 100;

export function stepLines({ stderr, now }: World): StepLines {
  let shownAt: number | undefined;
  const clear = (): void => {
    if (shownAt !== undefined) void stderr.write('\r\u001b[K');
    shownAt = undefined;
  };
  return {
    begin: async (verb, what) => {
      clear();
      await stderr.write(`  ${verb.padEnd(7)} ${what}\n`);
    },
    status: (text) => {
      if (!stderr.isTerminal || (shownAt !== undefined && now() - shownAt < everyMs)) return;
      shownAt = now();
      void stderr.write(`\r\u001b[K          ${text.slice(0, widest)}`);
    },
    clear,
  };
}
