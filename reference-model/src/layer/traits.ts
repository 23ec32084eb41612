/**
 * What can befall a traced task beside its system calls and its end. A scenario turns on what it is about: what is off
 * takes no step, and so costs no state.
 */
export interface Traits {
  /** Signals come to it, and it can be interrupted. */
  readonly signals: boolean;
  /** Its system calls sleep until they are broken off. */
  readonly sleeps: boolean;
  /** Engines are attached to it while it runs. */
  readonly grows: boolean;
  /** Its memory is freed when it has been reaped. */
  readonly freed: boolean;
  /** Its tracers examine it while it is stopped. */
  readonly examined: boolean;
}

export const plainTraits: Traits = {
  signals: false,
  sleeps: false,
  grows: false,
  freed: false,
  examined: false,
};
