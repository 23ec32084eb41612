// The table of letters in rfc/0001 must say what the check says, and the tables of patches what their series.json say.
// Usage: node .ci/check-tables.mjs OUTPUT-OF-QUIESCE-CHECK-JSON
import { readFileSync } from 'node:fs';

const marks = { holds: '+', witnessed: '+', fails: '-', 'never-happens': '-', vacuous: '.' };
const { checks, links } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
let wrong = 0;
const say = (text) => {
  console.log(text);
  wrong++;
};
for (const { rfcs, options, clauses } of checks)
  for (const { file } of rfcs) {
    const text = readFileSync(file, 'utf8');
    const columns = [...text.matchAll(/^ {4}([a-z]) {2}([a-z]+\.[a-z-]+)$/gm)].map(([, , id]) => id);
    if (columns.length === 0) continue;
    for (const id of columns)
      if (!clauses.some((clause) => clause.id === id)) say(`${file}: no clause ${id}`);
    for (const option of options) {
      const row = text
        .split('\n')
        .find((line) => line.startsWith(`    ${option} `) && /( [-+.])+$/.test(line));
      const is = columns.map((id) => {
        const verdicts = clauses.find((clause) => clause.id === id)?.verdicts ?? [];
        return marks[verdicts.find((one) => one.option === option)?.verdict] ?? '?';
      });
      const says = row?.slice(4 + option.length).trim() ?? 'nothing';
      if (says !== is.join(' ')) say(`${file}: ${option}: expected ${is.join(' ')}, it says ${says}`);
    }
  }
for (const { rfcs } of checks)
  for (const { file, number } of rfcs) {
    const text = readFileSync(file, 'utf8');
    const rows = [...text.matchAll(/^ {4}([a-z-]+) +(patches\/[a-z-]+)$/gm)].map(
      ([, option, folder]) => `${option} ${folder}`,
    );
    const own = links.series
      .filter(({ rfc, option }) => rfc === number && option !== null)
      .map(({ option, folder }) => `${option} ${folder}`);
    for (const row of rows) if (!own.includes(row)) say(`${file}: ${row}: no series.json says so`);
    for (const one of own) if (!rows.includes(one)) say(`${file}: expected a line for ${one}`);
  }
process.exitCode = wrong === 0 ? 0 : 1;
