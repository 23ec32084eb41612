/** What is wrong with an RFC between its blocks: each rule in its own file, then the comments that allow a finding. */
import { byPlace, type Diagnostic } from '@quiesce/contract';
import { type ParsedRfc, parseRfc } from '../parse-rfc.js';
import type { Rfc } from '../rfc.js';
import { rfcRules } from '../rules/all.js';
import { unusedAllowance } from '../rules/allow/unused.js';
import { type Allowance, type Allowed, applyAllowances } from './allowance.js';
import { catalogue } from './catalogue.js';
import { contextOf, type LintOptions, type RfcContext } from './context.js';
import type { RfcRule } from './rule.js';

export interface LintedRfc {
  /** By place. */
  readonly diagnostics: readonly Diagnostic[];
  /** What comments allow, by place. */
  readonly allowed: readonly Allowed[];
}

export type CheckedRfc = ParsedRfc & LintedRfc;

export interface CheckOptions extends LintOptions {
  /** An RFC that was read from nearly the same text: what did not change is not read again. */
  readonly previous?: Rfc;
}

/** The findings of all rules. Those of reading are not among them. */
export function lintRfc(rfc: Rfc, options: LintOptions = {}): LintedRfc {
  const context = contextOf(rfc, options, codes);
  const found = rfcRules.flatMap((rule) => rule.check(context));
  if (found.length === 0 && context.allowances().length === 0) return { diagnostics: [], allowed: [] };
  const { lineStarts } = rfc.source;
  const { kept, allowed, unused } = applyAllowances(
    found,
    context.allowances().filter((one) => isInEffect(one, context)),
    ({ place }) => (lineStarts[place.line - 1] ?? 0) + place.column - 1,
  );
  const rest = unusedAllowance.check({ ...context, unused });
  return {
    diagnostics: [...kept, ...rest].sort(byPlace),
    allowed: allowed.toSorted((left, right) => byPlace(left.diagnostic, right.diagnostic)),
  };
}

/** Reads and lints: the RFC, and all that is wrong with it by place. `file` is the name that places carry. */
export function checkRfc(file: string, text: string, options: CheckOptions = {}): CheckedRfc {
  const { rfc, diagnostics } = parseRfc(file, text, options.previous);
  const linted = lintRfc(rfc, options);
  return { rfc, diagnostics: [...diagnostics, ...linted.diagnostics].sort(byPlace), allowed: linted.allowed };
}

const codes: RfcContext['codes'] = new Map(catalogue.map(({ code, isFirm }) => [code, { isFirm }]));

const ruleOf: ReadonlyMap<string, RfcRule> = new Map(
  rfcRules.flatMap((rule) => Object.keys(rule.codes).map((code) => [code, rule] as const)),
);

/** A comment that is right, about a rule that had its say: of another one nobody knows whether it is needed. */
function isInEffect({ code, reason, covers }: Allowance, context: RfcContext): boolean {
  const rule = code === undefined ? undefined : ruleOf.get(code.value);
  if (code === undefined || rule === undefined || reason === undefined || covers === undefined) return false;
  if (rule.needs !== undefined && context[rule.needs] === undefined) return false;
  const words = rule.codes[code.value];
  return words?.severity[context.mode] !== undefined && words.isFirm !== true;
}
