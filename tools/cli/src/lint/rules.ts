/** The rules as users name them, and the list of them: those of texts, and those of what stands outside. */
import { conformanceProblems, type SarifRule } from '@quiesce/conformance';
import { nearestWord, type Severity, ToolError } from '@quiesce/contract';
import { catalogue, modes, type SeverityByMode } from '@quiesce/rfc';

interface ListedRule {
  readonly code: string;
  readonly severity: SeverityByMode;
  readonly rule: string;
  readonly isSafeToFix: boolean;
}

/** What compares an RFC with something else: the model, patches, tests. */
const outside = /^(?:link|trace)\//;

/** All rules, by their code. */
export function allRules(): readonly ListedRule[] {
  const others = Object.entries(conformanceProblems).flatMap(([code, { severity, rule }]) =>
    outside.test(code)
      ? [{ code, severity: { draft: severity, review: severity, send: severity }, rule, isSafeToFix: false }]
      : [],
  );
  return [...catalogue, ...others].sort((left, right) => (left.code < right.code ? -1 : 1));
}

/** Whether a code is asked for; a `ToolError` where a name is no rule. `names`: absent: all. */
export function ruleFilter(names: readonly string[] | undefined): (code: string) => boolean {
  if (names === undefined) return () => true;
  const codes = allRules().map(({ code }) => code);
  const groups = new Set(codes.map((code) => code.slice(0, code.indexOf('/'))));
  for (const name of names) {
    if (codes.includes(name) || groups.has(name)) continue;
    const near = nearestWord(name, [...codes, ...groups]);
    throw new ToolError(`Unexpected rule ${JSON.stringify(name)}`, {
      hint: near === undefined ? 'quiesce lint --list-rules prints the rules.' : `Did you mean ${near}?`,
    });
  }
  return (code) => names.some((name) => code === name || code.startsWith(`${name}/`));
}

/** A rule a line, with how severe it is in each mode, and whether `--fix` mends it. */
export function rulesText(isAsked: (code: string) => boolean): string {
  const rules = allRules().filter(({ code }) => isAsked(code));
  const width = Math.max(...rules.map(({ code }) => code.length));
  const line = (cells: readonly string[], rule: string): string =>
    `${cells.map((cell, index) => cell.padEnd(index === 0 ? width : 8)).join(' ')} ${rule}\n`;
  return [
    line(['rule', ...modes, '--fix'], ''),
    ...rules.map(({ code, severity, rule, isSafeToFix }) =>
      line([code, ...modes.map((mode) => severity[mode] ?? '-'), isSafeToFix ? 'yes' : '-'], rule),
    ),
  ]
    .map((text) => text.replace(/ +\n$/, '\n'))
    .join('');
}

export function sarifRules(): readonly SarifRule[] {
  return allRules().map(({ code, rule, severity }) => ({ code, rule, severity: worst(severity) }));
}

function worst(severity: SeverityByMode): Severity {
  const all = Object.values(severity);
  return (['error', 'warning', 'note'] as const).find((one) => all.includes(one)) ?? 'note';
}
