/**
 * Characters that are not what they look like, or that cannot be seen: what steers a terminal, turns the direction of text
 * (so that code reads otherwise than it runs), joins or parts words without a trace, or looks like a blank and is none.
 */
import { type Diagnostic, placeOf } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

interface Character {
  readonly name: string;
}

export const hiddenCharacter = rule(
  {
    'mail/control-character': code<Character>({
      severity: fromReview('error'),
      rule: 'There are no control characters but line endings and tabs.',
      message: ({ name }) => `Unexpected control character ${name}`,
      hint: () => 'Remove it: it works on the terminal of whoever reads the mail.',
      isSafeToFix: true,
    }),
    'mail/bidirectional': code<Character>({
      severity: fromReview('error'),
      rule: 'No character turns the direction of the text.',
      message: ({ name }) => `Unexpected ${name}, which turns the direction of the text after it`,
      hint: () => 'Remove it: what follows reads otherwise than it is written.',
      isSafeToFix: true,
    }),
    'mail/zero-width': code<Character>({
      severity: fromReview('warning'),
      rule: 'No character is invisible.',
      message: ({ name }) => `Unexpected invisible character ${name}`,
      hint: () => 'Remove it: a search does not find the word that it stands in.',
      isSafeToFix: true,
    }),
    'mail/odd-space': code<Character>({
      severity: fromReview('warning'),
      rule: 'The only blanks are spaces, tabs and line endings.',
      message: ({ name }) => `Unexpected ${name}, expected a space`,
      hint: () => 'It looks like a space, and programs do not take it for one.',
      isSafeToFix: true,
    }),
  },
  ({ rfc: { source }, lines }, report) => {
    return Array.from(source.text.matchAll(hidden)).flatMap(({ 0: text, index }): readonly Diagnostic[] => {
      if (index === 0 && text === '\ufeff') return [];
      const place = placeOf(source, { start: index, end: index + text.length });
      const name = `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
      const kind = kindOf(text);
      const instead = kind === 'mail/odd-space' ? ' ' : '';
      const title = instead === ' ' ? 'Write a space' : 'Remove it';
      // In a block it may be part of what a clause says, which is not a tool's to change.
      const fix =
        lines().lineAt(index).kind === 'block'
          ? {}
          : { fix: { title, edits: [{ start: place.start, end: place.end, text: instead }] } };
      return [report(kind, place, { name }, fix)];
    });
  },
);

/** Joiners are needed inside words of some scripts and in emoji, and hide only between letters of ours. */
const hidden =
  /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\u00ad\u200b\u2060-\u2064\ufeff]|(?<=[\x20-\x7e])[\u200c\u200d]|[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;

function kindOf(
  character: string,
): 'mail/control-character' | 'mail/bidirectional' | 'mail/zero-width' | 'mail/odd-space' {
  if (/\p{Cc}/u.test(character)) return 'mail/control-character';
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character)) return 'mail/bidirectional';
  return /[\p{Zs}\p{Zl}\p{Zp}]/u.test(character) ? 'mail/odd-space' : 'mail/zero-width';
}
