/**
 * Comments that allow a finding, with the reason:
 *
 *     <!-- quiesce allow mail/long-line: the table is from the kernel log -->
 *
 * Such a comment stands on lines of its own at the top level and covers one rule in the block of Markdown that comes next:
 * a paragraph, a heading, a list, a table, a fenced block. Several comments in a row cover the same block.
 */
import { type Diagnostic, type Placed, placeOf, type Span, type TextPlace, textOf } from '@quiesce/contract';
import type { Html, Node } from 'mdast';
import type { Rfc } from '../rfc.js';

export interface Allowance {
  /** The whole comment. */
  readonly place: TextPlace;
  /** Absent where the comment does not have the form of one. */
  readonly code?: Placed<string>;
  readonly reason?: string;
  /** The lines that it covers; absent where nothing follows. */
  readonly covers?: Span;
}

/** A finding that a comment allows. */
export interface Allowed {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
  /** Where the comment stands. */
  readonly place: TextPlace;
}

/** `htmls`: all HTML of the file. What starts like such a comment and is none is among the result, without a code. */
export function readAllowances(
  { source, tree }: Rfc,
  htmls: readonly Html[],
  spanOf: (node: Node) => Span,
): readonly Allowance[] {
  const own = htmls.filter(isMeant);
  if (own.length === 0) return [];
  const following = new Map<Node, Node | undefined>();
  let next: Node | undefined;
  for (let index = tree.children.length - 1; index >= 0; index -= 1) {
    const node = tree.children[index]!;
    if (node.type === 'html' && isMeant(node)) following.set(node, next);
    else next = node;
  }
  return own.map((node): Allowance => {
    const span = spanOf(node);
    const place = placeOf(source, span);
    const text = textOf(source, span);
    const match = /^<!--\s*quiesce\s+allow\s+([\w/-]+)(?:\s*:([\s\S]*?))?\s*-->\s*$/.exec(text);
    if (match === null || !following.has(node)) return { place };
    const [, code = '', reason = ''] = match;
    const start = span.start + text.indexOf(code, text.indexOf('allow') + 'allow'.length);
    const block = following.get(node);
    const words = reason.trim().replace(/\s+/g, ' ');
    return {
      place,
      code: { value: code, place: placeOf(source, { start, end: start + code.length }) },
      ...(words === '' ? {} : { reason: words }),
      ...(block === undefined ? {} : { covers: wholeLines(spanOf(block)) }),
    };
  });

  function wholeLines({ start, end }: Span): Span {
    const first = placeOf(source, { start, end }).line;
    return { start: source.lineStarts[first - 1] ?? start, end };
  }
}

/** What a text with such a comment has. */
export const mayAllow = /<!--\s*quiesce\b/i;

/** What starts like one, so that a slip in the rest is not taken for any comment. */
function isMeant({ value }: Html): boolean {
  return /^<!--\s*quiesce\b/i.test(value);
}

/** Of one thing there can be two codes, the worse of which is said instead: who allows the one allows the other. */
const includedIn: ReadonlyMap<string, string> = new Map([['mail/too-long-line', 'mail/long-line']]);

/** Separates the findings that comments allow, and tells the comments that allow none. */
export function applyAllowances(
  findings: readonly Diagnostic[],
  allowances: readonly Allowance[],
  offsetOf: (finding: Diagnostic) => number,
): {
  readonly kept: readonly Diagnostic[];
  readonly allowed: readonly Allowed[];
  readonly unused: readonly Allowance[];
} {
  const byCode = new Map<string, Allowance[]>();
  for (const one of allowances)
    if (one.code !== undefined) byCode.set(one.code.value, [...(byCode.get(one.code.value) ?? []), one]);
  const used = new Set<Allowance>();
  const kept: Diagnostic[] = [];
  const allowed: Allowed[] = [];
  for (const diagnostic of findings) {
    const wider = includedIn.get(diagnostic.code);
    const own = byCode.get(diagnostic.code);
    const candidates = wider === undefined ? own : [...(own ?? []), ...(byCode.get(wider) ?? [])];
    const at = candidates === undefined ? 0 : offsetOf(diagnostic);
    const cover = candidates?.find(({ covers }) => covers && at >= covers.start && at <= covers.end);
    if (cover?.reason === undefined) kept.push(diagnostic);
    else {
      used.add(cover);
      allowed.push({ diagnostic, reason: cover.reason, place: cover.place });
    }
  }
  return { kept, allowed, unused: allowances.filter((one) => !used.has(one)) };
}
