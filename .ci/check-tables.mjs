// The table of letters in rfc/0001 must say what the check says.
// Usage: node .ci/check-tables.mjs OUTPUT-OF-QUIESCE-CHECK-JSON
import { readFileSync } from 'node:fs';

const marks = { holds: '+', witnessed: '+', fails: '-', 'never-happens': '-', vacuous: '.' };
const { checks } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
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
process.exitCode = wrong === 0 ? 0 : 1;
