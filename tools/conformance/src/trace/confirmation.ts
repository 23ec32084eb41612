/**
 * Which links were confirmed, and for which text of their clause: a small file that is kept beside the RFCs and merges well, because each
 * link is a sorted line of its own that does not change unless the link does.
 *
 *     close.no-job-after property close/noJobAfter 5f0c27d0a4b1e936
 */
import { byPlace, type Diagnostic, linesWithin, placeOf, sourceText, textOf } from '@quiesce/contract';
import { report } from '../problems.js';

export const linkKinds = ['property', 'patch', 'test', 'thread'] as const;

export type LinkKind = (typeof linkKinds)[number];

export interface Confirmation {
  readonly clause: string;
  readonly kind: LinkKind;
  /** The id of a property; the folder and subject of a patch; the path of a test; a Message-ID. */
  readonly to: string;
  /** Of the clause, when somebody last said that the far end does what it says: see `clauseDigest`. */
  readonly digest: string;
}

export interface ReadConfirmations {
  readonly confirmations: readonly Confirmation[];
  /** Lines that are none, such as those that a merge leaves behind. */
  readonly diagnostics: readonly Diagnostic[];
}

const head = [
  '# Links whose far end somebody has compared with the clause as it then was.',
  '# Written by `quiesce trace --confirm`: clause, kind, far end, digest of the clause.',
];

const entry = /^(\S+) (\S+) (.+) ([0-9a-f]{16})$/;

export function readConfirmations(file: string, text: string): ReadConfirmations {
  const source = sourceText(file, text);
  const confirmations: Confirmation[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const span of linesWithin(source, { start: 0, end: text.length })) {
    const line = textOf(source, span);
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, clause, word, to, digest] = entry.exec(line) ?? [];
    const kind = linkKinds.find((one) => one === word);
    if (clause === undefined || kind === undefined || to === undefined || digest === undefined)
      diagnostics.push(report('trace/confirmation', placeOf(source, span), { line }));
    else confirmations.push({ clause, kind, to, digest });
  }
  return { confirmations, diagnostics: diagnostics.sort(byPlace) };
}

/** In an order that depends on nothing but the links. */
export function printConfirmations(confirmations: readonly Confirmation[]): string {
  const lines = confirmations.map(({ clause, kind, to, digest }) => `${clause} ${kind} ${to} ${digest}`);
  return `${[...head, ...[...new Set(lines)].sort()].join('\n')}\n`;
}
