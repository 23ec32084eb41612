/** What the user asked of `quiesce kernel`; options as commander gives them. */
import type { Accelerator } from '@quiesce/kernel';

export interface KernelRequest {
  /** Ids of series; none: all. */
  readonly series: readonly string[];
  /** Path of quiesce.json. */
  readonly config?: string;
  /** Names of configurations; none: those that each series asks for. */
  readonly under: readonly string[];
  /** Folder of everything that is made. */
  readonly work?: string;
  readonly jobs?: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly accel?: Accelerator;
  /** Seconds for one guest. */
  readonly timeout?: number;
}
