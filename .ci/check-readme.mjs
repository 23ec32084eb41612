// A block of README.md that begins with `$ command` must show what the command prints: every line, in this order, but for `...`.
// Usage: node .ci/check-readme.mjs OUTPUT-OF-NPM-START
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const readme = readFileSync('README.md', 'utf8');
const blocks = [...readme.matchAll(/```\n\$ (.*)\n([\s\S]*?)\n```/g)];
if (blocks.length === 0) throw new Error('README.md: expected blocks that show what a command prints');

function outputOf(command) {
  if (command === 'npm start') return readFileSync(process.argv[2], 'utf8');
  const { stdout, status } = spawnSync(command, { shell: true, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: exit code ${status}`);
  return stdout;
}

let missing = 0;
for (const [, command, shown] of blocks) {
  const output = outputOf(command).split('\n');
  let at = 0;
  for (const line of shown.split('\n')) {
    if (line.trim() === '...') continue;
    const found = output.indexOf(line, at);
    if (found === -1) {
      console.log(`README.md shows a line that ${command} does not print (any more): ${line}`);
      missing++;
    } else {
      at = found + 1;
    }
  }
}
process.exitCode = missing === 0 ? 0 : 1;
