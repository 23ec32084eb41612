// Every line that README.md shows as output must be in what the commands really print, in this order.
// Usage: node .ci/check-readme.mjs OUTPUT-OF-NPM-START
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const readme = readFileSync('README.md', 'utf8');
const blocks = [...readme.matchAll(/```\n([\s\S]*?)\n```/g)].map(([, body]) => body.split('\n'));
const [, command] = /`npx (quiesce check --clause [^`]*)`/.exec(readme) ?? [];
const [matrix, bugs, run] = blocks;
if (matrix === undefined || bugs === undefined || run === undefined || command === undefined)
  throw new Error('README.md: expected three blocks of output, and the command of the third');

const main = readFileSync(process.argv[2], 'utf8').split('\n');
const third = spawnSync('npx', command.split(' '), { encoding: 'utf8' }).stdout.split('\n');

let missing = 0;
for (const [block, output] of [
  [matrix, main],
  [bugs, main],
  [run, third],
]) {
  let at = 0;
  for (const line of block) {
    if (line.trim() === '...') continue;
    const found = output.indexOf(line, at);
    if (found === -1) {
      console.log(`README.md shows a line that is not printed (any more): ${line}`);
      missing++;
    } else {
      at = found + 1;
    }
  }
}
process.exitCode = missing === 0 ? 0 : 1;
