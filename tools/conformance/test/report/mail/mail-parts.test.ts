import { describe, expect, test } from 'vitest';
import { type CheckReport, mailContents, mailParts } from '../../../src/index.js';
import { cleanReport, sampleReport } from '../sample-report.js';

const width = 72;
const all = { contents: mailContents, runsOf: 'all', width } as const;

function textOf(report: CheckReport, wishes: Parameters<typeof mailParts>[1] = all): string {
  return mailParts(report, wishes)
    .map(({ title, blocks }) =>
      [title, ...blocks.map((lines) => lines.map(({ text }) => text).join('\n'))].join('\n\n'),
    )
    .join('\n\n');
}

/** A report with so many options; the cells of each clause are those of the first option, over and over. */
function withOptions(report: CheckReport, count: number): CheckReport {
  const options = Array.from({ length: count }, (_, index) => `option-${index + 1}`);
  const clauses = report.clauses.map((clause) => ({
    ...clause,
    verdicts: options.map((option, index) => ({ ...clause.verdicts[index % 2]!, option })),
  }));
  return { ...report, options, clauses };
}

describe('the parts of a mail', () => {
  test('look like this', async () => {
    await expect(textOf(sampleReport())).toMatchFileSnapshot('../snapshots/mail-parts.txt');
  });

  test('look like this with twenty options', async () => {
    await expect(
      textOf(withOptions(cleanReport(), 20), { ...all, contents: ['matrix'] }),
    ).toMatchFileSnapshot('../snapshots/mail-parts-twenty.txt');
  });

  test.each([2, 3, 7, 12, 20, 31, 64])('have no line of more than 72 columns with %s options', (count) => {
    const wide = textOf(withOptions(sampleReport(), count))
      .split('\n')
      .filter((line) => line.length > width);
    expect(wide).toEqual([]);
  });

  test('say of each row and of each run which clause it is of', () => {
    for (const count of [2, 20]) {
      const report = withOptions(sampleReport(), count);
      const lines = mailParts(report, all).flatMap(({ blocks }) => blocks.flat());
      for (const { id } of report.clauses)
        for (const { clause } of lines.filter(({ text }) => text === id || text.startsWith(`${id} `)))
          expect(clause).toBe(id);
    }
  });

  test('have a column for each option, and a cell in each', () => {
    const [matrix] = mailParts(withOptions(sampleReport(), 31), { ...all, contents: ['matrix'] });
    const id = 'lamp.dark-and-a-rather-long-name-behind-it';
    const rows = matrix!.blocks
      .flat()
      .filter(({ text, clause }) => clause === id && /^ +[A-Za-z?](?: |$)/.test(text));
    expect(rows.flatMap(({ text }) => text.trim().split(' '))).toHaveLength(31);
  });

  test('are only those that are asked for, and that there are', () => {
    const titles = (report: CheckReport, contents: typeof mailContents | readonly ['matrix']) =>
      mailParts(report, { ...all, contents }).map(({ title }) => title);
    expect(titles(sampleReport(), mailContents)).toEqual(['Clauses and options', 'Counterexamples']);
    expect(titles(sampleReport(), ['matrix'])).toEqual(['Clauses and options']);
    expect(titles({ ...cleanReport(), clauses: [] }, mailContents)).toEqual([]);
  });

  test('show the runs that break a promise, and others only of the clauses that are wished for', () => {
    const heads = (runsOf: 'all' | readonly string[]) => {
      const text = textOf(sampleReport(), { ...all, contents: ['counterexamples'], runsOf });
      return Array.from(text.matchAll(/^\S.*: lamp.* under\s\w+/gm), ([head]) => head.replace('\n', ' '));
    };
    const id = 'lamp.dark-and-a-rather-long-name-behind-it';
    expect(heads([])).toEqual([
      `FAILS: ${id} under relay`,
      'deviates: lamp.cool-and-a-rather-long-name-behind-it under relay',
      'deviates: lamp.cool-and-a-rather-long-name-behind-it under dimmer',
    ]);
    expect(heads([id])).toEqual([
      ...heads([]).slice(0, 1),
      `fails (not promised): ${id} under dimmer`,
      ...heads([]).slice(1),
    ]);
    expect(heads('all').length).toBeGreaterThan(heads([id]).length);
  });
});
