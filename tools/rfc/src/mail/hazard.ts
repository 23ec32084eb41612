/**
 * What a line can do to a mail, and what is done about it: one table. Each row was tried with git 2.39.5 and is tried again
 * in `test/mail/hazard.test.ts`, both that the harm is done and that a rendered mail is spared.
 *
 * Most of it is a matter of column 1, and is undone by two blanks. So whatever is shown as it stands (code, tables, lists)
 * never starts at column 1, and prose that would have such a line is set in by two blanks.
 */
import { markdownTable } from '@quiesce/contract';

/** What keeps a rendered mail from it. */
export type Defence =
  /** No rendered mail has such a line, whatever is in the RFC. */
  | 'never-made'
  /** The whole block is set in by two blanks. */
  | 'set-in'
  /** A blank is put into it, since blanks before it do not help; the author is told. */
  | 'broken-up'
  /** The line is continued on the next one; the author is told. */
  | 'cut'
  /** Written as U+ and its number; the author is told. */
  | 'shown'
  /** A line is put after it. */
  | 'closed';

const defences: Readonly<Record<Defence, string>> = {
  'never-made': 'no mail has it',
  'set-in': 'set in by two blanks',
  'broken-up': 'a blank between the blades',
  cut: 'goes on in the next line',
  shown: 'its number instead, as U+001B',
  closed: 'a line is put after it',
};

export interface Hazard {
  readonly id: string;
  readonly sample: string;
  readonly harm: string;
  readonly defence: Defence;
  /** The lines that are meant; undefined where it is not a matter of single lines. */
  readonly line: RegExp | undefined;
}

export const hazards: readonly Hazard[] = [
  {
    id: 'comment',
    sample: '#define QUIET 1',
    harm: 'a comment in a message that git has edited: the line is gone',
    defence: 'set-in',
    line: /^#/,
  },
  {
    id: 'three-dashes',
    sample: '---',
    harm: 'ends the message: the rest is taken for a patch',
    defence: 'set-in',
    line: /^---(?:\s|$)/,
  },
  {
    id: 'diff',
    sample: 'diff -u a b',
    harm: 'ends the message, as the start of a patch',
    defence: 'set-in',
    line: /^diff -/,
  },
  {
    id: 'index',
    sample: 'Index: kernel/utrace.c',
    harm: 'ends the message, as the start of a patch',
    defence: 'set-in',
    line: /^Index: /,
  },
  {
    id: 'hunk',
    sample: '@@ -1,2 +1,2 @@',
    harm: 'tools that look for patches in mails take what follows for a hunk',
    defence: 'set-in',
    line: /^(?:@@ -|\+\+\+ )/,
  },
  {
    id: 'from',
    sample: 'From here on',
    harm: 'starts another mail in an mbox file, or comes out as ">From"',
    defence: 'set-in',
    line: /^From /,
  },
  {
    id: 'signature',
    sample: '-- ',
    harm: 'mail readers take the rest for a signature, and do not quote it',
    defence: 'set-in',
    line: /^--\s*$/,
  },
  {
    id: 'dot',
    sample: '.',
    harm: 'ends the mail where sendmail is called without -i',
    defence: 'set-in',
    line: /^\.$/,
  },
  {
    id: 'quote',
    sample: '>= 3 engines',
    harm: 'taken for a quotation of somebody',
    defence: 'set-in',
    line: /^>/,
  },
  {
    id: 'scissors',
    sample: '  -- >8 -- cut here',
    harm: 'with --scissors all text before it is gone, also where it is set in or quoted',
    defence: 'broken-up',
    line: undefined,
  },
  {
    id: 'in-body-header',
    sample: 'Subject: something else',
    harm: 'at the start of a text it replaces that of the mail; so do From, Date and [PATCH]',
    defence: 'never-made',
    line: undefined,
  },
  {
    id: 'trailers',
    sample: 'Reviewed-by: R. Reviewer <r@example.org>',
    harm: 'a last paragraph of such lines is taken for trailers',
    defence: 'closed',
    line: undefined,
  },
  {
    id: 'blank-at-end',
    sample: 'a line  ',
    harm: 'stripped by git am, and marks soft line breaks in format=flowed',
    defence: 'never-made',
    line: undefined,
  },
  {
    id: 'control',
    sample: 'a \u001b[31mred\u001b[0m line',
    harm: 'works on the terminal of whoever reads it',
    defence: 'shown',
    line: undefined,
  },
  {
    id: 'hidden',
    sample: 'MUST \u202eton\u202c re\u200bturn',
    harm: 'reads otherwise than it is written, and a search does not find it',
    defence: 'shown',
    line: undefined,
  },
  {
    id: 'long-line',
    sample: 'x'.repeat(1000),
    harm: 'SMTP carries 998 bytes a line',
    defence: 'cut',
    line: undefined,
  },
];

