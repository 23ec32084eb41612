import { expect, test } from 'vitest';
import { renderMutantTable } from '../../../src/report/text/mutants.js';
import { painter } from '../../../src/report/text/paint.js';
import { sampleReport } from '../sample-report.js';

const text = (report = sampleReport()): string =>
  renderMutantTable(report, painter(false))
    .map((lines) => lines.join('\n'))
    .join('\n\n');

test('the table of bugs: each with what was found, and those that are not modelled with the reason', () => {
  expect(text()).toMatchInlineSnapshot(`
    "bug                      found  memory  states  steps  switches   property
    M1  bug M1 (in relay)    found      sc      10      2         1  lamp/dark
    M2  bug M2 (in relay)   MISSED      sc      10      -         -  lamp/dark
    M3  bug M3 (in relay)  unknown      sc     >10      -         -  lamp/dark
    M4  bug M4 (in relay)   NO BUG      sc      10      -         -  lamp/dark

    Not found
      M2  lamp/dark does not see it in M2; it breaks lamp/cold
      M3  lamp/dark had not seen it when the search hit a bound
      M4  the option breaks lamp/dark in this scenario without the bug too: seed it in one that does not

    Not modelled
      M5  bug M5
          the model has no barn
      M6  bug M6 [needs lkmm]
          it needs a reordered store"
  `);
});

test('is empty where no bug is known', () => {
  expect(text({ ...sampleReport(), mutants: [], unmodelled: [] })).toBe('');
});
