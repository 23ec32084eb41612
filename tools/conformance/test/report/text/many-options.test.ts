import { expect, test } from 'vitest';
import { renderReport } from '../../../src/index.js';
import { pageWidth } from '../../../src/report/text/grid.js';
import { sampleReport } from '../sample-report.js';

const more = Array.from({ length: 7 }, (_, index) => `another-way-${index}`);

/** The sample with its second option eight times over. */
function wideReport() {
  const report = sampleReport();
  return {
    ...report,
    options: [...report.options, ...more],
    clauses: report.clauses.map((clause) => {
      const [relay, dimmer] = clause.verdicts;
      return { ...clause, verdicts: [relay!, dimmer!, ...more.map((option) => ({ ...dimmer!, option }))] };
    }),
    cells: [
      ...report.cells,
      ...more.flatMap((option) =>
        report.cells.filter((cell) => cell.option === 'dimmer').map((cell) => ({ ...cell, option })),
      ),
    ],
  };
}

test('options that do not stand side by side are numbered, with letters for the verdicts', () => {
  const text = renderReport(wideReport(), { colour: false, allTraces: false });
  const end = text.indexOf('\nUnchecked');
  expect(text.slice(0, end)).toMatchInlineSnapshot(`
    "RFC 1: Lamps (revision 2, draft)

    options: 1 relay, 2 dimmer, 3 another-way-0, 4 another-way-1, 5 another-way-2, 6 another-way-3,
             7 another-way-4, 8 another-way-5, 9 another-way-6

    clause                                      1  2  3  4  5  6  7  8  9
    lamp.dark-and-a-rather-long-name-behind-it  F  f  f  f  f  f  f  f  f
    lamp.cool-and-a-rather-long-name-behind-it  D  D  D  D  D  D  D  D  D
    lamp.soft-and-a-rather-long-name-behind-it  W  W  W  W  W  W  W  W  W
    lamp.late-and-a-rather-long-name-behind-it  N  ?  ?  ?  ?  ?  ?  ?  ?
    lamp.idle-and-a-rather-long-name-behind-it  V  ?  ?  ?  ?  ?  ?  ?  ?
    lamp.cold-and-a-rather-long-name-behind-it  ?  ?  ?  ?  ?  ?  ?  ?  ?
    lamp.safe-and-a-rather-long-name-behind-it  H  ?  ?  ?  ?  ?  ?  ?  ?
    lamp.price                                  U  U  U  U  U  U  U  U  U

      H      holds: on every run that was explored
      F      FAILS: some run breaks a MUST
      D      deviates: some run breaks a SHOULD
      W      witnessed: some run does what a MAY permits, and some does not
      N      never: no run does what a MAY permits: a permission nobody uses
      V      vacuous: its When or Unless never happens
      ?      unknown: not all of it was explored: a bound, a failure of the model, or a link that cannot
             be
      U      unchecked: nothing explores it
      small  letters: the option does not promise the clause: for information

    option         cells     states    largest         in
    relay              1  1,234,567  1,234,567  night (2)
    dimmer             2        >20         10  night (2)
    another-way-0      2        >20         10  night (2)
    another-way-1      2        >20         10  night (2)
    another-way-2      2        >20         10  night (2)
    another-way-3      2        >20         10  night (2)
    another-way-4      2        >20         10  night (2)
    another-way-5      2        >20         10  night (2)
    another-way-6      2        >20         10  night (2)

    21 cells under sequential consistency: 1,234,767 states, 3,704,301 transitions; 9 of them stopped at
    a bound: dimmer/day, M3, dimmer/day, dimmer/day, dimmer/day, dimmer/day, dimmer/day, dimmer/day,
    dimmer/day.
    "
  `);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(pageWidth);
});
