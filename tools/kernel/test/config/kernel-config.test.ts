import { describe, expect, test } from 'vitest';
import {
  configsOf,
  type KernelConfig,
  parseKernelConfig,
  planGuests,
  unknownSeries,
} from '../../src/index.js';

const configs = {
  plain: { fragments: ['plain.config'] },
  kasan: { fragments: ['plain.config', 'kasan.config'] },
};

function parse(more: object): ReturnType<typeof parseKernelConfig> {
  return parseKernelConfig(
    JSON.stringify({ format: 'quiesce-kernel', version: 1, configs, ...more }),
    'kernel.json',
  );
}

function right(more: object): KernelConfig {
  const read = parse(more);
  if (!read.ok) throw new Error(read.diagnostics[0]!.message);
  return read.value;
}

test('has defaults for what it leaves out', () => {
  expect(right({})).toEqual({
    format: 'quiesce-kernel',
    version: 1,
    configs: {
      plain: { fragments: ['plain.config'], slower: 1 },
      kasan: { fragments: ['plain.config', 'kasan.config'], slower: 1 },
    },
    guest: { processors: 2, memoryMb: 256, limitSeconds: 60 },
    series: {},
  });
});

describe('what is wrong is told', () => {
  test.each([
    ['no configuration', { configs: {} }, 'json/value'],
    ['a configuration that is not there', { series: { a: { configs: ['kasna'] } } }, 'kernel/unknown-config'],
    [
      'one in which something must be caught',
      { series: { a: { caught: { kcsan: { command: '/x', finding: 'kasan' } } } } },
      'kernel/unknown-config',
    ],
    [
      'a finding that is none',
      { configs: { plain: { fragments: ['a'], heed: { kazan: ['x'] } } } },
      'json/unknown-key',
    ],
    ['a command with a quote', { guest: { commands: ['sh -c "x"'] } }, 'json/value'],
    ['a command of two lines', { guest: { commands: ['a\nb'] } }, 'json/value'],
    ['no memory', { guest: { memoryMb: 0 } }, 'json/value'],
  ])('%s', (_, more, code) => {
    const read = parse(more);
    expect(read.ok ? [] : read.diagnostics.map((one) => one.code)).toEqual([code]);
  });
});

test('what is said of a series that is not there is told', () => {
  const read = parse({ series: { lamp: {}, lmap: {} } });
  if (!read.ok) throw new Error('it is right');
  const findings = unknownSeries(read.value, ['lamp'], read.placeAt);
  expect(findings.map(({ code, hint }) => [code, hint])).toEqual([
    ['kernel/unknown-series', 'Did you mean lamp?'],
  ]);
});

test('a series of which nothing is said is built under the first configuration', () => {
  const kernel = right({ series: { lamp: { configs: ['kasan', 'plain'] } } });
  expect(configsOf(kernel, 'lamp')).toEqual(['kasan', 'plain']);
  expect(configsOf(kernel, 'other')).toEqual(['plain']);
});

test('what must be caught has a boot of its own, with the modules', () => {
  const caught = { command: '/tests/free', finding: 'kasan' };
  const kernel = right({
    guest: { commands: ['insmod /modules/a.ko', '/tests/one', '/tests/free'] },
    series: { lamp: { commands: ['/tests/more'], without: ['/tests/one'], caught: { kasan: caught } } },
  });
  expect(planGuests(kernel, 'lamp', 'plain')).toEqual([
    { commands: ['insmod /modules/a.ko', '/tests/free', '/tests/more'] },
  ]);
  expect(planGuests(kernel, 'lamp', 'kasan')).toEqual([
    { commands: ['insmod /modules/a.ko', '/tests/more'] },
    { commands: ['insmod /modules/a.ko', '/tests/free'], caught },
  ]);
});
