/** Which words there are, and where each may stand. The meaning of a step word is in `lower/call.ts` and `unroll/advance.ts`. */

/** Declarations: where the system is built. */
export const setupWords = [
  'shared',
  'newLock',
  'observation',
  'on',
  'always',
  'atEnd',
  'eventually',
  'leadsTo',
  'assuming',
] as const;

/** Steps and marks: in process code. */
export const processWords = [
  'lock',
  'unlock',
  'when',
  'choose',
  'step',
  'assert',
  'atomic',
  'fairly',
  'smp_mb',
  'smp_mb_on',
  'smp_rmb',
  'smp_wmb',
  'acquire',
  'release',
  'plain',
  'xchg',
  'cmpxchg',
  'atomicInc',
  'atomicDecAndTest',
] as const;

/** Verdicts: in the handlers of a property. */
export const verdictWords = ['violated', 'applies', 'excepted', 'witnessed'] as const;

export type ProcessWord = (typeof processWords)[number];
export type VerdictWord = (typeof verdictWords)[number];

const words: ReadonlySet<string> = new Set([...setupWords, ...processWords, ...verdictWords, 'ModelError']);

/** Types that a model may import beside the words. */
const typeNames: ReadonlySet<string> = new Set([
  ...['Int', 'Lock', 'Counter', 'Observation', 'Handler', 'Process'],
  ...['World', 'Sizes', 'Scenario', 'Property', 'Fairness', 'Mutant', 'UnmodelledBug', 'Model'],
]);

/** The module that exports the words. */
export const vocabularyModule = '@quiesce/checker/language';

export function isWord(name: string): boolean {
  return words.has(name);
}

export function isVocabulary(name: string): boolean {
  return words.has(name) || typeNames.has(name);
}

/** Globals of TypeScript that set-up code may use. */
export const globals: ReadonlySet<string> = new Set(['Array', 'Object', 'undefined']);
