/** What a run has come to, in words; the mark says the same for whoever does not see colours. */
import type { Trace } from '@quiesce/checker';

export interface Ending {
  readonly mark: string;
  readonly text: string;
  readonly isBad: boolean;
}

export function endingOf({ target, moves }: Trace): Ending {
  switch (target.kind) {
    case 'signal': {
      const isBad = target.signal === 'violated';
      return { mark: isBad ? '✗' : '✓', text: `${target.signal}: ${target.property}`, isBad };
    }
    case 'failure':
      return { mark: '✗', text: 'the model fails in this step', isBad: true };
    case 'deadlock':
      return { mark: '✗', text: 'deadlock: no process can take a step', isBad: true };
    case 'liveness': {
      const how =
        target.loop === null
          ? 'the run ends here'
          : `steps ${target.loop + 1} to ${moves.length} lead back to the same state, again and again`;
      return { mark: '✗', text: `violated: ${target.property}; ${how}`, isBad: true };
    }
  }
}
