import { placeOf, quoted } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';
import { isScissors } from '../../mail/hazard.js';

/** White space before it does not help, nor does a quote mark. */
export const scissors = rule(
  {
    'mail/scissors': code<{ text: string }>({
      severity: fromReview('warning', 'error'),
      rule: 'There are no scissors: git am --scissors cuts away all text before them.',
      message: ({ text }) => `Unexpected line of scissors ${quoted(text.trim())}`,
      hint: () => 'Put a space between the blades: "> 8".',
    }),
  },
  ({ lines, rfc: { source } }, report) =>
    lines()
      .matching(/>8|8<|>%|%</gm)
      .filter(({ text }) => isScissors(text))
      .map(({ text, start, end }) => report('mail/scissors', placeOf(source, { start, end }), { text })),
);
