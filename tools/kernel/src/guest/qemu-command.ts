/** The command line of QEMU: a machine with a kernel, an initramfs and two serial ports. */

export const accelerators = ['tcg', 'kvm'] as const;
export type Accelerator = (typeof accelerators)[number];

export interface Machine {
  readonly kernel: string;
  readonly initramfs: string;
  readonly processors: number;
  readonly memoryMb: number;
  readonly accelerator: Accelerator;
  /** More words for the command line of the kernel. */
  readonly append: string;
  /** More words for QEMU, such as a plugin. */
  readonly more: readonly string[];
  /** Where what comes out of the two ports goes; a terminal has only the first, joined with this process's streams. */
  readonly ports: { readonly console: string; readonly results: string } | 'terminal';
}

export interface CommandLine {
  readonly program: string;
  readonly words: readonly string[];
}

/**
 * Emulated processors run in threads of their own (`thread=multi`), so that races between them can happen. `panic=-1` with
 * `-no-reboot` makes QEMU end at once when the kernel panics. Where processors are emulated on a machine that is busy, the timer may be late for
 * the check that the kernel makes of it, so it makes none.
 */
export function qemuCommand(machine: Machine): CommandLine {
  const { kernel, initramfs, processors, memoryMb, accelerator, append, more, ports } = machine;
  const serial =
    ports === 'terminal'
      ? ['-serial', 'mon:stdio', '-serial', 'null']
      : [
          '-monitor',
          'none',
          '-serial',
          `file:${escaped(ports.console)}`,
          '-serial',
          `file:${escaped(ports.results)}`,
        ];
  return {
    program: 'qemu-system-x86_64',
    words: [
      ...['-nodefaults', '-no-user-config', '-no-reboot', '-display', 'none'],
      ...['-accel', accelerator === 'tcg' ? 'tcg,thread=multi' : 'kvm'],
      ...['-smp', String(processors), '-m', String(memoryMb)],
      ...serial,
      ...['-kernel', kernel, '-initrd', initramfs],
      ...[
        '-append',
        ['console=ttyS0', 'panic=-1', 'no_timer_check', append].filter((one) => one !== '').join(' '),
      ],
      ...more,
    ],
  };
}

/** QEMU takes two commas for one. */
function escaped(path: string): string {
  return path.replaceAll(',', ',,');
}
