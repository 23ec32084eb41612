/**
 * A text as a whole mail, to try what becomes of it: with the headers that any mail has, as 8bit or as quoted-printable.
 * Sending is not done here; this is what the round trip through `git mailinfo` is made with.
 */

export const mailEncodings = ['8bit', 'quoted-printable'] as const;

export type MailEncoding = (typeof mailEncodings)[number];

/** The bytes of a mail are the UTF-8 of this. Lines end with LF, as in an mbox file. */
export function mailMessage(text: string, encoding: MailEncoding): string {
  return [
    'From: Author <author@example.org>',
    'Date: Thu, 1 Jan 2026 00:00:00 +0000',
    'Subject: [RFC] A text',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    encoding === '8bit' ? text : quotedPrintable(text),
  ].join('\n');
}

/** RFC 2045, 6.7: lines of at most 76 characters; whatever is not printable ASCII as `=XX`. */
function quotedPrintable(text: string): string {
  return text.split('\n').map(quotedLine).join('\n');
}

function quotedLine(line: string): string {
  let out = '';
  let column = 0;
  for (const byte of new TextEncoder().encode(line)) {
    const isPlain = byte >= 32 && byte < 127 && byte !== 61;
    const piece = isPlain ? String.fromCharCode(byte) : hex(byte);
    if (column + piece.length > 75) {
      out += '=\n';
      column = 0;
    }
    out += piece;
    column += piece.length;
  }
  return out.replace(/[ \t]$/, (blank) => hex(blank.charCodeAt(0)));
}

function hex(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

export interface Difference {
  /** 1-based. */
  readonly line: number;
  /** Undefined where the text has ended. */
  readonly sent: string | undefined;
  readonly received: string | undefined;
}

/** The first line in which two texts differ. */
export function firstDifference(sent: string, received: string): Difference | undefined {
  if (sent === received) return undefined;
  const [from, to] = [sent.split('\n'), received.split('\n')];
  const at = from.findIndex((line, index) => line !== to[index]);
  const index = at === -1 ? from.length : at;
  return { line: index + 1, sent: from[index], received: to[index] };
}
