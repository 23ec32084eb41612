/**
 * Makes what stands in an RFC harmless. Raw HTML is parsed as a browser would parse it, then everything goes that is not on the
 * list: this is what GitHub does, with a shorter list.
 *
 * A piece of Markdown is sanitised by itself. So an element that is never closed ends with its piece, and cannot take the rest of the
 * page into itself, nor close what is around it.
 */
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { unified } from 'unified';

/** Stands before every id and name of the RFC's own HTML, so that none is taken for one of the page. */
export const userPrefix = 'user-content-';

const schema: Options = {
  tagNames: [
    ...[
      'a',
      'abbr',
      'b',
      'blockquote',
      'br',
      'cite',
      'code',
      'dd',
      'del',
      'details',
      'dfn',
      'div',
      'dl',
      'dt',
      'em',
    ],
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'i',
      'img',
      'input',
      'ins',
      'kbd',
      'li',
      'mark',
      'ol',
      'p',
      'pre',
      'q',
    ],
    ...[
      'rp',
      'rt',
      'ruby',
      's',
      'samp',
      'section',
      'small',
      'span',
      'strong',
      'sub',
      'summary',
      'sup',
      'table',
      'tbody',
    ],
    ...['td', 'tfoot', 'th', 'thead', 'time', 'tr', 'u', 'ul', 'var', 'wbr'],
  ],
  attributes: {
    a: ['href', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteBackref', 'dataFootnoteRef'],
    code: [['className', /^language-[\w+#.-]+$/]],
    details: ['open'],
    img: ['src', 'alt'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    li: ['value', ['className', 'task-list-item']],
    ol: ['start', 'reversed', ['className', 'contains-task-list']],
    section: ['dataFootnotes'],
    td: ['align', 'colSpan', 'rowSpan', 'headers'],
    th: ['align', 'colSpan', 'rowSpan', 'headers', 'scope'],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
    '*': ['dir', 'id', 'lang', 'title'],
  },
  ancestors: {
    tbody: ['table'],
    tfoot: ['table'],
    thead: ['table'],
    td: ['table'],
    th: ['table'],
    tr: ['table'],
    li: ['ol', 'ul'],
    dd: ['dl'],
    dt: ['dl'],
    summary: ['details'],
  },
  clobber: ['ariaDescribedBy', 'headers', 'id'],
  clobberPrefix: userPrefix,
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  // Their content is no text for readers.
  strip: [
    'iframe',
    'math',
    'noembed',
    'noframes',
    'object',
    'script',
    'style',
    'svg',
    'template',
    'title',
    'xmp',
  ],
};

const processor = unified().use(rehypeRaw).use(rehypeSanitize, schema).freeze();

/** The same piece with nothing in it but elements and texts that may be shown. */
export function sanitised(piece: Root): Root {
  return processor.runSync(piece);
}
