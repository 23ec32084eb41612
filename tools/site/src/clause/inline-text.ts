/** The value of a field: plain text, in which the ids of clauses lead to them. */
import { type Html, html } from '../html.js';

export interface TextLinks {
  /** The address of a clause as seen from the page; undefined if there is none of that name. */
  readonly ofClause: (id: string) => string | undefined;
}

export function inlineText(text: string, { ofClause }: TextLinks): Html {
  return html`${clauseWords(text).map((piece, index) => {
    const href = index % 2 === 1 ? ofClause(piece) : undefined;
    return href === undefined ? piece : html`<a class="clause-link" href="${href}">${piece}</a>`;
  })}`;
}

/** The text cut at what may be the id of a clause: at each odd index stands one. */
export function clauseWords(text: string): readonly string[] {
  return text.split(/(?<![\w.-])([a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+)(?![\w-])/);
}
