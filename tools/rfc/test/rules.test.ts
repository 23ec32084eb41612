/** Each rule stands in `src/rules/`, and its samples under the same name in `test/rules/`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { applyFixes } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import { markedSample } from '../../contract/test/marked-sample.js';
import { catalogue, checkRfc, modes, parseRfc, rfcRules } from '../src/index.js';
import { readingProblems } from '../src/problems.js';
import { samples as readingSamples } from './reading-samples.js';
import type { Sample, Samples } from './sample.js';

const namesIn = (folder: string) =>
  readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name.includes('/'))
    .toSorted();

const files = await Promise.all(
  namesIn('rules').map(async (name): Promise<readonly [string, Samples]> => {
    const { samples }: { samples: Samples } = await import(join(import.meta.dirname, 'rules', name));
    return [name, samples];
  }),
);
const all: Samples = Object.assign({}, readingSamples, ...files.map(([, samples]) => samples));
const rows = Object.entries(all).flatMap(([code, list]) =>
  list.map((sample, index) => ({ code, index, sample: { mode: modeOf(code), ...sample } })),
);

/** The least strict mode in which a code speaks. */
function modeOf(code: string) {
  const severity = catalogue.find((entry) => entry.code === code)?.severity;
  return modes.find((mode) => severity?.[mode] !== undefined) ?? 'send';
}

function findingsIn(text: string, { mode, history, names }: Sample) {
  const options = {
    ...(mode === undefined ? {} : { mode }),
    ...(history === undefined ? {} : { history: history.map((one) => parseRfc('before.md', one).rfc) }),
    ...(names === undefined ? {} : { names }),
  };
  return checkRfc('sample.md', text, options).diagnostics;
}

test('each file of rules has a file of samples, and no other has one', () => {
  const rules = namesIn('../src/rules').filter((name) => !name.endsWith('all.ts'));
  expect(files.map(([name]) => name)).toEqual(rules.toSorted());
});

test('codes are named for the folder of their rule', () => {
  for (const [name, samples] of files)
    for (const code of Object.keys(samples)) expect(code.split('/')[0]).toBe(name.split('/')[0]);
});

test('each code has a sample', () => {
  const codes = [...Object.keys(readingProblems), ...rfcRules.flatMap((rule) => Object.keys(rule.codes))];
  expect(Object.keys(all).toSorted()).toEqual(codes.toSorted());
});

describe('each code', () => {
  test.each(rows)('$code is raised by sample $index, at its mark', ({ code, sample }) => {
    const { source, marked } = markedSample(sample.raises);
    const findings = findingsIn(source.text, sample);
    expect(findings.map((finding) => [finding.code, finding.message])).toEqual([[code, expect.anything()]]);
    expect(findings[0]!.place).toMatchObject(marked);
    expect((findings[0]!.related ?? []).map(({ place }) => place.line)).toEqual(sample.related ?? []);
  });

  test.each(rows)('$code is not raised by what is beside sample $index', ({ sample }) => {
    expect(findingsIn(sample.silent, sample)).toEqual([]);
  });

  test.each(rows)('$code: what the fix of sample $index leaves is right', ({ sample }) => {
    const { source } = markedSample(sample.raises);
    const result = applyFixes(source.text, findingsIn(source.text, sample));
    expect(result.applied === 0 ? undefined : result.text).toBe(sample.fixed);
    if (sample.fixed !== undefined) expect(findingsIn(sample.fixed, sample)).toEqual([]);
  });
});