/** The table for the documentation. */
export function describeHazards(): string {
  const rows = hazards.map(({ sample, harm, defence }) => {
    const shown = sample.length > 40 ? 'a line of 1,000 bytes' : `\`${withHiddenShown(sample).text}\``;
    return [shown, harm, defences[defence]];
  });
  return markdownTable([['Line', 'Harm', 'Defence'], ...rows]);
}

const setIn = hazards.flatMap(({ defence, line }) => (defence === 'set-in' && line ? [line] : []));

/** Whether a line does harm at column 1. */
export function isHazard(line: string): boolean {
  return setIn.some((pattern) => pattern.test(line));
}

/** Whether a line may begin with the word when prose is broken: harmless, and not like a list item or a heading. */
export function mayStartLine(word: string): boolean {
  return !isHazard(word) && !isHazard(`${word} x`) && !/^(?:[-+*=|]+|\d+[.)])$/.test(word);
}

/**
 * Whether git takes the line for scissors: where dashes and blades, with the blanks after them, are more than a third of what is seen
 * of it. Blanks and quote marks before it do not help. The line feed is such a blank too, and of blades at the end git sees only
 * the first half; both make a short line one that a look at it would not.
 */
export function isScissors(line: string): boolean {
  const text = line.trimStart();
  if (!/>8|8<|>%|%</.test(text)) return false;
  const runs = `${text}\n`.match(/(?:-|>8|8<|>%|%<)(?:-|>8|8<|>%|%<|\s)*/g) ?? [];
  const perforation = runs.reduce((sum, run) => sum + run.length, 0);
  const blanks = runs.reduce((sum, run) => sum + (run.match(/\s/g)?.length ?? 0), 0);
  const seen = text.trimEnd().length - (/(?:>8|8<|>%|%<)\s*$/.test(text) ? 1 : 0);
  return seen >= 8 && seen < 3 * perforation && 2 * blanks < perforation;
}

/** The same with a blank in each pair of blades. */
export function breakScissors(line: string): string {
  return line.replace(/>(?=[8%])|[8%](?=<)/g, '$& ');
}

/** Whether a last paragraph of these lines could pass for trailers. */
export function looksLikeTrailers(lines: readonly string[]): boolean {
  return lines.some((line) => /^[A-Za-z0-9][A-Za-z0-9-]*\s*:/.test(line));
}

/**
 * What steers a terminal, turns the direction of text or cannot be seen. Joiners are needed in some scripts and in emoji, and hide only
 * between letters of ours. Tabs and line feeds are none of it; half a surrogate pair has no UTF-8.
 */
const hidden =
  /(?![\t\n])[\p{Cc}\p{Surrogate}]|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?<=[\x20-\x7e])[\u200c\u200d]/gu;

/** The line with the numbers of hidden characters in their place, and these, each once. */
export function withHiddenShown(line: string): { readonly text: string; readonly names: readonly string[] } {
  const names = new Set<string>();
  const text = line.replace(/[\u0085\u2028\u2029]/g, ' ').replace(hidden, (character) => {
    const name = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    names.add(name);
    return name;
  });
  return { text, names: [...names] };
}

/** Without the line feed, and with room for a carriage return and for a dot that SMTP doubles. */
const longestLine = 990;

/** The line in pieces that SMTP can carry: one where it is no longer than that. */
export function cutLong(line: string): readonly string[] {
  if (new TextEncoder().encode(line).length <= longestLine) return [line];
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > longestLine) {
      pieces.push(piece);
      piece = '';
      bytes = 0;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece];
}
