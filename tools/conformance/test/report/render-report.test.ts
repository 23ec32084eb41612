import { describe, expect, test } from 'vitest';
import { renderReport } from '../../src/index.js';
import { cleanReport, sampleReport } from './sample-report.js';

const plain = { colour: false, allTraces: false };

describe('the report as text', () => {
  test('looks like this', async () => {
    await expect(renderReport(sampleReport(), plain)).toMatchFileSnapshot('snapshots/report.txt');
  });

  test('looks like this with all traces', async () => {
    await expect(renderReport(sampleReport(), { ...plain, allTraces: true })).toMatchFileSnapshot(
      'snapshots/report-all-traces.txt',
    );
  });

  test('looks like this where all is well', async () => {
    await expect(renderReport(cleanReport(), plain)).toMatchFileSnapshot('snapshots/report-clean.txt');
  });

  test('tells of a clause that nothing breaks', () => {
    const text = renderReport(cleanReport('applies'), plain);
    expect(text).toContain('WORTHLESS: lamp.dark');
    expect(text).toContain('1 clause that nothing breaks');
  });

  test('says that it is a part, and what a part cannot say', () => {
    const part = { ...cleanReport(), whole: false };
    expect(renderReport(part, plain)).toContain('This is a part of the cells');
    expect(renderReport(cleanReport(), plain)).not.toContain('This is a part');
  });

  test('names what the core leaves out', () => {
    const rest = { options: ['switch', 'fuse'], scenarios: ['storm'] };
    expect(renderReport({ ...cleanReport(), whole: false, rest }, plain)).toContain(
      'Not in the core are the options switch, fuse, and the scenarios storm: quiesce check without',
    );
    const all = { options: [], scenarios: [] };
    expect(renderReport({ ...cleanReport(), rest: all }, plain)).not.toContain('Not in the core');
  });

  test('says that states were left out', () => {
    const whole = cleanReport();
    const reduced = { ...whole, cells: whole.cells.map((cell) => ({ ...cell, reduced: true })) };
    expect(renderReport(reduced, plain)).toContain('left out steps that come to the same');
    expect(renderReport(whole, plain)).not.toContain('left out');
  });

  test('has no line of more than 100 columns, and no blank at the end of one', () => {
    const lines = renderReport(sampleReport(), { ...plain, allTraces: true }).split('\n');
    expect(lines.filter((line) => line.length > 100 || line.endsWith(' '))).toEqual([]);
  });

  test('says the same in colour', () => {
    const coloured = renderReport(sampleReport(), { colour: true, allTraces: false });
    expect(coloured).toContain('\u001b[31mFAILS');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences
    expect(coloured.replace(/\u001b\[\d*m/g, '')).toBe(renderReport(sampleReport(), plain));
  });
});
