import { sourceText } from '@quiesce/contract';
import { expect, test } from 'vitest';
import { lostOptions } from '../../src/index.js';

function lost(config: string, ...fragments: readonly string[]): readonly string[] {
  const sources = fragments.map((text, index) => sourceText(`${index}.config`, text));
  return lostOptions(sources, config).map(
    ({ place, code, message }) => `${place.file}:${place.line} ${code} ${message}`,
  );
}

const config = '# Linux\nCONFIG_SMP=y\nCONFIG_NR_CPUS=4\n# CONFIG_KASAN is not set\nCONFIG_NAME="a b"\n';

test('what survived is not told', () => {
  const fragment =
    '\n# a comment\nCONFIG_SMP=y\nCONFIG_NR_CPUS=4\nCONFIG_NAME="a b"\n# CONFIG_KASAN is not set\n';
  expect(lost(config, fragment)).toEqual([]);
});

test('what nobody sets is not set', () => {
  expect(lost(config, '# CONFIG_UNKNOWN is not set\n')).toEqual([]);
});

test('what was lost is told where it stands', () => {
  expect(
    lost(config, 'CONFIG_SMP=y\nCONFIG_KASAN=y\nCONFIG_UTRACE=y\n# CONFIG_NR_CPUS is not set\n'),
  ).toEqual([
    '0.config:2 kernel/lost-option Unexpected "# CONFIG_KASAN is not set" in the configuration, expected "CONFIG_KASAN=y"',
    '0.config:3 kernel/lost-option Unexpected "nothing" in the configuration, expected "CONFIG_UTRACE=y"',
    '0.config:4 kernel/lost-option Unexpected "CONFIG_NR_CPUS=4" in the configuration, expected "# CONFIG_NR_CPUS is not set"',
  ]);
});

test('a later fragment wins', () => {
  expect(lost(config, 'CONFIG_NR_CPUS=2\n', 'CONFIG_NR_CPUS=4\n')).toEqual([]);
  expect(lost(config, 'CONFIG_NR_CPUS=4\n', 'CONFIG_NR_CPUS=2\n')).toEqual([
    expect.stringContaining('1.config:1'),
  ]);
});

test('a line that is none is told', () => {
  expect(lost(config, 'SMP=y\n')).toEqual([
    expect.stringContaining('0.config:1 kernel/fragment-line Unexpected "SMP=y"'),
  ]);
});
