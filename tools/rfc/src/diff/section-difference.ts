/**
 * What became of the prose, section by section. Blocks that are read are left out: they are compared by what they say.
 *
 * A heading that was changed leaves its prose behind: a section whose text stands under another heading now is renamed.
 */
import { type Span, type TextPlace, textOf } from '@quiesce/contract';
import type { Rfc, Section } from '../rfc.js';
import { type ParagraphDifference, paragraphDiff } from './paragraph-diff.js';
import { oneSpaced } from './word-diff.js';

export interface SectionText {
  readonly title: string;
  /** The heading's; absent for what stands above the first one. */
  readonly place?: TextPlace;
  /** Paragraphs and items of lists, as they stand in the file, without those that are contract or objection blocks. */
  readonly paragraphs: readonly string[];
}

export interface SectionDifference {
  /** In the later revision, or the last one that it had; empty above the first heading. */
  readonly title: string;
  readonly change: 'added' | 'removed' | 'renamed' | 'changed';
  readonly before?: SectionText;
  readonly after?: SectionText;
  /** Of a section that changed, what did; otherwise empty. */
  readonly paragraphs: readonly ParagraphDifference[];
}

/** In the order of the later revision, those that were removed last. */
export function diffSections(before: Rfc, after: Rfc): readonly SectionDifference[] {
  const old = numbered(sectionTexts(before));
  const present = numbered(sectionTexts(after));
  const gone = new Map(Array.from(old).filter(([name]) => !present.has(name)));
  const goneByText = namesByText(gone);
  const differences = Array.from(present).flatMap(([name, section]): readonly SectionDifference[] => {
    const { title } = section;
    const own = old.get(name);
    if (own !== undefined) return hasSameText(own, section) ? [] : [changedSection(own, section)];
    const key = goneByText.get(plainText(section))?.shift();
    const renamed = key === undefined ? undefined : gone.get(key);
    if (key === undefined || renamed === undefined)
      return [{ title, change: 'added', after: section, paragraphs: [] }];
    gone.delete(key);
    return [{ title, change: 'renamed', before: renamed, after: section, paragraphs: [] }];
  });
  const removed = Array.from(gone.values(), (section): SectionDifference => {
    return { title: section.title, change: 'removed', before: section, paragraphs: [] };
  });
  return [...differences, ...removed];
}

function changedSection(before: SectionText, after: SectionText): SectionDifference {
  const paragraphs = paragraphDiff(before.paragraphs, after.paragraphs);
  return { title: after.title, change: 'changed', before, after, paragraphs };
}

/** The sections of an RFC as prose; the first one, if there is anything in it, is what stands above all headings. */
function sectionTexts(rfc: Rfc): readonly SectionText[] {
  const { sections, source } = rfc;
  const starts: readonly (Section | undefined)[] = [undefined, ...sections];
  return starts.flatMap((section, index): readonly SectionText[] => {
    const span = {
      start: section?.place.end ?? proseStart(rfc),
      end: sections[index]?.place.start ?? source.text.length,
    };
    const paragraphs = paragraphsIn(rfc, span);
    if (section === undefined) return paragraphs.length === 0 ? [] : [{ title: '', paragraphs }];
    return [{ title: section.title, place: section.place, paragraphs }];
  });
}

/** Where the front matter ends. */
function proseStart({ tree, markdownOffset }: Rfc): number {
  const [first] = tree.children;
  return first?.type === 'yaml' ? (first.position?.end.offset ?? 0) + markdownOffset : 0;
}

function paragraphsIn({ source, blocks }: Rfc, span: Span): readonly string[] {
  const pieces: string[] = [];
  let at = span.start;
  for (const { fence } of blocks) {
    if (fence.place.start < at || fence.place.end > span.end) continue;
    pieces.push(textOf(source, { start: at, end: fence.place.start }));
    at = fence.place.end;
  }
  pieces.push(textOf(source, { start: at, end: span.end }));
  return pieces
    .flatMap((piece) =>
      piece.split(/(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r)|(?=[ \t]*(?:[-*+]|\d+[.)])[ \t]))/),
    )
    .map((paragraph) => paragraph.replace(/^(?:[ \t]*[\r\n]+)+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '');
}

function hasSameText(before: SectionText, after: SectionText): boolean {
  return plainText(before) === plainText(after);
}

function plainText({ paragraphs }: SectionText): string {
  return oneSpaced(paragraphs.join('\n\n'));
}

/** Of sections in which something stands, in their order: to look through all of them for each new one would take minutes. */
function namesByText(sections: ReadonlyMap<string, SectionText>): ReadonlyMap<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [name, section] of sections) {
    if (section.paragraphs.length === 0) continue;
    const text = plainText(section);
    const same = names.get(text);
    if (same === undefined) names.set(text, [name]);
    else same.push(name);
  }
  return names;
}

/** By title; the second of two sections of the same title is another one. */
function numbered(sections: readonly SectionText[]): ReadonlyMap<string, SectionText> {
  const seen = new Map<string, number>();
  return new Map(
    sections.map((section) => {
      const count = (seen.get(section.title) ?? 0) + 1;
      seen.set(section.title, count);
      return [`${count} ${section.title}`, section] as const;
    }),
  );
}
