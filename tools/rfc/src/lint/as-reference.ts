/** A link in Markdown's form turned into the one of mail: the text with a number behind it, and the address at the end. */
import { type Edit, placeOf, textOf } from '@quiesce/contract';
import type { Link } from 'mdast';
import type { RfcContext } from './context.js';
import type { References } from './references.js';

/** Undefined where the link has more to it than a text and an address, or where nothing can be added at the end. */
export function asReference(context: RfcContext, link: Link): readonly Edit[] | undefined {
  const { rfc, spanOf } = context;
  const { source } = rfc;
  const span = spanOf(link);
  const [first] = link.children;
  const last = link.children.at(-1);
  if (first === undefined || last === undefined || typeof link.title === 'string' || /\s/.test(link.url))
    return undefined;
  const text = textOf(source, { start: spanOf(first).start, end: spanOf(last).end });
  // Brackets in the text would look like references, and a line break could come to stand anywhere.
  if (/[[\]\r\n]/.test(text)) return undefined;
  if (text === link.url) return [{ ...span, text }];
  const references = context.references();
  const known = references.defined.find(
    ({ place }) =>
      textOf(source, { start: place.end, end: lineEnd(source.text, place.end) }).trim() === link.url,
  );
  if (known !== undefined) return [{ ...span, text: `${text} [${known.value}]` }];
  const number = Math.max(0, ...references.defined.map(({ value }) => value)) + 1;
  const end = definition(context, references, `[${number}] ${link.url}`);
  return end === undefined ? undefined : [{ ...span, text: `${text} [${number}]` }, end];
}

/** Puts a definition below the last one, or under a heading of its own at the end of the file. */
function definition({ rfc, lines }: RfcContext, { defined }: References, text: string): Edit | undefined {
  const { source, sections } = rfc;
  const all = lines();
  const ending = /\r\n|\n|\r/.exec(source.text)?.[0] ?? '\n';
  const last = defined.at(-1)?.place;
  if (last === undefined) {
    if (all.kindOf(all.count) !== 'prose') return undefined;
    const mark = sections.some(({ depth }) => depth === 1) ? '-' : '=';
    const at = source.text.trimEnd().length;
    const heading = ['', '', 'References', mark.repeat('References'.length), '', text];
    return { start: at, end: source.text.length, text: `${heading.join(ending)}${ending}` };
  }
  let number = last.line;
  while (all.kindOf(number + 1) === 'prose' && /\S/.test(all.line(number + 1)?.text ?? '')) number += 1;
  const at = all.line(number)!.end;
  // As those before it stand: each in a paragraph of its own, or in lines that follow each other.
  const before = defined.at(-2)?.place.line;
  const isDense = before !== undefined && placeOf(source, last).line - before === 1;
  return { start: at, end: at, text: `${isDense ? '' : ending}${ending}${text}` };
}

function lineEnd(text: string, from: number): number {
  const at = text.slice(from).search(/[\r\n]/);
  return at === -1 ? text.length : from + at;
}
