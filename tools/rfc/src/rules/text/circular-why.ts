import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** A reason that says the promise again gives whoever objects to it nothing to answer. */
export const circularWhy = rule(
  {
    'text/circular-why': code<object>({
      severity: fromReview('warning'),
      rule: 'Why says something that the rest of its clause does not.',
      message: () => 'Unexpected reason that only says the promise again',
      hint: () => 'Say who relies on it, or what breaks without it.',
    }),
  },
  ({ rfc: { clauses } }, report) =>
    clauses.flatMap(({ guarantee, scope, when, unless, why, places }) => {
      const said = new Set([guarantee, scope, when, unless].flatMap((text) => wordsOf(text ?? '')));
      const own = wordsOf(why);
      return own.length > 1 && own.every((word) => said.has(word))
        ? [report('text/circular-why', places.why, {})]
        : [];
    }),
);

/** Words that carry no meaning of their own. */
const empty: ReadonlySet<string> = new Set(
  'a an and as because been be being by for has have if in is it its may must not of on or shall should so that the then there they this to was were when which will with'.split(
    ' ',
  ),
);

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).filter((word) => !empty.has(word));
}
