/** The outline of an RFC: its sections, nested, and the clauses in them. */
import { anchor, hrefTo } from '../address.js';
import { type Html, html } from '../html.js';
import type { PublishedRfc, PublishedSection } from '../published-rfc.js';

/**
 * A wide window shows it beside the text. In a narrow one it is behind a box to tick, which is all that HTML has for that
 * without a script and without a second copy.
 */
export function outline(rfc: PublishedRfc, path: string): Html {
  return html`<nav class="outline" aria-label="Contents">
<input type="checkbox" id="show-outline" class="outline-switch"><label for="show-outline">Contents</label>
<div class="sections">
${list(rfc.sections, path)}</div>
</nav>
`;
}

function list(sections: readonly PublishedSection[], path: string): Html | false {
  const [first] = sections;
  if (first === undefined) return false;
  return html`<ol>${split(sections, first.level).map(
    ([head, ...inner]) =>
      head !== undefined &&
      html`<li><a href="${hrefTo(path, path, anchor('section', head.slug))}">${head.section.title}</a>${clauses(head, path)}${list(inner, path)}</li>
`,
  )}</ol>`;
}

function clauses({ section }: PublishedSection, path: string): Html | false {
  if (section.clauses.length === 0) return false;
  return html`<ul class="clauses">${section.clauses.map(
    ({ id }) => html`<li><a href="${hrefTo(path, path, anchor('clause', id))}">${id}</a></li>`,
  )}</ul>`;
}

/** Each with what is below it. */
function split(
  sections: readonly PublishedSection[],
  level: number,
): readonly (readonly PublishedSection[])[] {
  const groups: PublishedSection[][] = [];
  for (const section of sections) {
    if (section.level <= level || groups.length === 0) groups.push([section]);
    else groups.at(-1)!.push(section);
  }
  return groups;
}
