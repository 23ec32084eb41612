/** What a reader uses the headings for: to see what there is, and to name a place in an answer. */
import { type Diagnostic, quoted } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';
import type { Section } from '../../rfc.js';

export const heading = rule(
  {
    'text/empty-section': code<{ title: string }>({
      severity: fromReview('warning'),
      rule: 'No section is empty.',
      message: ({ title }) => `Unexpected end of the section ${quoted(title)}, expected some text`,
      hint: () => 'Write it, or remove the heading.',
    }),
    'text/repeated-heading': code<{ title: string }>({
      severity: fromReview('warning'),
      rule: 'No two headings under the same heading say the same.',
      message: ({ title }) => `Unexpected second heading ${quoted(title)}`,
      hint: () => 'Give one of the two another name: an answer that names it must not fit both.',
    }),
    'text/skipped-depth': code<{ title: string; depth: number; expected: number }>({
      severity: fromReview('warning'),
      rule: 'A heading is at most one step deeper than the one above it.',
      message: ({ title, depth, expected }) =>
        `Unexpected depth ${depth} of the heading ${quoted(title)}, expected at most ${expected}`,
    }),
  },
  ({ rfc: { sections, source, tree }, spanOf }, report) => {
    const above: Section[] = [];
    const known = new Map<string, Section>();
    // Where each block of the top level that is no heading starts, to see whether a section has one.
    const texts = tree.children.filter(({ type }) => type !== 'heading').map((node) => spanOf(node).start);
    let next = 0;
    return sections.flatMap((section, index): readonly Diagnostic[] => {
      const { title, depth, place } = section;
      while (above.length > 0 && above.at(-1)!.depth >= depth) above.pop();
      const parent = above.at(-1);
      above.push(section);
      const path = [...above.slice(0, -1).map((one) => one.place.start), title.toLowerCase()].join('/');
      const first = known.get(path);
      if (first === undefined) known.set(path, section);
      const following = sections[index + 1];
      const end = following?.place.start ?? source.text.length;
      while (next < texts.length && texts[next]! < place.end) next += 1;
      const isEmpty = !(next < texts.length && texts[next]! < end);
      const hasSections = following !== undefined && following.depth > depth;
      const expected = (parent?.depth ?? 0) + 1;
      const related = first === undefined ? [] : [{ place: first.place, message: 'the first is here' }];
      return [
        ...(isEmpty && !hasSections ? [report('text/empty-section', place, { title })] : []),
        ...(first === undefined ? [] : [report('text/repeated-heading', place, { title }, { related })]),
        ...(depth > expected ? [report('text/skipped-depth', place, { title, depth, expected })] : []),
      ];
    });
  },
);
