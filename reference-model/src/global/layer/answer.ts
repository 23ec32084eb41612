/** What the calls for global engines answer. */
export type Answer =
  | 0
  /** There is no free slot. */
  | '-EBUSY'
  /** The engine was called from its own callback, and cannot wait for it. */
  | '-EDEADLK'
  /** The engine is registered already. */
  | '-EEXIST'
  /** The engine is not registered, or not any more. */
  | '-ESRCH'
  /** The caller has a signal pending and does not wait any longer. Only a bug answers so. */
  | '-ERESTARTSYS';
