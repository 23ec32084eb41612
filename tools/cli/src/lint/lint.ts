/**
 * `quiesce lint`, stage by stage:
 *
 *     read      the files, and which mode each is read in
 *     fix       where it was asked for: the texts as they should be, which are written at once or shown as a diff
 *     lint      each text, then what the project says against it
 *     narrow    to the rules that were asked for
 *     print     in one of four formats
 */
import { type LintedFile, lintReport } from '@quiesce/conformance';
import { byPlace, ToolError } from '@quiesce/contract';
import { type CheckedRfc, type FixedRfc, fixDiff, fixRfc, hasSafeFix, lintRfc } from '@quiesce/rfc';
import { findProject, type Project } from '../project.js';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { type LintFile, readLintFiles } from './lint-files.js';
import type { LintRequest } from './lint-request.js';
import { printed, talkOf } from './print.js';
import { ruleFilter, rulesText } from './rules.js';

export async function lint(request: LintRequest, world: World): Promise<ExitCode> {
  const isAsked = ruleFilter(request.rule);
  const maxWarnings = numberOf(request.maxWarnings);
  if (request.listRules === true) {
    await world.stdout.write(rulesText(isAsked));
    return 0;
  }
  if (request.unsafe === true && request.fix !== true && request.fixDryRun !== true)
    throw new ToolError('Unexpected --unsafe without --fix', { hint: 'Add --fix or --fix-dry-run.' });
  const project = findProject(world, request.config);
  const files = await readLintFiles(request, project, world);
  for (const line of talkOf(files, request)) await world.stderr.write(`quiesce: ${line}\n`);

  const isFixing = request.fix === true || request.fixDryRun === true;
  const checked = files.map((file) => ({
    file,
    ...(isFixing ? fixed(file, request, isAsked) : unfixed(file)),
  }));
  if (isFixing) await keepFixes(checked, request, world);
  const linted = await narrowed(checked, project, request, isAsked, world);
  const result = printed(linted, request, project?.root ?? world.cwd, world);
  const isShowingText =
    isFixing && (request.fixDryRun === true || files.some(({ path }) => path === undefined));
  // Where the result is a text or a diff, the findings are talk.
  await (isShowingText ? world.stderr : world.stdout).write(result);
  const { summary } = lintReport(linted);
  return summary.errors > 0 || summary.warnings > maxWarnings ? 1 : 0;
}

type Checked = CheckedRfc & Pick<FixedRfc, 'text' | 'applied'> & { readonly file: LintFile };

function unfixed({ rfc, text, diagnostics, ...file }: LintFile): FixedRfc {
  const linted = lintRfc(rfc, file);
  return {
    ...linted,
    diagnostics: [...diagnostics, ...linted.diagnostics].sort(byPlace),
    rfc,
    text,
    applied: 0,
  };
}

function fixed(file: LintFile, request: LintRequest, isAsked: (code: string) => boolean): FixedRfc {
  // Bytes that are no UTF-8 are lost in the text: written back, they would be lost in the file.
  if (file.diagnostics.some(({ code }) => code === 'rfc/not-utf8')) return unfixed(file);
  return fixRfc(file.file, file.text, {
    ...file,
    guesses: request.unsafe === true,
    isAsked: ({ code }) => isAsked(code),
  });
}

/** Writes what was fixed, or shows it. */
async function keepFixes(checked: readonly Checked[], request: LintRequest, world: World): Promise<void> {
  for (const { file, text, applied } of checked) {
    if (request.fixDryRun === true) {
      await world.stdout.write(fixDiff(file.file, file.text, text));
      continue;
    }
    if (file.path === undefined) await world.stdout.write(text);
    else if (applied > 0) world.disk.write(file.path, text);
    if (applied > 0)
      await world.stderr.write(`quiesce: ${file.file}: ${applied} ${applied === 1 ? 'fix' : 'fixes'} made\n`);
  }
}

/** Each file with all that is to be said of it, narrowed to the rules that were asked for. */
async function narrowed(
  checked: readonly Checked[],
  project: Project | undefined,
  request: LintRequest,
  isAsked: (code: string) => boolean,
  world: World,
): Promise<readonly LintedFile[]> {
  const outside =
    project === undefined || !request.model
      ? { diagnostics: [], notes: [] }
      : (await import('./outside-findings.js')).outsideFindings(
          project,
          checked.map(({ rfc }) => rfc),
          world,
        );
  for (const note of outside.notes) await world.stderr.write(`quiesce: note: ${note}\n`);
  return checked.map(({ file, rfc, diagnostics, allowed }) => ({
    source: rfc.source,
    mode: file.mode,
    diagnostics: [...diagnostics, ...outside.diagnostics.filter(({ place }) => place.file === file.file)]
      .filter(({ code }) => isAsked(code))
      .sort(byPlace),
    allowed: allowed.filter(({ diagnostic }) => isAsked(diagnostic.code)),
    hasSafeFix,
  }));
}

function numberOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  throw new ToolError(
    `Unexpected number of warnings ${JSON.stringify(text)}, expected a whole number from 0`,
  );
}
