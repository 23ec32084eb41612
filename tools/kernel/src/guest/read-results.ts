/**
 * What the guest's init (guest/init.c) writes to the second serial port:
 *
 *     quiesce: run 1 /tests/attach
 *     ...                            what the command printed, and a line end
 *     quiesce: exit 1 0              its exit status, or `signal 9`, or `timeout`
 *     quiesce: end                   all commands have run
 */

export type Ending =
  | { readonly kind: 'exit'; readonly status: number }
  | { readonly kind: 'signal'; readonly signal: number }
  | { readonly kind: 'timeout' }
  /** The guest ended first. */
  | { readonly kind: 'none' };

export interface CommandResult {
  readonly command: string;
  /** Lines end with LF; whether the last one does is the command's doing. */
  readonly output: string;
  readonly ending: Ending;
}

export interface GuestResults {
  readonly commands: readonly CommandResult[];
  /** Whether the init came to its end. */
  readonly isComplete: boolean;
}

/** Any text gives results, perhaps none. */
export function readResults(text: string): GuestResults {
  const commands: CommandResult[] = [];
  let open: { readonly number: string; readonly command: string; readonly lines: string[] } | undefined;
  let isComplete = false;
  const close = (ending: Ending): void => {
    if (open === undefined) return;
    commands.push({ command: open.command, output: open.lines.join('\n'), ending });
    open = undefined;
  };
  for (const line of text.split(/\r*\n/)) {
    const exit = /^quiesce: exit (\d+) (.+)$/.exec(line);
    const run = /^quiesce: run (\d+) (.+)$/.exec(line);
    if (open !== undefined && exit?.[1] === open.number) close(readEnding(exit[2]!));
    else if (open !== undefined) open.lines.push(line);
    else if (run !== null) open = { number: run[1]!, command: run[2]!, lines: [] };
    else if (line === 'quiesce: end') isComplete = true;
  }
  close({ kind: 'none' });
  return { commands, isComplete };
}

function readEnding(text: string): Ending {
  if (/^\d+$/.test(text)) return { kind: 'exit', status: Number(text) };
  const signal = /^signal (\d+)/.exec(text)?.[1];
  return signal === undefined ? { kind: 'timeout' } : { kind: 'signal', signal: Number(signal) };
}

export function endingText(ending: Ending): string {
  switch (ending.kind) {
    case 'exit':
      return `it ended with status ${ending.status}`;
    case 'signal':
      return `it was ended by signal ${ending.signal}`;
    case 'timeout':
      return 'it did not end in time';
    case 'none':
      return 'the guest ended before it did';
  }
}
