/** A project whose site has a page of every kind, and something on each: a chart, costs, an objection, two revisions. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixture = fileURLToPath(new URL('../fixtures/mailbox', import.meta.url));
const name = '0001-closing-a-mailbox';

/** One page of each kind, from the site's folder. */
export const kindsOfPages = [
  'index.html',
  'costs.html',
  `${name}/index.html`,
  `${name}/matrix.html`,
  `${name}/objections.html`,
  `${name}/links.html`,
  `${name}/changes.html`,
  `${name}/changes-1.html`,
  `${name}/mail.html`,
  `${name}/clause/close.no-letter-after.html`,
] as const;

export const chartPage = kindsOfPages[9];
export const textPage = kindsOfPages[2];

/** In an empty folder. The option `hasty` breaks what it promises there. */
export function writeShownProject(folder: string): void {
  cpSync(join(fixture, 'model'), join(folder, 'model'), { recursive: true });
  const text = readFileSync(join(fixture, 'rfc', `${name}.md`), 'utf8');
  const write = (path: string, content: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('quiesce.json', JSON.stringify({ rfc: 'rfc', model: 'model/mailbox.ts', costs: 'costs.json' }));
  write('costs.json', JSON.stringify(madeUpCosts));
  write(`rfc/revisions/0001-v1.md`, text);
  write(
    `rfc/${name}.md`,
    `${text.replace('revision: 1', 'revision: 2').replace('Option: fenced\n', 'Option: fenced, hasty\n')}${more}`,
  );
}

const more = `
\`\`\`objection
Objection: too-slow
From: R. Reviewer <r@example.org>
Clause: close.no-letter-after
Says: A barrier costs more than a letter.
State: open
\`\`\`

| what | how long a word in a cell can be where nobody thought of a window as narrow as a telephone |
| --- | --- |
| a_function_with_a_name_that_nobody_would_want_to_type_twice_in_a_day() | short |

    a diagram -----> that is wider than a telephone -----> and wider than a column of text -----> by far

<details><summary>More</summary>

A list of authors is https://example.org/a/path/that/goes/on/and/on/without/a/place/at/which/it/could/be/broken.

</details>
`;

/** Nobody measured these. */
const madeUpCosts = {
  format: 'quiesce-costs',
  version: 1,
  machine: 'none: these numbers are made up for a test',
  kernel: '0.0',
  config: 'made up',
  rows: ['fenced', 'hasty'].flatMap((option, index) =>
    (['instructions', 'ns-ratio'] as const).map((metric) => ({
      option,
      metric,
      setting: { cpus: 4, engine: 'private', audit: false },
      value: 12.5 - 4 * index,
      spread: 0.75,
      baseline: 1,
    })),
  ),
};
