#!/usr/bin/env node
// A QEMU that boots nothing: it takes the commands out of the initramfs, and plays what they and the kernel would print.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

const words = process.argv.slice(2);
const [consolePath, resultsPath] = words
  .filter((_, index) => words[index - 1] === '-serial')
  .map((word) => word.replace(/^file:/, ''));
if (words.includes('kvm')) {
  console.error('Could not access KVM kernel module: No such file or directory');
  process.exit(1);
}
const archive = readFileSync(words[words.indexOf('-initrd') + 1], 'latin1');
// The init has the path in it as well; only the header of the archive's entry has digits before it.
const commands = /[0-9a-f]{8}etc\/quiesce\.commands\0+((?:[^\0]*\n)+)/.exec(archive)[1].trimEnd().split('\n');
const print = (text) => appendFileSync(consolePath, `[    0.100000] ${text}\r\n`);
const tell = (text) => appendFileSync(resultsPath, `${text}\n`);
for (const path of [consolePath, resultsPath]) writeFileSync(path, '');

const plays = {
  light: () => 'TAP version 13\n1..2\nok 1 on\nok 2 # SKIP off\n',
  dark: () => 'TAP version 13\n1..1\nnot ok 1 light\n',
  race: () => {
    print('BUG: KCSAN: data-race in other_thing / another_thing');
    print('==================================================================');
    return 'ok 1\n';
  },
  stale: () => {
    print('BUG: KASAN: use-after-free in lamp+0x12/0x30');
    print('Read of size 8 at addr ffff888003a0e2a8 by task light/33');
    print('==================================================================');
    return 'ok 1\n';
  },
  panic: () => {
    print('Kernel panic - not syncing: made up');
    process.exit(0);
  },
  hang: () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),
};
print('Linux version 1.0');
commands.forEach((command, index) => {
  tell(`quiesce: run ${index + 1} ${command}`);
  print(`quiesce: run ${index + 1} ${command}`);
  const output = plays[command.split('/').at(-1)]?.() ?? '';
  tell(`${output}\nquiesce: exit ${index + 1} ${output.includes('not ok') ? 1 : 0}`);
});
tell('quiesce: end');
