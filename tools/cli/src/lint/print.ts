/** The findings in the format that was asked for, and what is told about how they were found. */
import { resolve } from 'node:path';
import { type LintedFile, lintReport, lintReportJson, sarifText, unixText } from '@quiesce/conformance';
import { renderDiagnostic, type SourceText, sourceText } from '@quiesce/contract';
import { type Mode, modes } from '@quiesce/rfc';
import { version } from '../version.js';
import { isColoured, type World } from '../world.js';
import type { LintFile } from './lint-files.js';
import type { LintRequest } from './lint-request.js';
import { allRules, sarifRules } from './rules.js';

export function printed(
  files: readonly LintedFile[],
  { format }: LintRequest,
  root: string,
  world: World,
): string {
  switch (format) {
    case 'text':
      return lintText(files, root, world);
    case 'json':
      return lintReportJson(files);
    case 'unix':
      return unixText(files);
    case 'sarif':
      return sarifText(files, sarifRules(), version);
  }
}

/** Each finding with its line of source, and a line that counts them. */
function lintText(files: readonly LintedFile[], root: string, world: World): string {
  const sources = new Map<string, SourceText | undefined>(files.map(({ source }) => [source.file, source]));
  const sourceOf = (file: string): SourceText | undefined => {
    if (!sources.has(file)) {
      const text = world.disk.readIfThere(resolve(root, file));
      sources.set(file, text === undefined ? undefined : sourceText(file, text));
    }
    return sources.get(file);
  };
  const colour = isColoured(world.stdout, world);
  const findings = files.flatMap(({ diagnostics }) => diagnostics);
  const { errors, warnings, notes, allowed } = lintReport(files).summary;
  const safe = files.reduce((sum, one) => sum + one.diagnostics.filter(one.hasSafeFix).length, 0);
  const guessed = findings.filter(({ fix }) => fix !== undefined).length - safe;
  const mended = [
    ...(safe === 0 ? [] : [`--fix mends ${safe}`]),
    ...(guessed === 0 ? [] : [`--fix --unsafe ${safe === 0 ? 'mends' : 'another'} ${guessed}`]),
  ];
  const counts = [
    count(errors, 'error'),
    count(warnings, 'warning'),
    ...(notes === 0 ? [] : [count(notes, 'note')]),
    ...(allowed === 0 ? [] : [`${allowed} allowed`]),
  ].join(', ');
  return [
    ...findings.map((one) => renderDiagnostic(one, { sourceOf, colour })),
    `${count(files.length, 'file')}: ${[counts, ...mended].join('; ')}\n`,
  ].join('');
}

/** In which mode the files are read where the user did not say it, and which rules that were named are silent. */
export function talkOf(files: readonly LintFile[], { mode, rule = [] }: LintRequest): readonly string[] {
  if (files.length === 0) return ['note: the project has no RFC in force'];
  const used = modes.filter((one) => files.some((file) => file.mode === one));
  const lines = mode === undefined ? used.map((one) => `${namesIn(one, files)} in ${one} mode`) : [];
  const silent = allRules().filter(
    ({ code, severity }) => rule.includes(code) && used.every((one) => severity[one] === undefined),
  );
  return [
    ...lines,
    ...silent.map(({ code, severity }) => {
      const speaks = modes.filter((one) => severity[one] !== undefined);
      return `note: ${code} speaks in ${speaks.join(' and ')} mode only; --mode chooses it`;
    }),
  ];
}

function namesIn(mode: Mode, files: readonly LintFile[]): string {
  const own = files.filter((file) => file.mode === mode).map(({ file }) => file);
  return own.length > 3 ? `${own.length} files` : own.join(', ');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
