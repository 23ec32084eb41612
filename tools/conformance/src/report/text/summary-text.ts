/** The numbers at the end of a report as sentences. */
import type { CheckReport } from '../check-report.js';
import { groupDigits, plural } from './explored.js';
import { wrapped } from './wrapped.js';

/** One sentence of numbers, and another where they are those of a part. */
export function summaryText(report: CheckReport): readonly string[] {
  const { clauses, options, summary, whole, rest, modelErrors, diagnostics } = report;
  const { promises, kept, broken, vacuous, undecided, deviating, unused } = summary;
  const { unchecked: without, worthless, mutants, found } = summary;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const some = (count: number, text: string): readonly string[] => (count === 0 ? [] : [text]);
  const parts = [
    ...some(promises, `${groupDigits(kept)} of ${plural(promises, 'promise')} kept`),
    ...some(broken, `${groupDigits(broken)} broken`),
    ...some(vacuous, `${groupDigits(vacuous)} vacuous`),
    ...some(undecided, `${groupDigits(undecided)} unknown`),
    ...some(deviating, `${groupDigits(deviating)} not followed`),
    ...some(unused, `${groupDigits(unused)} never used`),
    ...some(without, `${plural(without, 'clause')} unchecked`),
    ...some(worthless, `${plural(worthless, 'clause')} that nothing breaks`),
    ...some(mutants, `${found} of ${plural(mutants, 'seeded bug')} found`),
    ...some(modelErrors.length, `${plural(modelErrors.length, 'error')} of the model`),
    ...some(errors, `${plural(errors, 'error')} in the texts`),
  ];
  const numbers = `${plural(clauses.length, 'clause')}, ${plural(options.length, 'option')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
  return [...wrapped('', numbers), ...(whole ? [] : wrapped('', partText)), ...restText(rest)];
}

const partText =
  'This is a part of the cells: it cannot say what never happens in the others, nor that nothing breaks a clause.';

/** What the core leaves out is named, so that nobody takes it for the whole. */
function restText(rest: CheckReport['rest']): readonly string[] {
  if (rest === null) return [];
  const listed = [
    ...(rest.options.length === 0 ? [] : [`the options ${rest.options.join(', ')}`]),
    ...(rest.scenarios.length === 0 ? [] : [`the scenarios ${rest.scenarios.join(', ')}`]),
  ];
  if (listed.length === 0) return [];
  return wrapped('', `Not in the core are ${listed.join(', and ')}: quiesce check without --core takes all.`);
}
