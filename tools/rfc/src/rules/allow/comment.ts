/** A comment that is meant to allow a finding does so only if it names a rule that can be allowed, and gives the reason. */
import { nearestWord, quoted } from '@quiesce/contract';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

export const allowComment = rule(
  {
    'allow/form': code<object>({
      severity: always('error'),
      rule: 'A comment that starts with "quiesce" is `<!-- quiesce allow RULE: reason -->`, on lines of its own at the top level.',
      message: () =>
        'Unexpected comment, expected "<!-- quiesce allow RULE: reason -->" on a line of its own',
      hint: () => 'As it is, the comment allows nothing.',
      isFirm: true,
    }),
    'allow/no-reason': code<{ name: string }>({
      severity: always('error'),
      rule: 'A comment that allows a finding says why.',
      message: ({ name }) => `Unexpected end of the comment, expected the reason to allow ${name}`,
      hint: ({ name }) => `Write "<!-- quiesce allow ${name}: the reason -->".`,
      isFirm: true,
    }),
    'allow/unknown-rule': code<{ name: string; near: string | undefined }>({
      severity: always('error'),
      rule: 'A comment allows a rule that there is.',
      message: ({ name }) => `Unexpected rule ${quoted(name)}`,
      hint: ({ near }) =>
        near === undefined ? 'quiesce lint --list-rules prints the rules.' : `Did you mean ${near}?`,
      isFirm: true,
    }),
    'allow/firm': code<{ name: string }>({
      severity: always('error'),
      rule: 'No comment allows what makes the text unreadable.',
      message: ({ name }) =>
        `Unexpected ${name} in a comment, expected a rule whose findings leave the text readable`,
      hint: () => 'Remove the comment, and put right what it was to allow.',
      isFirm: true,
    }),
    'allow/nothing-follows': code<{ name: string }>({
      severity: always('error'),
      rule: 'A comment that allows a finding stands before the block that has it.',
      message: ({ name }) => `Unexpected end of the file, expected a block in which ${name} is allowed`,
      hint: () => 'Move the comment to the line before the paragraph, list, table or fence in question.',
      isFirm: true,
    }),
  },
  ({ allowances, codes }, report) =>
    allowances().flatMap((one) => {
      if (one.code === undefined) return [report('allow/form', one.place, {})];
      const { value: name, place } = one.code;
      const known = codes.get(name);
      if (known === undefined) {
        const near = nearestWord(name, codes.keys());
        const { start, end } = place;
        const fix =
          near === undefined ? {} : { fix: { title: `Write ${near}`, edits: [{ start, end, text: near }] } };
        return [report('allow/unknown-rule', place, { name, near }, fix)];
      }
      if (known.isFirm) return [report('allow/firm', place, { name })];
      if (one.reason === undefined) return [report('allow/no-reason', place, { name })];
      return one.covers === undefined ? [report('allow/nothing-follows', one.place, { name })] : [];
    }),
);
