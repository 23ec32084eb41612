/** What is wrong with an RFC between its blocks: each rule in its own file, run in this order, sorted by place. */
import { byPlace, type Diagnostic } from '@quiesce/contract';
import { type ParsedRfc, parseRfc } from './parse-rfc.js';
import type { Rfc } from './rfc.js';
import { contextOf, type RfcRule } from './rule.js';
import { duplicateId } from './rules/duplicate-id.js';
import { infoString } from './rules/info-string.js';
import { lostHeading } from './rules/lost-heading.js';
import { misplacedBlock } from './rules/misplaced-block.js';
import { openObjection } from './rules/open-objection.js';
import { repeatedOption } from './rules/repeated-option.js';
import { unclosedFence } from './rules/unclosed-fence.js';
import { unknownClause } from './rules/unknown-clause.js';
import { unknownOption } from './rules/unknown-option.js';
import { unlinkedMust } from './rules/unlinked-must.js';
import { wasItself } from './rules/was-itself.js';

export const rfcRules: readonly RfcRule[] = [
  unclosedFence,
  misplacedBlock,
  infoString,
  lostHeading,
  duplicateId,
  wasItself,
  repeatedOption,
  unknownOption,
  unlinkedMust,
  unknownClause,
  openObjection,
];

/** The findings of all rules, by place. Those of parsing are not among them. */
export function lintRfc(rfc: Rfc): readonly Diagnostic[] {
  const context = contextOf(rfc);
  return rfcRules.flatMap((rule) => rule.check(rfc, context)).toSorted(byPlace);
}

/** Reads and lints: the RFC, and all that is wrong with it by place. `file` is the name that places carry. */
export function checkRfc(file: string, text: string): ParsedRfc {
  const { rfc, diagnostics } = parseRfc(file, text);
  return { rfc, diagnostics: [...diagnostics, ...lintRfc(rfc)].toSorted(byPlace) };
}
