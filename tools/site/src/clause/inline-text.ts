/** The value of a field: plain text, in which the ids of clauses lead to them, and names such as `-EBUSY` are not broken. */
import { type Html, type HtmlValue, html } from '../html.js';

export interface TextLinks {
  /** The address of a clause as seen from the page; undefined if there is none of that name. */
  readonly ofClause: (id: string) => string | undefined;
}

export function inlineText(text: string, links: TextLinks): Html {
  return html`${textPieces(text).map((piece) => pieceHtml(piece, links))}`;
}

function pieceHtml({ kind, text }: TextPiece, { ofClause }: TextLinks): HtmlValue {
  switch (kind) {
    case 'text':
      return text;
    case 'constant':
      return html`<span class="whole">${text}</span>`;
    case 'clause': {
      const href = ofClause(text);
      return href === undefined ? text : html`<a class="clause-link" href="${href}">${text}</a>`;
    }
  }
}

export interface TextPiece {
  /** `clause`: of the form of a clause's id. `constant`: a negative constant, before whose name a line could break. */
  readonly kind: 'text' | 'clause' | 'constant';
  readonly text: string;
}

/** Together they are the text. None is empty. */
export function textPieces(text: string): readonly TextPiece[] {
  return text
    .split(special)
    .filter((piece) => piece !== '')
    .map((piece) => ({ kind: kindOf(piece), text: piece }));
}

const special = /((?<![\w.-])(?:[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+(?![\w-])|-[A-Z][A-Z0-9_]+\b))/;

function kindOf(piece: string): TextPiece['kind'] {
  if (/^-[A-Z][A-Z0-9_]+$/.test(piece)) return 'constant';
  return /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/.test(piece) ? 'clause' : 'text';
}
