/** What a run of a guest means: test points, from what its commands printed and from what its kernel complained of. */
import type { BuildConfig, GuestPlan } from '../config/kernel-config.js';
import { type CommandResult, endingText, type GuestResults } from '../guest/read-results.js';
import { parseKtap } from '../ktap/parse-ktap.js';
import type { TestPoint } from '../ktap/test-point.js';
import type { Finding } from '../log/finding.js';

/** How the run ended, as seen from outside. */
export type GuestEnd =
  | { readonly kind: 'powered-off' }
  | { readonly kind: 'timeout'; readonly seconds: number };

export interface GuestRun {
  readonly plan: GuestPlan;
  readonly results: GuestResults;
  readonly findings: readonly Finding[];
  readonly end: GuestEnd;
  /** All that the kernel printed. */
  readonly console: string;
}

/** kselftest.h: all tests of the program are skipped. */
const skipStatus = 4;

/** In the guest; programs elsewhere, and the commands of the init, need not print results. */
const selftestFolder = '/tests/';

const mostLastLines = 12;

export function judgeGuest(run: GuestRun, heed: BuildConfig['heed'] = {}): readonly TestPoint[] {
  const { plan, results, findings } = run;
  if (plan.caught !== undefined) return [judgeCaught(run, plan.caught)];
  const began = results.commands.map((result) => commandPoint(result));
  const missing = plan.commands
    .slice(results.commands.length)
    .map((command): TestPoint => notOk(command, ['it was not run: the guest ended before']));
  return [...began, ...missing, logPoint(findings, heed), ...endPoint(run)];
}

function commandPoint(result: CommandResult): TestPoint {
  const { command, output, ending } = result;
  const tap = parseKtap(output);
  const { points, talk, planned, skipped, bailedOut } = tap;
  const failed = points.filter(({ isOk, directive }) => !isOk && directive?.kind !== 'todo');
  const isSkipped = ending.kind === 'exit' && ending.status === skipStatus && failed.length === 0;
  if (isSkipped || (skipped !== undefined && points.length === 0)) {
    const reason =
      skipped ?? points.find(({ directive }) => directive?.kind === 'skip')?.directive?.reason ?? '';
    return { isOk: true, name: command, directive: { kind: 'skip', reason }, talk, points };
  }
  const troubles: string[] = [];
  if (ending.kind !== 'exit' || ending.status !== 0) troubles.push(endingText(ending));
  if (planned !== undefined && planned !== points.length)
    troubles.push(`it announced ${planned} tests, and gave ${points.length} results`);
  if (points.length === 0 && command.startsWith(selftestFolder)) troubles.push('it gave no results');
  if (bailedOut !== undefined) troubles.push(`it gave up: ${bailedOut}`);
  if (failed.length > 0) troubles.push(`${failed.length} of ${points.length} tests failed`);
  return { isOk: troubles.length === 0, name: command, talk: [...talk, ...troubles], points };
}

/** What the kernel complained of. Findings that the configuration does not heed are noted. */
function logPoint(findings: readonly Finding[], heed: NonNullable<BuildConfig['heed']>): TestPoint {
  const isHeeded = ({ kind, report }: Finding): boolean =>
    heed[kind]?.some((word) => report.some((line) => line.includes(word))) ?? true;
  const counted = findings.filter(isHeeded);
  const others = findings.filter((one) => !isHeeded(one));
  const name = 'the kernel complains of nothing';
  const notes = others.map(({ kind, title }) => `not heeded (${kind}): ${title}`);
  if (counted.length === 0) return { isOk: true, name, talk: notes, points: [] };
  return notOk(name, [...counted.flatMap((one) => findingLines(one)), ...notes]);
}

function findingLines({ kind, title, line, during, report }: Finding): readonly string[] {
  const where = during === undefined ? '' : `, during ${during}`;
  return [
    `${kind} in line ${line} of the console${where}: ${title}`,
    ...report.slice(1).map((one) => `  ${one}`),
  ];
}

/** Nothing, if the guest came to its end. */
function endPoint({ end, results, console }: GuestRun): readonly TestPoint[] {
  if (results.isComplete && end.kind === 'powered-off') return [];
  const lastLines = console
    .split(/\r*\n/)
    .filter((line) => line.trim() !== '')
    .slice(-mostLastLines);
  const silent = lastLines.length === 0 ? ['it printed nothing'] : ['its last lines were:', ...lastLines];
  const why =
    end.kind === 'timeout'
      ? `the guest was stopped after ${end.seconds} seconds`
      : 'the guest ended without "quiesce: end"';
  return [notOk('the guest comes to its end', [why, ...silent])];
}

function judgeCaught(run: GuestRun, { command, finding }: NonNullable<GuestPlan['caught']>): TestPoint {
  const name = `${command} is caught (${finding})`;
  const caught = run.findings.find(({ kind, during }) => kind === finding && during === command);
  if (caught !== undefined) return { isOk: true, name, talk: findingLines(caught), points: [] };
  const others = run.findings.flatMap((one) => findingLines(one));
  const wasRun = run.results.commands.some((one) => one.command === command);
  return notOk(name, [
    wasRun ? 'the kernel complains of no such thing while it runs' : 'the command was not run',
    ...others,
    ...endPoint(run).flatMap(({ talk }) => talk),
  ]);
}

function notOk(name: string, talk: readonly string[]): TestPoint {
  return { isOk: false, name, talk, points: [] };
}
