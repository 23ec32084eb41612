/** What can be said of a clause under one design option. */

export const verdicts = [
  'holds',
  'fails',
  'deviates',
  'witnessed',
  'always',
  'never-happens',
  'vacuous',
  'not-complete',
  'unchecked',
  'not-explored',
] as const;

export type Verdict = (typeof verdicts)[number];

/** What becomes of promises: each that something can be said of is counted as one of these. */
export const outcomes = ['kept', 'broken', 'vacuous', 'undecided', 'deviating', 'unused'] as const;

export type Outcome = (typeof outcomes)[number];

interface VerdictWords {
  readonly mark: string;
  readonly meaning: string;
  /** An option that promises the clause may not have it. */
  readonly breaksPromise: boolean;
  /** Null: nothing is said of the promise. */
  readonly countedAs: Outcome | null;
}

/** One exhaustive table from a verdict to words. */
export const verdictTable: Readonly<Record<Verdict, VerdictWords>> = {
  holds: {
    mark: 'holds',
    meaning: 'on every run that was explored',
    breaksPromise: false,
    countedAs: 'kept',
  },
  fails: { mark: 'FAILS', meaning: 'some run breaks a MUST', breaksPromise: true, countedAs: 'broken' },
  deviates: {
    mark: 'deviates',
    meaning: 'some run breaks a SHOULD',
    breaksPromise: false,
    countedAs: 'deviating',
  },
  witnessed: {
    mark: 'witnessed',
    meaning: 'some run does what a MAY permits, and some does not',
    breaksPromise: false,
    countedAs: 'kept',
  },
  always: {
    mark: 'always',
    meaning: 'every run that ends does what a MAY permits',
    breaksPromise: false,
    countedAs: 'kept',
  },
  'never-happens': {
    mark: 'never',
    meaning: 'no run does what a MAY permits: a permission nobody uses',
    breaksPromise: false,
    countedAs: 'unused',
  },
  vacuous: {
    mark: 'vacuous',
    meaning: 'its When or Unless never happens',
    breaksPromise: true,
    countedAs: 'vacuous',
  },
  'not-complete': {
    mark: 'unknown',
    meaning: 'not all of it was explored: a bound, a failure of the model, or a link that cannot be',
    breaksPromise: true,
    countedAs: 'undecided',
  },
  unchecked: { mark: 'unchecked', meaning: 'nothing explores it', breaksPromise: false, countedAs: null },
  'not-explored': {
    mark: '-',
    meaning: 'not explored in this run, or too little of it to say',
    breaksPromise: false,
    countedAs: null,
  },
};
