/** A short text for each value, different for different values: what control points and trees are told apart by. */
import { isComposite, type Value } from '../value.js';

export interface ValueTexts {
  readonly textOf: (value: Value) => string;
  /** A number for any object, the same each time. */
  readonly numberOf: (object: object) => number;
}

export function newValueTexts(): ValueTexts {
  const numbers = new Map<object, number>();
  const numberOf = (object: object): number => {
    const known = numbers.get(object);
    if (known !== undefined) return known;
    numbers.set(object, numbers.size);
    return numbers.size - 1;
  };
  return {
    numberOf,
    textOf: (value) => {
      if (isComposite(value)) return `#${numberOf(value)}`;
      return typeof value === 'string' ? JSON.stringify(value) : String(value);
    },
  };
}
