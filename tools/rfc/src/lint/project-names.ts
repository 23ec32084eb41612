/**
 * What a project has, for the rules that hold an RFC against it. Whoever has a disk fills it in; where a member is absent,
 * the rules that need it are silent.
 */
export interface ProjectNames {
  /** The names of functions that the patches touch or call. Absent where there are no patches. */
  readonly functions?: ReadonlySet<string>;
  /** The numbers of the RFCs that there are. */
  readonly rfcs?: ReadonlySet<number>;
}
