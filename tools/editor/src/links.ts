/**
 * Message-IDs as links. Their target is a `mid:` URL (RFC 2392), which a mail reader opens: a mail is not tied to one of the
 * archives that keep it.
 */
import type { Rfc } from '@quiesce/rfc';
import type { DocumentLink } from 'vscode-languageserver-protocol';
import { rangeIn } from './position.js';

export function linksOf({ source }: Rfc): readonly DocumentLink[] {
  return Array.from(
    source.text.matchAll(/<([^\s<>@]+@[^\s<>@]+)>/g),
    ({ index, 0: { length }, 1: id = '' }) => ({
      range: rangeIn(source, { start: index + 1, end: index + length - 1 }),
      target: midUrl(id),
      tooltip: 'Open in the mail reader',
    }),
  );
}

/** `id`: without angle brackets. */
function midUrl(id: string): string {
  return `mid:${encodeURIComponent(id).replace(/%40/g, '@')}`;
}
