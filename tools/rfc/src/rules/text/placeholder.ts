import { placeOf, quoted, textOf } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

export const placeholder = rule(
  {
    'text/placeholder': code<{ text: string }>({
      severity: fromReview('warning', 'error'),
      rule: 'Nothing is left to be written: no TODO, FIXME, XXX, TBD, and no "???".',
      message: ({ text }) => `Unexpected ${quoted(text)}, expected what was to stand here`,
      hint: () => 'Write it, or say under the open questions that it is not known.',
    }),
  },
  ({ prose, rfc: { source, blocks } }, report) => {
    const inBlocks = blocks.map(({ fence: { body } }) => ({ text: textOf(source, body), start: body.start }));
    return [...prose(), ...inBlocks].flatMap(({ text, start }) =>
      Array.from(text.matchAll(/(?<![\w-])(?:TODO|FIXME|XXX|TBD)(?![\w-])|\?{3,}/g)).map(
        ({ 0: found, index }) => {
          const place = placeOf(source, { start: start + index, end: start + index + found.length });
          return report('text/placeholder', place, { text: found });
        },
      ),
    );
  },
);
