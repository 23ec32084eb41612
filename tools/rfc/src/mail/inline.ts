/**
 * What stands in a paragraph, as words with their lines in the source. Marks that people type in mails anyway stay: `*x*`,
 * backquotes, `~~x~~`. A link becomes its text and a number. Without recursion, since emphasis may nest deeper than the
 * stack.
 */
import type { Image, ImageReference, Link, LinkReference, Nodes, Parents, PhrasingContent } from 'mdast';
import { plainText } from '../markdown-outline.js';
import { htmlText, isLineBreak } from './html-text.js';
import type { References } from './references.js';
import type { ProseLine, Word } from './wrap.js';

export interface Inlining {
  readonly references: References;
  /** The text of a node as it was typed. */
  readonly sourceOf: (node: Nodes) => string;
  readonly dropped: (node: Nodes, what: readonly string[]) => void;
}

/** Code of up to this many characters stays on one line. */
const longestWhole = 40;

type Step =
  | { readonly kind: 'node'; readonly node: PhrasingContent }
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'close-strong' };

export function proseOf(
  { children, position }: Parents & { readonly children: readonly PhrasingContent[] },
  inlining: Inlining,
): readonly ProseLine[] {
  const page = openPage(position?.start.line ?? 1);
  const { references } = inlining;
  let strong = 0;
  const steps: Step[] = [];
  const later = (...next: readonly Step[]): void => {
    steps.push(...next.toReversed());
  };
  const inside = (nodes: readonly PhrasingContent[]): readonly Step[] =>
    nodes.map((node) => ({ kind: 'node', node }));
  later(...inside(children));
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.kind === 'mark') page.put(step.text);
    else if (step.kind === 'close-strong') strong -= 1;
    if (step.kind !== 'node') continue;
    const { node } = step;
    page.goTo(node.position?.start.line);
    switch (node.type) {
      case 'text':
        node.value.split(/\r\n?|\n/).forEach((text, index) => {
          if (index > 0) page.endLine(false);
          page.putWords(text);
        });
        break;
      case 'emphasis':
      case 'strong': {
        // Marks inside marks would come out as `**x**`, which nobody types.
        const mark = strong > 0 ? '' : '*';
        strong += 1;
        later(
          { kind: 'mark', text: mark },
          ...inside(node.children),
          { kind: 'close-strong' },
          { kind: 'mark', text: mark },
        );
        break;
      }
      case 'delete':
        later({ kind: 'mark', text: '~~' }, ...inside(node.children), { kind: 'mark', text: '~~' });
        break;
      case 'inlineCode': {
        const code = fenced(node.value);
        if (code.length <= longestWhole) page.put(code);
        else page.putWords(code);
        break;
      }
      case 'break':
        page.endLine(true);
        break;
      case 'html':
        if (isLineBreak(node.value)) page.endLine(true);
        else {
          const { text, dropped } = htmlText(node.value);
          // Of a pair of tags, the first is told.
          if (!node.value.startsWith('</')) inlining.dropped(node, dropped);
          page.putWords(text);
        }
        break;
      case 'link':
      case 'linkReference':
        later(...linkSteps(node, inside(node.children), inlining));
        break;
      case 'image':
      case 'imageReference':
        page.putWords((node.alt ?? '').trim() === '' ? 'image' : node.alt!);
        page.put(target(node, references, ' '));
        break;
      case 'footnoteReference': {
        const number = references.numberOfNote(node.identifier);
        page.put(number === undefined ? `[^${node.label ?? node.identifier}]` : ` [${number}]`);
        break;
      }
    }
  }
  return page.lines();
}

function linkSteps(
  node: Link | LinkReference,
  text: readonly Step[],
  { references, sourceOf }: Inlining,
): readonly Step[] {
  if (node.type === 'link') {
    const typed = sourceOf(node);
    const shown = plainText(node);
    if (/^<[^>\s]+>$/.test(typed)) return [{ kind: 'mark', text: typed }];
    if ([shown, `mailto:${shown}`, `http://${shown}`].includes(node.url)) return text;
    // A place in this RFC: what is there is in the mail as well.
    if (node.url.startsWith('#')) return text;
  } else if (/^\d{1,4}$/.test(node.identifier) && plainText(node) === node.identifier)
    return [{ kind: 'mark', text: `[${node.identifier}]` }];
  return [...text, { kind: 'mark', text: target(node, references, text.length === 0 ? '' : ' ') }];
}

function target(
  node: Link | LinkReference | Image | ImageReference,
  references: References,
  gap: string,
): string {
  const line = node.position?.start.line ?? 1;
  const led = 'url' in node ? node : references.definition(node.identifier);
  return led === undefined ? '' : `${gap}[${references.numberOfLink(led.url, led.title, line)}]`;
}

/** Code between backquotes, more of them than stand in it. */
function fenced(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const mark = '`'.repeat(longest + 1);
  const blank = /^`|`$/.test(code) ? ' ' : '';
  return `${mark}${blank}${code}${blank}${mark}`;
}

interface Page {
  readonly goTo: (line: number | undefined) => void;
  /** Text that is not broken, against the word before it if there is no blank between them. */
  readonly put: (text: string) => void;
  readonly putWords: (text: string) => void;
  readonly endLine: (isHard: boolean) => void;
  readonly lines: () => readonly ProseLine[];
}

function openPage(firstLine: number): Page {
  const lines: ProseLine[] = [];
  let words: Word[] = [];
  let line = firstLine;
  let gap = 0;
  const put = (text: string): void => {
    if (text === '') return;
    const last = words.at(-1);
    if (last === undefined || gap > 0)
      words.push({ text, first: line, last: line, gap: words.length === 0 ? 1 : gap });
    else words.splice(-1, 1, { ...last, text: last.text + text, last: Math.max(last.last, line) });
    gap = 0;
  };
  return {
    goTo: (next) => {
      line = next ?? line;
    },
    put,
    putWords: (text) => {
      for (const part of text.split(/([ \t\r\n]+)/)) {
        if (/^[ \t\r\n]+$/.test(part)) gap = Math.max(gap, part.length);
        else put(part);
      }
    },
    endLine: (isHard) => {
      lines.push({ words, isHard });
      words = [];
      gap = 0;
      if (!isHard) line += 1;
    },
    lines: () => (words.length === 0 ? lines : [...lines, { words, isHard: false }]),
  };
}
