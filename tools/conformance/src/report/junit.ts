/**
 * The report as JUnit XML, which every CI system shows: a suite for each option with a test case for each clause, and one
 * for the seeded bugs. Only a promise that is kept has passed. A clause that the option does not promise is skipped, its
 * verdict is for information; and so is what is no failure, such as a SHOULD that is not followed. Of several models, the
 * suites begin with the numbers of their RFCs; one is about patches and tests.
 */
import { verdictTable } from '../verdict/verdict.js';
import type { CheckReport } from './check-report.js';
import type { ProjectReport } from './project-report.js';

interface Case {
  readonly suite: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'skipped' | 'error';
  readonly message: string;
  readonly details: string;
}

/** Ends with a line feed. */
export function junitXml({ checks, links }: Pick<ProjectReport, 'checks' | 'links'>): string {
  const ofChecks = checks.flatMap((report) => {
    const numbers = report.rfcs.map(({ number }) => `RFC ${number}, `).join('');
    return casesOf(report, checks.length === 1 ? '' : numbers);
  });
  const cases = [...ofChecks, ...textCases('links', links?.diagnostics ?? [])];
  const part = checks.find(({ whole }) => !whole);
  const title = `quiesce check${part === undefined ? '' : `, a part: ${part.selection.join(', ')}`}`;
  const suites = [...new Set(cases.map(({ suite }) => suite))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${attribute(title)}" ${counts(cases)}>`,
    ...suites.flatMap((suite) => {
      const own = cases.filter((one) => one.suite === suite);
      return [
        `  <testsuite name="${attribute(suite)}" ${counts(own)}>`,
        ...own.flatMap(caseLines),
        '  </testsuite>',
      ];
    }),
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf(report: CheckReport, prefix: string): readonly Case[] {
  const ofClauses = report.options.flatMap((option) =>
    report.clauses.flatMap((clause) =>
      clause.verdicts
        .filter((one) => one.option === option)
        .map(({ promised, verdict, reason, story }): Case => {
          const { mark, breaksPromise, countedAs } = verdictTable[verdict];
          const judged = breaksPromise ? 'failure' : countedAs === 'kept' ? 'passed' : 'skipped';
          const outcome = promised ? judged : 'skipped';
          const message = `${mark.toLowerCase()}${promised ? '' : ', not promised'}: ${reason}`;
          return { suite: option, name: clause.id, outcome, message, details: story?.table ?? '' };
        }),
    ),
  );
  const ofStrength = report.clauses
    .filter(({ strength }) => strength === 'worthless')
    .map(({ id }) => failure('strength of clauses', id, 'failure', 'nothing can break this clause', ''));
  const ofMutants = report.mutants.map(({ id, title, caughtBy, verdict, story }): Case => {
    const outcome = verdict === 'found' ? 'passed' : 'failure';
    const message = `${title}: ${verdict}, by ${caughtBy}`;
    return { suite: 'seeded bugs', name: id, outcome, message, details: story?.table ?? '' };
  });
  const ofModel = report.modelErrors.map(({ message, cells, story }) =>
    failure('model', `${cells[0] ?? ''}: ${message}`, 'error', message, story?.table ?? ''),
  );
  const ofTexts = textCases('texts', report.diagnostics);
  const all = [...ofClauses, ...ofStrength, ...ofMutants, ...ofModel, ...ofTexts];
  return all.map((one) => ({ ...one, suite: `${prefix}${one.suite}` }));
}

function textCases(suite: string, diagnostics: CheckReport['diagnostics']): readonly Case[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, place, message }) =>
      failure(suite, `${place.file}:${place.line}:${place.column} ${code}`, 'error', message, ''),
    );
}

function failure(
  suite: string,
  name: string,
  outcome: 'failure' | 'error',
  message: string,
  details: string,
): Case {
  return { suite, name, outcome, message, details };
}

function counts(cases: readonly Case[]): string {
  const of = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

function caseLines({ suite, name, outcome, message, details }: Case): readonly string[] {
  const head = `    <testcase classname="${attribute(suite)}" name="${attribute(name)}"`;
  if (outcome === 'passed') return [`${head}/>`];
  const body = details === '' ? '/>' : `>\n${content(details)}</${outcome}>`;
  return [`${head}>`, `      <${outcome} message="${attribute(message)}"${body}`, '    </testcase>'];
}

function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** XML 1.0 has no way to write most control characters, so they are left out. */
function content(text: string): string {
  return text.replace(forbidden, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
const forbidden = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
