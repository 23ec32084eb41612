/** What the calls of the interface answer. */
export type Answer =
  | 0
  /** A callback to the engine may be running, or about to start. */
  | '-EINPROGRESS'
  /** The death report has begun. */
  | '-EALREADY'
  /** The reaper has begun, or the engine is detached. */
  | '-ESRCH'
  /** The caller has a signal pending and does not wait any longer. */
  | '-ERESTARTSYS'
  /** The engine does not want what the call would bring it. */
  | '-EINVAL'
  /** The task has run meanwhile. */
  | '-EAGAIN'
  /** There is such an engine already. */
  | '-EEXIST';
