/** Bugs of the catalogue that no mutant shows, and why. */
import type { UnmodelledBug } from '@quiesce/checker/language';

export const unmodelled: readonly UnmodelledBug[] = [
  {
    id: 'H15',
    title: "A task's structure is published before it is filled in",
    source: 'utrace, fixed in c575558ff96 and 64daf14d9c0',
    why: 'two stores of one thread have to become visible in the wrong order, which a store buffer never does',
    needs: 'lkmm',
  },
  {
    id: 'H20',
    title: 'A task sees that it is to report, and not yet for what',
    source: 'utrace, fixed in 4d8a6fd65ad',
    why: 'two loads have to be made, or two stores to become visible, in the wrong order, which a store buffer never does',
    needs: 'lkmm',
  },
  {
    id: 'L05',
    title: 'The record is cleared by a plain store',
    source: 'utrace as it shipped',
    why: "the callback's last access has to come after the store that follows it; a store buffer keeps them in order",
    needs: 'lkmm',
  },
  {
    id: 'L11',
    title: 'Record, flags and table are read and written unmarked',
    source: 'utrace as it shipped',
    why: 'the compiler may merge or tear unmarked accesses; here each access in the source is one step',
    needs: 'lkmm',
  },
];
