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

/** One exhaustive table from a verdict to words. `breaksPromise`: an option that promises the clause may not have it. */
export const verdictTable: Readonly<
  Record<Verdict, { readonly mark: string; readonly meaning: string; readonly breaksPromise: boolean }>
> = {
  holds: { mark: 'holds', meaning: 'on every run that was explored', breaksPromise: false },
  fails: { mark: 'FAILS', meaning: 'some run breaks a MUST', breaksPromise: true },
  deviates: { mark: 'deviates', meaning: 'some run breaks a SHOULD', breaksPromise: false },
  witnessed: {
    mark: 'witnessed',
    meaning: 'some run does what a MAY permits, and some does not',
    breaksPromise: false,
  },
  always: { mark: 'always', meaning: 'every run does what a MAY permits', breaksPromise: false },
  'never-happens': {
    mark: 'never',
    meaning: 'no run does what a MAY permits: a permission nobody uses',
    breaksPromise: false,
  },
  vacuous: { mark: 'vacuous', meaning: 'its When or Unless never happens', breaksPromise: true },
  'not-complete': {
    mark: 'unknown',
    meaning: 'not all of it was explored: a bound, a failure of the model, or a link that cannot be',
    breaksPromise: true,
  },
  unchecked: { mark: 'unchecked', meaning: 'nothing explores it', breaksPromise: false },
  'not-explored': { mark: '-', meaning: 'not explored in this run', breaksPromise: false },
};
