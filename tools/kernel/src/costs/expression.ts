/**
 * Sums of named figures, as a file of published figures writes them: `audit-sync - audit`. Operators stand between blanks, since names
 * have hyphens. There is nothing but names, 0, + and -.
 */

export interface Term {
  readonly sign: 1 | -1;
  /** A name, or `0`. */
  readonly name: string;
}

const nameForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Undefined where the text is no sum. */
export function parseSum(text: string): readonly Term[] | undefined {
  const words = text.split(' ');
  if (words.length % 2 === 0) return undefined;
  const terms: Term[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const sign = at === 0 ? '+' : words[at - 1];
    const name = words[at]!;
    if ((sign !== '+' && sign !== '-') || (name !== '0' && !nameForm.test(name))) return undefined;
    terms.push({ sign: sign === '+' ? 1 : -1, name });
  }
  return terms;
}

/** What a name stands for; undefined where it was not measured. */
export type Figures = (name: string) => number | undefined;

/** Undefined if one of the names was not measured: a sum with a hole is no number. */
export function sumOf(text: string, figures: Figures): number | undefined {
  let sum = 0;
  for (const { sign, name } of parseSum(text) ?? []) {
    const value = name === '0' ? 0 : figures(name);
    if (value === undefined) return undefined;
    sum += sign * value;
  }
  return sum;
}
