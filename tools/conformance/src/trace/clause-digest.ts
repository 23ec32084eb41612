/**
 * What a clause promises, as a short text that changes when the promise does. A link is confirmed for a promise, and a verdict is said
 * of one: both are asked again when this text is another. The reason and the links are not in it, nor is the id: a new reason changes no
 * promise, and a renamed clause is the same one.
 */
import type { ClauseContent } from '@quiesce/contract';
import { digest } from '../cell/cell-key.js';

/** Hexadecimal digits: enough that two versions of one clause differ, short enough to be read in a diff. */
const digits = 16;

/** Of keyword and guarantee, When, Unless, Option and Scope. */
export function clauseDigest({ keyword, guarantee, when, unless, options, scope }: ClauseContent): string {
  return digestOf([keyword, guarantee, when, unless, options, scope]);
}

/** Of what a check depends on besides: the properties that are asked, and the reason why none is. */
export function checkedDigest(clause: ClauseContent): string {
  return digestOf([clauseDigest(clause), clause.models, clause.unchecked]);
}

/** Options stand in the order of their names: which is named first says nothing. */
function digestOf(values: readonly unknown[]): string {
  const settled = values.map((value) => (isNames(value) ? [...value].sort() : (value ?? null)));
  return digest(JSON.stringify(settled)).slice(0, digits);
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
