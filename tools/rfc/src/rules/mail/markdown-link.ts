/** What Markdown shows as a link or a picture is a bracket and an address in the middle of a sentence to who reads mail. */
import { type Diagnostic, placeOf, quoted } from '@quiesce/contract';
import type { Link, Nodes } from 'mdast';
import { asReference } from '../../lint/as-reference.js';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';
import { plainText } from '../../markdown-outline.js';

export const markdownLink = rule(
  {
    'mail/markdown-link': code<{ text: string }>({
      severity: fromReview('warning'),
      rule: 'A link is `text [1]`, with the address under the references at the end.',
      message: ({ text }) => `Unexpected link ${quoted(text)} in Markdown's form, expected "text [1]"`,
      hint: () =>
        'Put a number in brackets behind the text, and the address beside it at the end of the file.',
      isSafeToFix: true,
    }),
    'mail/markdown-image': code<{ text: string }>({
      severity: fromReview('warning', 'error'),
      rule: 'There are no pictures.',
      message: ({ text }) => `Unexpected picture ${quoted(text)}`,
      hint: () => 'Draw it in characters, or name its address as a reference.',
    }),
    'mail/html': code<{ tag: string }>({
      severity: fromReview('warning', 'error'),
      rule: 'There is no HTML but comments.',
      message: ({ tag }) => `Unexpected HTML ${quoted(tag)}`,
      hint: () => 'Write it in Markdown, or in characters.',
    }),
  },
  (context, report) => {
    const { nodes, spanOf, rfc } = context;
    const { source } = rfc;
    const at = (node: Nodes) => placeOf(source, spanOf(node));
    const found = (node: Nodes, text: string): Diagnostic =>
      node.type === 'image' || node.type === 'imageReference'
        ? report('mail/markdown-image', at(node), { text })
        : report('mail/markdown-link', at(node), { text });
    const link = (node: Link): Diagnostic => {
      const edits = asReference(context, node);
      const fix = edits === undefined ? {} : { fix: { title: 'Make it a reference', edits } };
      return report('mail/markdown-link', at(node), { text: plainText(node) }, fix);
    };
    return [
      ...nodes('link').flatMap((node) => (source.text[at(node).start] === '[' ? [link(node)] : [])),
      // [1] alone is what mail expects, also where Markdown finds an address for it.
      ...nodes('linkReference').flatMap((node) =>
        node.referenceType === 'shortcut' ? [] : [found(node, plainText(node))],
      ),
      ...nodes('image').map((node) => found(node, node.alt ?? '')),
      ...nodes('imageReference').map((node) => found(node, node.alt ?? '')),
      ...nodes('html').flatMap((node) => {
        const tag = /<(?!!--)[^>\n]*>?/.exec(node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
        return tag === null ? [] : [report('mail/html', at(node), { tag: tag[0] })];
      }),
    ];
  },
);
